import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AccessKind, ApplyFault, GrantSpec, GrantState } from '../../../contract/index.ts';
import { APPLY_FAULTS } from '../../../contract/index.ts';
import { aHost, anAccount } from '../../../tests/support/build/index.ts';
import { planted, signedIn } from '../../../tests/support/in-worker.ts';
import { database } from '../../db/index.ts';
import { compose } from '../message.ts';
import { loadSubject, type Subject } from '../store.ts';
import { letterOf } from './index.ts';

const NOW = Date.now();
const SPECS: Record<AccessKind, GrantSpec> = {
  ftp: { kind: 'ftp', directory: '/public_html', access: 'write' },
  database: { kind: 'database', database: 'alfa_sklep', access: 'read' },
  mailbox: { kind: 'mailbox', address: 'biuro@alfa.test', access: 'read' },
};
/** Words that speak of another kind of access. */
const FOREIGN_WORDS: Record<AccessKind, RegExp> = {
  ftp: /baz[aęy]\b|bazie|skrzynk|phpMyAdmin/iu,
  database: /\bplik|katalog|\bklucz|FTP|skrzynk/iu,
  mailbox: /\bplik|katalog|\bklucz|FTP|baz[aęy]\b|bazie/iu,
};
const KINDS = Object.keys(SPECS) as AccessKind[];
let stored: Subject;

beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1', name: 'Alfa' })
      .withOwner({ email: 'anna@alfa.test', name: 'Anna Nowak' })
      .withHosting({ id: 's1', name: 'Sklep', hostId: 'h1' })
      .rows(),
  );
  const grantee = { name: 'Jan <b>Kowalski</b>', email: 'jan@it.test' };
  const body = { serviceId: 's1', spec: { kind: 'ftp', directory: '/', access: 'read' }, grantee, notAfter: null };
  const { id } = await (await (await signedIn('anna@alfa.test')).call('createGrant', { body })).json<{ id: string }>();
  const subject = await loadSubject(database(env.DB), id);
  if (!subject) throw new Error('no grant to write about');
  stored = subject;
});

interface Variation {
  kind: AccessKind;
  state?: GrantState;
  fault?: ApplyFault | null;
  purpose?: 'access' | 'credential';
}
function write(template: string, { kind, state = 'requested', fault = null, purpose = 'access' }: Variation) {
  const subject: Subject = {
    ...stored,
    grant: { ...stored.grant, kind, state, spec: JSON.stringify(SPECS[kind]) },
    invitation: stored.invitation && { ...stored.invitation, purpose },
  };
  const occasion = { subject, recipient: 'biuro@alfa.test', fault, origin: 'https://pomoc.test', now: NOW };
  return letterOf(template, { db: database(env.DB), ...occasion });
}
async function textOf(template: string, variation: Variation): Promise<string> {
  const letter = await write(template, variation);
  if (!letter) throw new Error('nothing to say');
  const { subject, text, html } = await compose(letter);
  expect(html).not.toContain('<b>');
  return `${subject}\n${text}`;
}

describe.each(KINDS)('about a grant of kind %s', (kind) => {
  test.each(['access', 'credential'] as const)('the invitation (%s) speaks of nothing else', async (purpose) => {
    const text = await textOf('invitation', { kind, purpose });
    expect(text).not.toMatch(FOREIGN_WORDS[kind]);
    expect(text).toMatch(/\/zaproszenie\/#[\w-]{43}\n/);
    expect(text).toContain('Od: Anna Nowak, Alfa');
  });
  test('what could not be put in force speaks of nothing else', async () => {
    const text = await textOf('grant-failed', { kind, fault: 'unexpected' });
    expect(text).not.toMatch(FOREIGN_WORDS[kind]);
    expect(text).toContain('Serwer go nie przyjął.');
  });
});

const LASTING = (Object.keys(APPLY_FAULTS) as ApplyFault[]).filter((fault) => APPLY_FAULTS[fault].permanent);
test.each(LASTING)('an owner is told what %s means', async (fault) => {
  expect(await textOf('grant-failed', { kind: 'ftp', fault })).not.toContain('Serwer go nie przyjął.');
});

test('an invitation that is not open any more is not sent', async () => {
  const kept = stored;
  stored = { ...kept, invitation: null };
  expect(await write('invitation', { kind: 'mailbox' })).toBeNull();
  stored = kept;
});

describe('whoever reads a mailbox is told of an access that', () => {
  test.each([
    ['active', 'ma teraz dostęp do tej skrzynki'],
    ['pending', 'ma teraz dostęp do tej skrzynki'],
    ['revoking', 'jest właśnie odbierany'],
    ['ended', 'już się skończył'],
  ] as const)('is %s', async (state, words) => {
    const text = await textOf('mailbox-shared', { kind: 'mailbox', state });
    expect(text).toContain(words);
    expect(text).toContain('Od: Anna Nowak, Alfa');
    expect(text).not.toContain('jan@it.test');
  });
});

describe('whoever has a licence', () => {
  const seat = (template: string, state: GrantState, role: 'user' | 'administrator' = 'user') => {
    const grant = { ...stored.grant, kind: 'seat' as const, state, spec: JSON.stringify({ kind: 'seat', role }) };
    const occasion = {
      subject: { ...stored, grant },
      recipient: 'jan@it.test',
      fault: null,
      origin: 'https://pomoc.test',
      now: NOW,
    };
    return letterOf(template, { db: database(env.DB), ...occasion });
  };
  test('is told what they may do, and what to do next, with no link to follow', async () => {
    const letter = await seat('seat-assigned', 'active', 'administrator');
    const { text } = await compose(letter ?? expect.fail('nothing to say'));
    expect(text).toContain('Możesz korzystać z tej usługi i opiekować się nią');
    expect(text).toContain('Od: Anna Nowak, Alfa');
    expect(text).not.toMatch(/https?:/);
  });
  test('is not told of one that is theirs no more', async () => {
    for (const state of ['revoking', 'ended'] as const) expect(await seat('seat-assigned', state)).toBeNull();
  });
  test('is told when it is over', async () => {
    const { text, subject } = await compose((await seat('seat-withdrawn', 'ended')) ?? expect.fail('nothing to say'));
    expect([subject, text].join()).toContain('Nie masz już licencji: Sklep');
    expect(text).toContain('nie jest już przypisana do Ciebie');
  });
});

test('a message that nobody has written is a fault, not silence', async () => {
  await expect(write('no-such-letter', { kind: 'ftp' })).rejects.toThrow('no such message');
});
