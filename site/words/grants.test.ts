import { describe, expect, it } from 'vitest';
import { aGrant, HOUR, NOW } from '../testing/grant.ts';
import { areaWords, attentionTo, canDo, cannotDo, riskOf, stateWords } from './grants.ts';

const read = { kind: 'ftp', directory: '/www', access: 'read' } as const;
const whole = { kind: 'ftp', directory: '/', access: 'write' } as const;

describe('what an access means', () => {
  it('says that reading changes nothing and one directory shows nothing else', () => {
    expect(canDo(read)).toHaveLength(1);
    expect(cannotDo(read).join(' ')).toMatch(/Nie zmieni.*poza tym katalogiem/);
  });
  it('promises nothing of the kind for the whole server', () => {
    expect(cannotDo(whole).join(' ')).not.toMatch(/Nie zmieni|poza tym katalogiem/);
    expect(areaWords(whole)).toBe('cały serwer');
  });
  it('names a risk for every choice, and the smaller choice where there is one', () => {
    expect(riskOf(whole)).toMatch(/jeden katalog/);
    expect(riskOf(read)).not.toBe(riskOf({ ...read, access: 'write' }));
  });
  it('shows what would not be seen in a directory name', () => {
    expect(areaWords({ ...read, directory: '/a\nb' })).toBe('/a\\nb');
  });
});

describe('a state in words', () => {
  it('carries its reason once the access is ending', () => {
    expect(stateWords({ state: 'ended', endReason: 'expired' })).toBe('zakończony: minął termin');
    expect(stateWords({ state: 'revoking', endReason: 'expired' })).toBe('odbierany: minął termin');
    expect(stateWords({ state: 'active', endReason: null })).toBe('działa');
  });
  it('does not say twice that it is being taken back', () => {
    expect(stateWords({ state: 'revoking', endReason: 'revoked' })).toBe('odbierany');
  });
});

describe('attention', () => {
  it.each([
    ['a problem on the host', { problem: 'disk-full' as const }, 'problem'],
    ['a change on its way', { state: 'pending' as const }, 'transition'],
    ['an open invitation', { state: 'requested' as const }, 'waiting'],
    ['an end within two days', { notAfter: NOW + HOUR }, 'ending'],
  ])('goes to %s', (_what, part, attention) => {
    expect(attentionTo(aGrant(part), NOW)).toBe(attention);
  });
  it('goes to nothing that simply works or has ended', () => {
    expect(attentionTo(aGrant(), NOW)).toBeNull();
    expect(attentionTo(aGrant({ notAfter: null }), NOW)).toBeNull();
    expect(attentionTo(aGrant({ state: 'ended', problem: 'disk-full' }), NOW)).toBeNull();
  });
});
