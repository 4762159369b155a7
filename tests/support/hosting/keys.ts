import { createHash, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { mustRun } from './command.ts';
import type { HostingPaths } from './layout.ts';

/** A self-signed certificate for localhost and 127.0.0.1; made once and kept. */
export async function makeCertificate(paths: { certificate: string; certificateKey: string }): Promise<void> {
  if (existsSync(paths.certificate)) return;
  await mustRun('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '365',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
    '-keyout',
    paths.certificateKey,
    '-out',
    paths.certificate,
  ]);
  await chmod(paths.certificateKey, 0o600);
}

/** The fingerprint as FTP and mail programs show it. */
export const certificatePrint = async (file: string): Promise<string> => new X509Certificate(await readFile(file)).fingerprint256;

/** The certificate, and an SSH host key; made once and kept. */
export async function makeKeys(paths: HostingPaths): Promise<void> {
  await makeCertificate(paths);
  // ProFTPD 1.3.8 reads its own keys in PEM form only for RSA and ECDSA.
  if (!existsSync(paths.hostKey))
    await mustRun('ssh-keygen', ['-q', '-t', 'ecdsa', '-b', '256', '-m', 'PEM', '-N', '', '-C', 'klucznik', '-f', paths.hostKey]);
}

/** The fingerprints as FTP programs and OpenSSH show them. */
export async function keyPrints(paths: HostingPaths) {
  const [, blob = ''] = (await readFile(`${paths.hostKey}.pub`, 'utf8')).split(' ');
  return {
    certificatePrint: await certificatePrint(paths.certificate),
    hostKeyPrint: `SHA256:${createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '')}`,
  };
}

/** Writes the known_hosts line that lets an SFTP client trust this server and no other. */
export async function writeKnownHosts(paths: HostingPaths, sftpPort: number): Promise<void> {
  const [type, blob] = (await readFile(`${paths.hostKey}.pub`, 'utf8')).split(' ');
  await writeFile(paths.knownHosts, `[127.0.0.1]:${sftpPort} ${type} ${blob}\n`);
}
