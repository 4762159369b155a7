import { X509Certificate } from 'node:crypto';
import type { Endpoints } from '../../../contract/index.ts';
import { readText } from '../../system/files.ts';

export type DatabaseEndpointOptions = { host: string; port: number; certificate: string; phpMyAdmin: string | null };

/** Where people connect to, with the fingerprint of the certificate that really lies on this host. */
export function describeDatabaseEndpoint(options: DatabaseEndpointOptions): NonNullable<Endpoints['database']> {
  const certificate = readText(options.certificate);
  if (certificate === null) throw new Error('the TLS certificate of MariaDB cannot be read');
  return {
    host: options.host,
    port: options.port,
    certificatePrint: new X509Certificate(certificate).fingerprint256,
    phpMyAdmin: options.phpMyAdmin,
  };
}
