import { chmod, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineMail } from '../../agent/services/mail/index.ts';
import { type MailBench, openMailBench } from './kit/mail-bench.ts';

let bench: MailBench;
beforeAll(async () => {
  bench = await openMailBench();
});
afterAll(() => bench.close());

describe('what doctor says', () => {
  const examine = () => {
    const { mailDb, mailRoot, conf: daemonConfig } = bench.dovecot.paths;
    return examineMail({ mailDb, mailRoot, daemonConfig, imapsPort: bench.dovecot.imapsPort });
  };
  const wrong = async () => (await examine()).filter(({ ok }) => !ok).map(({ words }) => words);

  it('is good of the configuration that the fixture writes', async () => {
    expect(await wrong()).toEqual([]);
  });

  it.each([
    ['conf', 'auth_cache_size = 0', 'auth_cache_size = 10M', 'auth_cache_size'],
    ['conf', 'verbose_proctitle = yes', '', 'verbose_proctitle'],
    ['conf', 'ssl = required', 'ssl = required\nservice imap {\n  client_limit = 5\n}', 'client_limit'],
    ['conf', 'ssl = required', 'ssl = required\nimap_hibernate_timeout = 30s', 'imap_hibernate_timeout'],
    ['conf', 'mail_plugins = acl last_login', 'mail_plugins = last_login', 'tylko czytanie'],
    ['conf', 'mail_plugins = acl last_login', 'mail_plugins = acl imap_acl', 'imap_acl'],
    ['conf', 'executable = /usr/bin/perl', 'executable = /bin/true', 'end-refused.pl'],
    ['conf', 'idle_kill = 4294967295s', '', 'po minucie'],
    ['acl', 'lr', 'lrs', 'tylko czytanie'],
    ['acl', '\n', '\nPraca group-override=klucznik-read lrwi\n', 'tylko czytanie'],
    ['sql', 'AND (expires IS NULL OR expires > unixepoch())', '', 'password_query nie sprawdza końca'],
    ['sql', "AND (service IS NULL OR service = '%s')", '', 'inne usługi niż IMAP'],
    ['sql', 'AND active = 1', '', 'kosza'],
    ['sql', 'mail.db', 'inna.db', 'connect nie wskazuje'],
  ] as const)('names what is missing in %s: %s → %s', async (file, from, to, words) => {
    const path = bench.dovecot.paths[file];
    const before = await readFile(path, 'utf8');
    expect(before).toContain(from);
    await writeFile(path, before.replace(from, to));
    expect((await wrong()).join('\n')).toContain(words);
    await writeFile(path, before);
  });

  it('notices a file that others may read, and a Dovecot that is down', async () => {
    await chmod(bench.dovecot.paths.mailDb, 0o644);
    await bench.dovecot.stop();
    const words = (await wrong()).join('\n');
    expect(words).toContain('chmod 600');
    expect(words).toContain('Dovecot nie odpowiada');
  });
});
