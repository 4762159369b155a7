import { describe, expect, test } from 'vitest';
import { ftp } from './kinds/ftp/index.ts';
import { advance, type Grant, type GrantEvent, type Step } from './lifecycle.ts';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const secret = { password: { hash: '$7$abc', print: 'a'.repeat(64) }, keys: [] };

const requested = (over: Partial<Grant> = {}): Grant => ({
  spec: { kind: 'ftp', directory: '/public_html', access: 'write' },
  state: 'requested',
  endReason: null,
  problem: null,
  notAfter: NOW + 7 * DAY,
  ownerEpoch: 1,
  version: 1,
  gen: 0,
  activeAt: null,
  cutAt: null,
  suspendedAt: null,
  place: { tree: 'klient-a' },
  wanted: null,
  ...over,
});
const present = ftp.wanted(requested().spec, { tree: 'klient-a' }, NOW + 7 * DAY, { print: 'a'.repeat(64), keys: [] });
const pending = (over: Partial<Grant> = {}) =>
  requested({ state: 'pending', gen: 1, wanted: { present, ackedGen: 0, hash: '$7$abc' }, ...over });
const active = (over: Partial<Grant> = {}) =>
  pending({ state: 'active', activeAt: NOW - DAY, wanted: { present, ackedGen: 1, hash: null }, ...over });
const revoking = (over: Partial<Grant> = {}) =>
  pending({ state: 'revoking', gen: 2, endReason: 'revoked', wanted: { present: null, ackedGen: 1, hash: null }, ...over });
const ended = () => revoking({ state: 'ended' });

const step = (grant: Grant, event: GrantEvent): Step => {
  const outcome = advance(grant, event, NOW, ftp);
  if (!outcome.ok || !outcome.step) throw new Error(`expected a step, got ${JSON.stringify(outcome)}`);
  return outcome.step;
};
const nothing = { ok: true, step: null };

describe('the claim', () => {
  test('wants the user on the host, uses the invitation up and waits for the host', () => {
    expect(step(requested(), { type: 'claim', secret })).toMatchObject({
      grant: { state: 'pending', gen: 1, claimedAt: NOW },
      wanted: { present: { directory: '/public_html', password: { hash: null } }, hash: '$7$abc' },
      invitation: 'use',
      audit: { action: 'grant.claimed' },
    });
  });
  test('of an active grant replaces the secret and keeps the first claim’s time', () => {
    const change = step(active(), { type: 'claim', secret: { password: null, keys: ['ssh-ed25519 AAAA'] } });
    expect(change).toMatchObject({
      grant: { state: 'pending', gen: 2 },
      wanted: { present: { password: null, keys: ['ssh-ed25519 AAAA'] }, hash: null },
      audit: { action: 'grant.credential-changed' },
    });
    expect(change.grant.claimedAt).toBeUndefined();
  });
  test.each([
    ['ended', ended()],
    ['being taken back', revoking()],
    ['past its end date', requested({ notAfter: NOW })],
  ])('is refused when the grant is %s', (_, grant) => {
    expect(advance(grant, { type: 'claim', secret }, NOW, ftp)).toEqual({ ok: false, code: 'grant-ended' });
  });
});

describe('taking back', () => {
  test('before the claim ends it at once and voids the invitation', () => {
    expect(step(requested(), { type: 'revoke', reason: 'revoked' })).toMatchObject({
      grant: { state: 'ended', endReason: 'cancelled', endedAt: NOW },
      invitation: 'void',
    });
  });
  test.each([
    ['pending', pending()],
    ['active', active()],
  ])('of a %s grant wants absence and proves it first', (_, grant) => {
    expect(step(grant, { type: 'revoke', reason: 'revoked' })).toMatchObject({
      grant: { state: 'revoking', gen: grant.gen + 1 },
      wanted: { present: null, hash: null },
    });
  });
  test.each([
    ['being taken back', revoking()],
    ['ended', ended()],
  ])('of a grant %s changes nothing', (_, grant) => {
    expect(advance(grant, { type: 'revoke', reason: 'revoked' }, NOW, ftp)).toEqual(nothing);
  });
  test('by the grantee is a decline before the claim and a return after it', () => {
    expect(step(requested(), { type: 'decline' }).grant.endReason).toBe('declined');
    expect(step(active(), { type: 'decline' }).grant.endReason).toBe('returned');
  });
});

describe('the end date', () => {
  test('takes back what has run out, and nothing a millisecond earlier', () => {
    expect(step(active({ notAfter: NOW }), { type: 'expire' }).grant).toMatchObject({ state: 'revoking', endReason: 'expired' });
    expect(advance(active({ notAfter: NOW + 1 }), { type: 'expire' }, NOW, ftp)).toEqual(nothing);
    expect(advance(active({ notAfter: null }), { type: 'expire' }, NOW, ftp)).toEqual(nothing);
  });
});

describe('a change', () => {
  test('of an active grant goes to the host with the secret it has', () => {
    expect(
      step(active(), { type: 'change', version: 1, spec: { kind: 'ftp', directory: '/public_html', access: 'read' } }),
    ).toMatchObject({
      grant: { state: 'pending', gen: 2, version: 2 },
      wanted: { present: { access: 'read', password: { hash: null, print: 'a'.repeat(64) } }, hash: null },
    });
  });
  test('before the host has the hash carries the hash along', () => {
    expect(step(pending(), { type: 'change', version: 1, notAfter: null }).wanted).toMatchObject({
      present: { notAfter: null },
      hash: '$7$abc',
    });
  });
  test('of an unclaimed grant stays in the tables', () => {
    const change = step(requested(), { type: 'change', version: 1, notAfter: null });
    expect(change.wanted).toBeUndefined();
    expect(change.grant).toMatchObject({ notAfter: null, version: 2 });
  });
  test('made on an older version is refused', () => {
    expect(advance(active({ version: 3 }), { type: 'change', version: 2 }, NOW, ftp)).toEqual({
      ok: false,
      code: 'grant-changed',
    });
  });
});

describe('a host’s word', () => {
  test('that the state is applied puts the grant in force and lets the hash go', () => {
    expect(step(pending(), { type: 'ack-present', gen: 1 })).toMatchObject({
      grant: { state: 'active', activeAt: NOW },
      confirmed: 1,
    });
  });
  test.each([
    ['an older gen', pending({ gen: 2 }), 1],
    ['a grant being taken back', revoking(), 2],
  ])('about %s changes nothing', (_, grant, gen) => {
    expect(advance(grant, { type: 'ack-present', gen }, NOW, ftp)).toEqual(nothing);
  });
  test('at the first look is a proof, at the second the end', () => {
    const first = step(revoking(), { type: 'ack-absent', gen: 2, look: 1, late: 0 });
    expect(first.grant).toEqual({ cutAt: NOW, problem: null });
    expect(first.confirmed).toBeUndefined();
    expect(step(revoking({ cutAt: NOW - 2000 }), { type: 'ack-absent', gen: 2, look: 2, late: 1 })).toMatchObject({
      grant: { state: 'ended', endedAt: NOW },
      confirmed: 2,
      audit: { details: { late: 1 } },
    });
  });
  test('of absence does not end a grant that was wanted again meanwhile', () => {
    expect(advance(active({ gen: 3 }), { type: 'ack-absent', gen: 2, look: 2, late: 0 }, NOW, ftp)).toEqual(nothing);
  });
  test('that a new grant can never work takes it back and tells its owner', () => {
    expect(step(pending(), { type: 'fault', gen: 1, fault: 'directory-missing' })).toMatchObject({
      grant: { state: 'revoking', endReason: 'failed', gen: 2 },
      wanted: { present: null },
      mail: 'grant-failed',
    });
  });
  test.each([
    ['a passing fault of a new grant', pending(), 'service-unavailable'],
    ['a lasting fault of one that has worked', pending({ activeAt: NOW - DAY }), 'directory-missing'],
    ['a fault of a removal', revoking({ gen: 1 }), 'sessions-remain'],
  ] as const)('about %s is shown and nothing is undone', (_, grant, fault) => {
    expect(step(grant, { type: 'fault', gen: 1, fault }).grant).toEqual({ problem: fault });
  });
  test('that all is well again clears the fault it told of', () => {
    expect(step(active({ problem: 'service-unavailable' }), { type: 'ack-present', gen: 1 }).grant).toEqual({ problem: null });
  });
});

describe('a host that is ahead of restored tables', () => {
  test('is told what they say under a gen it has not seen', () => {
    expect(step(active(), { type: 'overtaken', gen: 4 })).toMatchObject({
      grant: { gen: 5, state: 'pending' },
      wanted: { present, hash: null },
      audit: { action: 'grant.repaired' },
    });
    expect(step(revoking(), { type: 'overtaken', gen: 4 })).toMatchObject({ grant: { gen: 5 }, wanted: { present: null } });
  });
  test('is left alone when it is not ahead', () => {
    expect(advance(active(), { type: 'overtaken', gen: 1 }, NOW, ftp)).toEqual(nothing);
  });
});

test('nothing happens to an ended grant', () => {
  const events: GrantEvent[] = [
    { type: 'revoke', reason: 'cession' },
    { type: 'decline' },
    { type: 'expire' },
    { type: 'ack-present', gen: 2 },
    { type: 'ack-absent', gen: 2, look: 2, late: 0 },
    { type: 'fault', gen: 2, fault: 'unexpected' },
    { type: 'overtaken', gen: 9 },
  ];
  for (const event of events) expect(advance(ended(), event, NOW, ftp)).toEqual(nothing);
});
