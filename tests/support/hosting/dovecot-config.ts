import type { MailPaths } from './dovecot-layout.ts';

/** Owns every mailbox; no system user of that number is needed. */
export const MAIL_UID = 5900;

/**
 * The Dovecot configuration that the agent's mail.db is made for.
 *
 * Nothing is cached. The first failed sign-in is answered at once; the next ones from its address wait longer and longer all the same. Readers are in the group `klucznik-read` whatever else they are, and imap_acl is not loaded, so
 * nobody hands rights on. Process titles name the person signed in: a session that outlives a crashed master is found by them.
 * `service klucznik` runs below Dovecot's own master and ends sessions of whoever may no longer sign in.
 */
export function dovecotConf(paths: MailPaths, imapsPort: number, lookEvery: number | null, idleKill = 60): string {
  return `# Written by Klucznik's hosting fixture; every start writes it again.
base_dir = ${paths.run}
state_dir = ${paths.state}
log_path = ${paths.log}
protocols = imap
default_idle_kill = ${idleKill}s
listen = 127.0.0.1
ssl = required
ssl_min_protocol = TLSv1.2
ssl_cert = <${paths.certificate}
ssl_key = <${paths.certificateKey}
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_cache_size = 0
auth_failure_delay = 0
verbose_proctitle = yes
first_valid_uid = ${MAIL_UID}
last_valid_uid = ${MAIL_UID}
mail_location = maildir:~/Maildir
mail_plugins = acl

protocol imap {
  mail_plugins = acl last_login
  mail_max_userip_connections = 20
}

plugin {
  acl = vfile:${paths.acl}
  last_login_dict = file:%h/last-use
  last_login_key = %u
}

namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    special_use = \\Drafts
    auto = subscribe
  }
  mailbox Junk {
    special_use = \\Junk
    auto = subscribe
  }
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Trash {
    special_use = \\Trash
    auto = subscribe
  }
}

passdb {
  driver = sql
  args = ${paths.sql}
}
userdb {
  driver = sql
  args = ${paths.sql}
}

service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${imapsPort}
    ssl = yes
  }
}

${lookEvery === null ? '' : watch(paths, lookEvery)}`;
}

/** Without its own idle_kill Dovecot's master ends it after a minute as idle, for good and without a word. */
const watch = (paths: MailPaths, lookEvery: number) => `service klucznik {
  type = startup
  idle_kill = 4294967295s
  user = root
  executable = /usr/bin/perl ${paths.watch} ${paths.mailRoot} ${lookEvery}
}
`;

/** Readers' rights: see folders and read messages. Nothing else, also no \`s\`: what they read stays unread. */
export const ACL = '* group-override=klucznik-read lr\n';

/** Who may sign in, to what, and until when: asked anew at every sign-in, by password_query and once more by user_query. */
export const sqlConf = (paths: MailPaths): string => `driver = sqlite
connect = ${paths.mailDb}
password_query = SELECT name AS user, password FROM sign_in WHERE ${MAY_SIGN_IN}
user_query = SELECT ${MAIL_UID} AS uid, ${MAIL_UID} AS gid, '${paths.mailRoot}' || home AS home, acl_groups, mail FROM sign_in WHERE ${MAY_SIGN_IN}
`;

const MAY_SIGN_IN =
  "name = '%u' AND active = 1 AND (expires IS NULL OR expires > unixepoch()) AND (service IS NULL OR service = '%s')";
