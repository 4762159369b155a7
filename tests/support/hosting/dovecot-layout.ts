import { join } from 'node:path';

/** Where Dovecot's things lie below a fixture's directory. */
export function mailPaths(dir: string) {
  const daemon = join(dir, 'private');
  return {
    dir,
    /** Sockets; Dovecot's own users walk through it. */
    run: join(dir, 'run'),
    state: join(dir, 'state'),
    /** Each customer's mailboxes are folders in a folder directly below. */
    mailRoot: join(dir, 'mail'),
    acl: join(dir, 'acl'),
    /** Not beside mail.db: a Dovecot that cannot write its log, on a full disk say, ends. */
    log: join(dir, 'dovecot.log'),
    /** Readable by root alone: hashes, private keys. */
    daemon,
    conf: join(daemon, 'dovecot.conf'),
    sql: join(daemon, 'dovecot-sql.conf'),
    watch: join(daemon, 'end-refused.pl'),
    mailDb: join(daemon, 'mail.db'),
    certificate: join(daemon, 'certificate.pem'),
    certificateKey: join(daemon, 'certificate.key'),
    portFile: join(daemon, 'port'),
  };
}
export type MailPaths = ReturnType<typeof mailPaths>;
