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
</VirtualHost>
`;
}
