export { curlImap, type ImapWish, signsInToMailbox } from './curl-imap.ts';
export { beginDatabaseSignIn } from './database.ts';
export { beginFtpSignIn } from './ftp.ts';
export { beginImapSignIn, type MailServer, startIdle } from './mailbox.ts';
export {
  type DatabaseServer,
  dumpDatabases,
  isRefusal,
  mariadb,
  mariadbAsRoot,
  signsInToDatabase,
  startTyping,
} from './mariadb-cli.ts';
export { nativeHash } from './mysql-packets.ts';
export type { BegunSignIn, Session, SignedIn, WaitingSession, WorkingSession } from './program.ts';
