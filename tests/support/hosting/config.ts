import type { HostingPaths, HostingPorts } from './layout.ts';

/** Everything that changes something on the server, in FTP's and in SFTP's words. */
const CHANGES = [
  'WRITE',
  'SITE_CHMOD',
  'SITE_CHGRP',
  'SITE_MKDIR',
  'SITE_RMDIR',
  'SITE_SYMLINK',
  'SITE_UTIME',
  'SITE_CPFR',
  'SITE_CPTO',
  'MFF',
  'MFMT',
  'SETSTAT',
  'FSETSTAT',
  'SYMLINK',
  'LINK',
  'RENAME',
  'REMOVE',
].join(' ');

/**
 * The ProFTPD configuration that the agent's access.db is made for.
 *
 * The end of an access sits in the query itself, so it holds while the agent is dead. Writing is
 * for members of `klucznik-write` alone: whoever is in no group, for whatever reason, only reads.
 * Listings show every file as the visitor's own (DirFakeUser), or they would name other people's accesses.
 */
export function proftpdConf(paths: HostingPaths, ports: HostingPorts): string {
  return `# Written by Klucznik's hosting fixture; every start writes it again.
ModulePath /usr/lib/proftpd
LoadModule mod_ctrls_admin.c
LoadModule mod_tls.c
LoadModule mod_sql.c
LoadModule mod_sql_sqlite.c
LoadModule mod_rewrite.c
LoadModule mod_sftp.c
LoadModule mod_sftp_sql.c

ServerName "Klucznik demo"
ServerIdent off
ServerType standalone
DefaultAddress 127.0.0.1
SocketBindTight on
Port ${ports.ftps}
PassivePorts ${ports.passive[0]} ${ports.passive[1]}
UseIPv6 off
UseReverseDNS off
User nobody
Group nogroup
Umask 022 022
MaxInstances 60
TimeoutIdle 600
TimeoutLogin 60
TimeoutLinger 1
WtmpLog off
UseLastlog off
AuthPAM off
PidFile ${paths.daemon}/proftpd.pid
ScoreboardFile ${paths.scoreboard}
DelayEngine off
SystemLog ${paths.log}/proftpd.log
TransferLog none
ControlsEngine on
ControlsSocket ${paths.daemon}/controls
ControlsSocketACL allow user root
ControlsInterval 1
AdminControlsEngine on
AdminControlsACLs all allow user root

<Global>
  AuthOrder mod_sql.c
  SQLBackend sqlite3
  SQLConnectInfo ${paths.accessDb}
  SQLAuthTypes Crypt
  SQLAuthenticate users groups
  SQLUserInfo users name hash uid gid home shell
  SQLUserWhereClause "(expires IS NULL OR expires > unixepoch())"
  SQLGroupInfo grps grp gid member
  SQLMinID 1000
  SQLNamedQuery get-user-keys SELECT "key FROM keys WHERE name='%U'"
  DefaultRoot ~
  AllowChrootSymlinks off
  RequireValidShell off
  MaxLoginAttempts 3
  AllowOverwrite on
  AllowStoreRestart on
  DirFakeUser on ~
  DirFakeGroup on ~
  <Limit ${CHANGES}>
    AllowGroup klucznik-write
    DenyAll
  </Limit>
</Global>

TLSEngine on
TLSRequired on
TLSLog ${paths.log}/tls.log
TLSProtocol TLSv1.2 TLSv1.3
TLSRSACertificateFile ${paths.certificate}
TLSRSACertificateKeyFile ${paths.certificateKey}
# Without this every session reads the system's whole bundle of authorities, which costs it tens of milliseconds.
TLSCACertificateFile ${paths.certificate}
TLSOptions NoSessionReuseRequired
TLSRenegotiate none

<VirtualHost 127.0.0.1>
  Port ${ports.sftp}
  SFTPEngine on
  SFTPLog ${paths.log}/sftp.log
  SFTPHostKey ${paths.hostKey}
  SFTPAuthMethods publickey password
  SFTPAuthorizedUserKeys sql:/get-user-keys
  TLSEngine off
${refuseLinkedHomes(paths.customersRoot)}
</VirtualHost>
`;
}

/** Directories deeper than this below the customers root cannot be opened over SFTP. */
const DEEPEST = 24;

/**
 * mod_sftp does not know AllowChrootSymlinks: a directory that becomes a link after the grant would be followed.
 * So every step of the way to a home is looked at, and a link anywhere sends the session to a place that does not exist.
 */
function refuseLinkedHomes(customersRoot: string): string {
  const root = customersRoot.replace(/[.[\]{}()*+?^$|\\]/g, '\\$&');
  const refusal = (depth: string, test: string) =>
    `  RewriteCondition %m ^REWRITE_HOME$\n${test}  RewriteRule ^(${root}(/[^/]+){${depth}})(/.*)?$ /no-such-place`;
  const steps = Array.from({ length: DEEPEST }, (_, step) => refusal(String(step + 1), '  RewriteCondition $1 -l\n'));
  return ['  RewriteEngine on', '  RewriteHome on', ...steps, refusal(`${DEEPEST + 1},`, '')].join('\n');
}
