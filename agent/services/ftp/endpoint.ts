import { createHash, X509Certificate } from 'node:crypto';
import type { Endpoints } from '../../../contract/index.ts';
import { readText } from '../../system/files.ts';

export type FtpEndpointOptions = { host: string; ftpsPort: number; sftpPort: number; certificate: string; sshHostKey: string };

/** Where people connect to, with the fingerprints of the keys that really lie on this host. */
export function describeEndpoint(options: FtpEndpointOptions): NonNullable<Endpoints['ftp']> {
  const certificate = readText(options.certificate);
  const [, blob] = (readText(options.sshHostKey) ?? '').split(' ');
  if (certificate === null || blob === undefined)
    throw new Error('the TLS certificate or the public SSH host key cannot be read');
  return {
    host: options.host,
    ftpsPort: options.ftpsPort,
    sftpPort: options.sftpPort,
    certificatePrint: new X509Certificate(certificate).fingerprint256,
    hostKeyPrint: `SHA256:${createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '')}`,
  };
}
