import type { Connection, GrantView } from '../../contract/index.ts';

export const NOW = Date.parse('2026-06-26T10:00:00Z');
export const HOUR = 3_600_000;

/** How to sign in, for each kind. */
export const CONNECTIONS = {
  ftp: {
    kind: 'ftp',
    user: 'jan-7k3f',
    ftp: { host: 's1.example.pl', ftpsPort: 2121, sftpPort: 2222, certificatePrint: 'AA:BB', hostKeyPrint: 'SHA256:abc' },
  },
  database: {
    kind: 'database',
    user: 'jan-7k3f',
    name: 'klient-a_sklep',
    database: { host: 'db1.example.pl', port: 3306, certificatePrint: 'AA:BB', phpMyAdmin: 'https://pma.example.pl/' },
  },
  mailbox: {
    kind: 'mailbox',
    user: 'jan-7k3f',
    address: 'biuro@sklep.example',
    mail: { host: 'mail.example.pl', imapsPort: 993, certificatePrint: 'AA:BB' },
  },
} as const satisfies { [K in Connection['kind']]: Extract<Connection, { kind: K }> };

/** A grant in force, as the API shows it; tests say only what differs. */
export const aGrant = (part: Partial<GrantView> = {}): GrantView => ({
  id: 'grant-1',
  spec: { kind: 'ftp', directory: '/public_html/sklep', access: 'write' },
  state: 'active',
  endReason: null,
  problem: null,
  grantee: { name: 'Jan Kowalski', email: 'jan@example.pl' },
  service: { id: 'service-1', name: 'Hosting sklepu', kind: 'hosting' },
  host: { name: 's1.example.pl', online: true, lastSeenAt: NOW },
  notAfter: NOW + 7 * 24 * HOUR,
  createdAt: NOW - 3 * HOUR,
  createdBy: 'Anna Nowak',
  claimedAt: NOW - 2 * HOUR,
  activeAt: NOW - HOUR,
  cutAt: null,
  endedAt: null,
  suspendedAt: null,
  version: 1,
  invitation: { state: 'used', expiresAt: NOW, sentAt: NOW - 3 * HOUR },
  connection: CONNECTIONS.ftp,
  why: null,
  personId: 'person-1',
  fromEarlierOwner: false,
  keptAt: null,
  ...part,
});
