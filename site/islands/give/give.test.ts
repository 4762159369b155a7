import { describe, expect, it } from 'vitest';
import { intentFromQuery, intentToQuery, newGrant } from '../../../contract/index.ts';
import { NOW } from '../../testing/grant.ts';
import { endOfDay } from '../../words/dates.ts';
import { bodyOf, checkForm, type GiveForm, onService, startingForm } from './form.ts';
import { startFor } from './GivePanelUser.tsx';
import { readIntent, readPanelIntent } from './intent.ts';
import { pathIn } from './pickers/tree.ts';
import { scopeOf, specOf } from './scope.ts';

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
  it('is read as the contract reads it, for every kind and level', () => {
    for (const kind of ['ftp', 'baza-danych', 'skrzynka', 'www', ''])
      for (const access of ['odczyt', 'zapis', 'pelny', 'toString', ''])
        for (const area of ['', '&zakres=katalog', '&zakres=caly-serwer']) {
          const query = new URLSearchParams(`rodzaj=${kind}&prawo=${access}${area}&dni=7`);
          expect(readIntent(query), query.toString()).toEqual(intentFromQuery(query));
        }
    expect(readIntent(intentToQuery({ kind: 'database', access: 'full', days: 3 }))).toMatchObject({ access: 'full', days: 3 });
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

describe('an intent for the Panel itself', () => {
  it('is read as the contract reads it, and is none of the server’s', () => {
    for (const text of [
      'rola=uzytkownik',
      'rola=administrator&dni=7&kreator=a&wynik=b',
      'rola=wlasciciel',
      '',
      'rola=administrator&dni=0',
    ]) {
      const query = new URLSearchParams(`rodzaj=panel&${text}`);
      expect(readPanelIntent(query), text).toEqual(intentFromQuery(query));
      expect(readIntent(query)).toBeNull();
    }
    expect(readPanelIntent(new URLSearchParams('rodzaj=ftp&zakres=katalog&prawo=odczyt&rola=administrator'))).toBeNull();
  });
  it('begins the form with its role and its days', () => {
    expect(startFor({ role: 'administrator', days: 30 }, NOW)).toMatchObject({ role: 'administrator', end: '30' });
    expect(startFor({ role: 'user', days: 14 }, NOW)).toMatchObject({ role: 'user', end: 'date', date: '2026-07-10' });
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
  it('begins with the kind and the level that were suggested', () => {
    expect(startingForm({ kind: 'database', access: 'write', days: 7 }, NOW)).toMatchObject({
      kind: 'database',
      access: 'write',
    });
    expect(startingForm({ kind: 'mailbox', access: 'read', days: 7 }, NOW)).toMatchObject({ kind: 'mailbox', access: 'read' });
  });
  it('needs the database or the mailbox of its kind, not a directory', () => {
    expect(faultyFields(filled({ kind: 'database' }))).toEqual(['spec.database']);
    expect(faultyFields(filled({ kind: 'database', database: 'klient-a_sklep' }))).toEqual([]);
    expect(faultyFields(filled({ kind: 'mailbox' }))).toEqual(['spec.address']);
    expect(faultyFields(filled({ kind: 'mailbox', address: 'biuro@sklep.example' }))).toEqual([]);
  });
  it('only ever invites to a mailbox, whatever was chosen for another kind', () => {
    expect(faultyFields(filled({ kind: 'mailbox', address: 'biuro@sklep.example', delivery: 'show', email: '' }))).toEqual([
      'grantee.email',
    ]);
  });
  it('forgets what was chosen on another service', () => {
    const form = { ...filled({ database: 'a_b', address: 'a@b.pl' }), ...onService('s2') };
    expect(form).toMatchObject({ serviceId: 's2', directory: '', database: '', address: '', name: ' Jan ' });
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
  it('names the database or the mailbox, and invites to a mailbox even where showing was chosen', () => {
    const ask = { password: null, why: null, now: NOW };
    const database = filled({ kind: 'database', database: 'klient-a_sklep', access: 'full' });
    expect(newGrant.parse(bodyOf(database, ask)).spec).toEqual({ kind: 'database', database: 'klient-a_sklep', access: 'full' });
    const mailbox = filled({ kind: 'mailbox', address: 'biuro@sklep.example', delivery: 'show' });
    expect(newGrant.parse(bodyOf(mailbox, ask))).toMatchObject({
      spec: { kind: 'mailbox', address: 'biuro@sklep.example', access: 'read' },
      grantee: { email: 'jan@example.pl' },
      credential: null,
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

describe('what a form opens', () => {
  const SPECS = [
    { kind: 'ftp', directory: '/', access: 'write' },
    { kind: 'ftp', directory: '/www', access: 'read' },
    { kind: 'database', database: 'klient-a_sklep', access: 'full' },
    { kind: 'mailbox', address: 'biuro@sklep.example', access: 'write' },
  ] as const;
  it.each(SPECS)('comes back as it went: $kind, $access', (spec) => {
    expect(specOf(scopeOf(spec))).toEqual(spec);
    expect(newGrant.shape.spec.parse(specOf(scopeOf(spec)))).toEqual(spec);
  });
  it('is the smallest access where the kind has no such level', () => {
    expect(specOf({ ...scopeOf(SPECS[2]), kind: 'mailbox', address: 'a@b.pl' })).toMatchObject({ access: 'read' });
    expect(specOf({ ...scopeOf(SPECS[2]), kind: 'ftp', area: 'tree' })).toMatchObject({ access: 'read' });
  });
});

it('a path is made of the names on the server, as they are', () => {
  expect(pathIn('/', 'www')).toBe('/www');
  expect(pathIn('/www', 'a b\n')).toBe('/www/a b\n');
});
