import { describe, expect, it } from 'vitest';
import { intentFromQuery, intentToQuery, newGrant } from '../../../contract/index.ts';
import { NOW } from '../../testing/grant.ts';
import { endOfDay } from '../../words/dates.ts';
import { bodyOf, checkForm, type GiveForm, startingForm } from './form.ts';
import { readIntent } from './intent.ts';
import { pathIn } from './tree.ts';

const filled = (part: Partial<GiveForm> = {}): GiveForm => ({
  ...startingForm(null, NOW),
  serviceId: 's',
  directory: '/www',
  name: ' Jan ',
  email: ' jan@example.pl ',
  ...part,
});
const faultyFields = (form: GiveForm) => checkForm(form, NOW).map(({ field }) => field);

describe('an intent in the address', () => {
  it('is read as the contract reads it', () => {
    for (const area of ['tree', 'directory'] as const)
      for (const access of ['read', 'write'] as const)
        for (const days of [1, 7, 730]) {
          const query = intentToQuery({ kind: 'ftp', area, access, days, flow: 'informatyk', outcome: 'ftp-katalog-odczyt' });
          expect(readIntent(query)).toEqual(intentFromQuery(query));
        }
  });
  it.each([
    '',
    'rodzaj=ftp',
    'rodzaj=ftp&zakres=katalog&prawo=odczyt',
    'rodzaj=ftp&zakres=katalog&prawo=odczyt&dni=0',
    'rodzaj=ftp&zakres=katalog&prawo=odczyt&dni=731',
    'rodzaj=ftp&zakres=katalog&prawo=odczyt&dni=1.5',
    'rodzaj=ftp&zakres=katalog&prawo=odczyt&dni=',
    'rodzaj=www&zakres=katalog&prawo=odczyt',
    'rodzaj=ftp&zakres=toString&prawo=odczyt',
    `rodzaj=ftp&zakres=katalog&prawo=odczyt&kreator=${'a'.repeat(61)}`,
  ])('is refused or taken exactly where the contract does: „%s”', (text) => {
    const query = new URLSearchParams(text);
    expect(readIntent(query)).toEqual(intentFromQuery(query));
  });
});

describe('the form', () => {
  it('begins with the smallest access for a week when nothing is suggested', () => {
    expect(startingForm(null, NOW)).toMatchObject({
      area: 'directory',
      access: 'read',
      end: '7',
      delivery: 'invite',
      endless: false,
    });
  });
  it('begins as the wizard suggests, also with days that are no preset', () => {
    const intent = { kind: 'ftp', area: 'tree', access: 'write', days: 14 } as const;
    expect(startingForm(intent, NOW)).toMatchObject({ area: 'tree', access: 'write', end: 'date', date: '2026-07-10' });
  });
  it('names every field that is missing', () => {
    expect(faultyFields(startingForm(null, NOW))).toEqual(['serviceId', 'spec.directory', 'grantee.name', 'grantee.email']);
    expect(faultyFields(filled())).toEqual([]);
  });
  it('needs no directory for the whole server and no e-mail when the password is shown', () => {
    expect(faultyFields(filled({ area: 'tree', directory: '' }))).toEqual([]);
    expect(faultyFields(filled({ delivery: 'show', email: '' }))).toEqual([]);
  });
  it('takes „until I take it back” only with the second touch', () => {
    expect(faultyFields(filled({ end: 'never' }))).toEqual(['notAfter']);
    expect(faultyFields(filled({ end: 'never', endless: true }))).toEqual([]);
  });
  it.each([['2026-06-25'], [''], ['2028-07-01']])('refuses „%s” as the last day', (date) => {
    expect(faultyFields(filled({ end: 'date', date }))).toEqual(['notAfter']);
  });
  it('takes today as the last day', () => {
    expect(faultyFields(filled({ end: 'date', date: '2026-06-26' }))).toEqual([]);
  });
});

describe('the request', () => {
  it('invites by default, until the end of the seventh day', () => {
    const body = bodyOf(filled(), { password: null, why: null, now: NOW });
    expect(newGrant.parse(body)).toEqual({
      serviceId: 's',
      spec: { kind: 'ftp', directory: '/www', access: 'read' },
      grantee: { name: 'Jan', email: 'jan@example.pl' },
      notAfter: endOfDay('2026-07-03'),
      credential: null,
      why: null,
    });
  });
  it('carries the generated password and no e-mail when it is shown once', () => {
    const body = newGrant.parse(
      bodyOf(filled({ delivery: 'show', area: 'tree' }), { password: 'acdef-hjkmn-pr', why: null, now: NOW }),
    );
    expect(body).toMatchObject({
      spec: { directory: '/' },
      grantee: { email: null },
      credential: { type: 'password', password: 'acdef-hjkmn-pr' },
    });
  });
});

it('a path is made of the names on the server, as they are', () => {
  expect(pathIn('/', 'www')).toBe('/www');
  expect(pathIn('/www', 'a b\n')).toBe('/www/a b\n');
});
