import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type FileTicket, TICKET_MS } from '../../../contract/files/index.ts';
import { StandingKeys } from '../standing.ts';
import { Keyring } from './keyring.ts';

const NOW = 1_800_000_000_000;
const newKey = () => randomBytes(32).toString('base64url');

function sign(key: string, change: Partial<FileTicket> = {}): string {
  const ticket: FileTicket = {
    v: 1,
    host: 'host-1',
    account: 'konto',
    tree: 'sklep',
    path: '/',
    right: 'read',
    issuedAt: NOW,
    notAfter: NOW + TICKET_MS,
    ...change,
  };
  const said = Buffer.from(JSON.stringify(ticket)).toString('base64url');
  return `${said}.${createHmac('sha256', Buffer.from(key, 'base64url')).update(said).digest('base64url')}`;
}

/** An agent's keys and its door's, told at a moment. */
function aDoor() {
  const standing = new StandingKeys();
  const keyring = new Keyring('host-1');
  return { standing, keyring, tell: (now: number) => keyring.take(standing.tell(now)) };
}

describe('a ticket of the link before', () => {
  test('counts for as long as it could be good, and not a moment longer', () => {
    const { standing, keyring, tell } = aDoor();
    const [old, next] = [newKey(), newKey()];
    standing.takeKey(old, NOW);
    standing.takeKey(next, NOW + 1000);
    tell(NOW + 1000);
    expect(keyring.read(sign(next), NOW + 2000)).toMatchObject({ tree: 'sklep' });
    expect(keyring.read(sign(old), NOW + 2000)).not.toBeNull();
    // One that says itself good for longer is no better: the key has gone.
    const late = sign(old, { issuedAt: NOW + 5000, notAfter: NOW + 5000 + TICKET_MS });
    expect(keyring.read(late, NOW + 1000 + TICKET_MS - 1)).not.toBeNull();
    expect(keyring.read(late, NOW + 1000 + TICKET_MS)).toBeNull();
  });

  test('stays as long when the link comes and goes again and again', () => {
    const { standing, keyring, tell } = aDoor();
    const keys = [newKey(), newKey(), newKey()];
    keys.forEach((key, at) => void standing.takeKey(key, NOW + at));
    // The same key told twice is not an old one.
    standing.takeKey(keys[2] ?? '', NOW + 5);
    tell(NOW + 5);
    for (const key of keys) expect(keyring.read(sign(key), NOW + 10)).not.toBeNull();
    expect(standing.tell(NOW + 5).keys.filter(({ until }) => until === null)).toHaveLength(1);
  });
});

describe('a void ticket', () => {
  test('is one issued before, of that account', () => {
    const { standing, keyring, tell } = aDoor();
    const key = newKey();
    standing.takeKey(key, NOW);
    standing.voidTickets('konto', NOW + 10);
    standing.voidTickets('konto', NOW + 5);
    tell(NOW + 10);
    expect(keyring.read(sign(key, { issuedAt: NOW + 9 }), NOW + 20)).toBeNull();
    expect(keyring.read(sign(key, { issuedAt: NOW + 10 }), NOW + 20)).not.toBeNull();
    expect(keyring.read(sign(key, { account: 'inne' }), NOW + 20)).not.toBeNull();
  });

  test('is remembered until every ticket from before has run out', () => {
    const { standing } = aDoor();
    standing.voidTickets('konto', NOW);
    expect(standing.tell(NOW + TICKET_MS).voided).toHaveLength(1);
    expect(standing.tell(NOW + 3 * TICKET_MS).voided).toHaveLength(0);
  });
});
