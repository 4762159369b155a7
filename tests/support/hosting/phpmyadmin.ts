import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from './command.ts';
import { type Daemon, keepPort, startDaemon } from './daemon.ts';
import type { Mariadb } from './mariadb.ts';

export type PhpMyAdminOptions = { dir: string; mariadb: Pick<Mariadb, 'host' | 'port' | 'paths'>; port?: number };
export type PhpMyAdmin = Daemon & { url: string };

const PACKAGED = '/usr/share/phpmyadmin';

/** Starts phpMyAdmin on PHP's own server on loopback, for that MariaDB alone and over TLS; a second start keeps port and sessions. */
export async function startPhpMyAdmin({ dir, mariadb, port: wanted }: PhpMyAdminOptions): Promise<PhpMyAdmin> {
  const own = join(dir, 'phpmyadmin');
  const paths = { app: join(own, 'app'), tmp: join(own, 'tmp'), conf: join(own, 'config.inc.php'), secret: join(own, 'secret') };
  await mkdir(paths.tmp, { recursive: true });
  await chmod(own, 0o700);
  if (!existsSync(paths.app)) await copyApp(paths);
  const port = await keepPort(join(own, 'port'), wanted);
  await writeFile(paths.conf, configuration(mariadb, paths.tmp, await keepSecret(paths.secret)), { mode: 0o600 });
  const url = `http://127.0.0.1:${port}/`;
  const daemon = await startDaemon({
    command: 'php',
    args: ['-d', `session.save_path=${paths.tmp}`, '-d', 'expose_php=0', '-S', `127.0.0.1:${port}`, '-t', paths.app],
    answers: () => answersHttp(url),
  });
  return { ...daemon, url };
}

/** Debian's package is full of links to other packages, so they are followed; its own configuration is left behind. */
async function copyApp(paths: { app: string; tmp: string; conf: string }): Promise<void> {
  const made = `${paths.app}.new`;
  await rm(made, { recursive: true, force: true });
  await mustRun('cp', ['-aL', PACKAGED, made]);
  const vendor = join(made, 'libraries/vendor_config.php');
  const text = (await readFile(vendor, 'utf8'))
    .replace(/'configFile' => .*,/, `'configFile' => ${quoted(paths.conf)},`)
    .replace(/'tempDir' => .*,/, `'tempDir' => ${quoted(`${paths.tmp}/`)},`);
  await writeFile(vendor, text);
  await rename(made, paths.app);
}

/** 32 random bytes, kept: cookies of people who are signed in are encrypted with them. */
async function keepSecret(file: string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFile(file, 'utf8');
}

async function answersHttp(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function configuration({ host, port, paths }: PhpMyAdminOptions['mariadb'], tmp: string, secret: string): string {
  return `<?php
// Written by Klucznik's hosting fixture; every start writes it again.
$cfg['blowfish_secret'] = sodium_hex2bin('${secret}');
$cfg['TempDir'] = ${quoted(tmp)};
$cfg['DefaultLang'] = 'pl';
$cfg['VersionCheck'] = false;
$cfg['SendErrorReports'] = 'never';
$cfg['ShowPhpInfo'] = false;
$cfg['AllowArbitraryServer'] = false;
$cfg['PmaNoRelation_DisableWarning'] = true;
$cfg['Servers'][1] = [
  'auth_type' => 'cookie',
  'host' => '${host}',
  'port' => '${port}',
  'ssl' => true,
  'ssl_ca' => ${quoted(paths.certificate)},
  'ssl_verify' => true,
  'compress' => false,
  'AllowRoot' => false,
  'AllowNoPassword' => false,
  'hide_db' => '^(information_schema|mysql|performance_schema|sys|klucznik)$',
];
`;
}
