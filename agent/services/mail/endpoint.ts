import { X509Certificate } from 'node:crypto';
import type { Endpoints } from '../../../contract/index.ts';
import { readText } from '../../system/files.ts';

export type MailEndpointOptions = { host: string; imapsPort: number; certificate: string };

/** Where mail programs connect to, with the fingerprint of the certificate that really lies on this host. */
export function describeMailEndpoint({ host, imapsPort, certificate }: MailEndpointOptions): NonNullable<Endpoints['mail']> {
  const text = readText(certificate);
  if (text === null) throw new Error('the TLS certificate of the mail server cannot be read');
  return { host, imapsPort, certificatePrint: new X509Certificate(text).fingerprint256 };
}
