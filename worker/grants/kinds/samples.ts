import type { AccessKind, Endpoints } from '../../../contract/index.ts';
import { databaseSample } from './database/sample.ts';
import { ftpSample } from './ftp/sample.ts';
import { mailboxSample } from './mailbox/sample.ts';
import type { KindSample } from './sample.ts';

/** A sample of every kind; a new kind is not covered, and does not compile, until it has one. */
export const SAMPLES: Record<AccessKind, KindSample> = { ftp: ftpSample, database: databaseSample, mailbox: mailboxSample };

/** Where a host that serves every kind says it is. */
export const ENDPOINTS: Required<Endpoints> = {
  ftp: { host: 'serwer.test', ftpsPort: 2121, sftpPort: 2222, certificatePrint: 'AA:BB', hostKeyPrint: 'SHA256:abc' },
  database: { host: 'serwer.test', port: 3306, certificatePrint: 'AA:CC', phpMyAdmin: null },
  mail: { host: 'serwer.test', imapsPort: 993, certificatePrint: 'AA:DD' },
  files: { url: 'https://serwer.test:8443' },
  dns: { nameservers: ['dns1.serwer.test', 'dns2.serwer.test'] },
};

/** Names that no sign-in may have. */
export const HOSTILE = [
  '',
  'ab',
  'root\0',
  '../../etc',
  "jan'; DROP TABLE users; --",
  'jan`',
  'jan%',
  'jan_2',
  'jan 2',
  'Jan',
  '-jan',
  'jan\n',
  'żaneta',
  'jan@alfa.test',
  'j'.repeat(33),
];
