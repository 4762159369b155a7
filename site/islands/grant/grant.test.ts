import { describe, expect, it } from 'vitest';
import { grantChange } from '../../../contract/index.ts';
import { aGrant, HOUR, NOW } from '../../testing/grant.ts';
import { rulesOf, scopeOf } from '../give/scope.ts';
import { choiceFrom } from '../parts/end-date.ts';
import { changeBody, changeFault, narrows, seatChangeBody, startFrom, whatChanges } from './change.ts';
import { stepsOf } from './steps.ts';

const marks = (part: Parameters<typeof aGrant>[0]) => stepsOf(aGrant(part)).map(({ step }) => step);
const labels = (part: Parameters<typeof aGrant>[0]) => stepsOf(aGrant(part)).map(({ label }) => label);

describe('the steps of a grant', () => {
  it('wait for the invitation at first', () => {
    expect(marks({ state: 'requested', claimedAt: null, activeAt: null })).toEqual(['done', 'now', 'next']);
  });
  it('show the server at work, and where it is stuck', () => {
    expect(marks({ state: 'pending', activeAt: null })).toEqual(['done', 'done', 'now', 'next']);
    expect(marks({ state: 'pending', activeAt: null, problem: 'disk-full' })).toEqual(['done', 'done', 'failed', 'next']);
  });
  it('are all done while it works', () => {
    expect(marks({})).toEqual(['done', 'done', 'done']);
  });
  it('show a change to what already worked', () => {
    expect(labels({ state: 'pending' })).toContain('Serwer wprowadza zmianę');
  });
  it('go from taking back to the proof and the end', () => {
    const revoking = { state: 'revoking', endReason: 'revoked' } as const;
    expect(marks(revoking)).toEqual(['done', 'done', 'done', 'now', 'next']);
    expect(marks({ ...revoking, cutAt: NOW })).toEqual(['done', 'done', 'done', 'done', 'now', 'next']);
    expect(marks({ ...revoking, problem: 'sessions-remain' })).toContain('failed');
    expect(labels({ state: 'ended', endReason: 'revoked', cutAt: NOW, endedAt: NOW + 2000 }).at(-1)).toBe('Zakończony: odebrany');
  });
  it('need no proof where nobody could ever sign in', () => {
    expect(marks({ state: 'ended', endReason: 'cancelled', claimedAt: null, activeAt: null, endedAt: NOW })).toEqual([
      'done',
      'done',
    ]);
  });
  it('have labels of their own, so that a page can tell them apart', () => {
    for (const state of ['requested', 'pending', 'active', 'revoking', 'ended'] as const) {
      const shown = labels({ state, cutAt: state === 'revoking' ? NOW : null });
      expect(new Set(shown).size).toBe(shown.length);
    }
  });
});

describe('the steps of what no server keeps', () => {
  const panelUser = { kind: 'panel-user', role: 'user' } as const;
  const seat = { kind: 'seat', role: 'user' } as const;
  it('speak of no server, connection or password', () => {
    for (const spec of [panelUser, seat])
      for (const state of ['requested', 'pending', 'active', 'revoking', 'ended'] as const)
        expect(labels({ spec, state, cutAt: NOW, connection: null }).join(' ')).not.toMatch(/serwer|połączeni|hasł/i);
  });
  it('say that somebody rests, and since when', () => {
    const resting = stepsOf(aGrant({ spec: panelUser, suspendedAt: NOW }));
    expect(resting.at(-1)).toEqual({ label: 'Zawieszony', at: NOW, step: 'now' });
    expect(resting.at(-2)?.label).toBe('Działał');
  });
  it('wait for nobody to accept a licence', () => {
    expect(labels({ spec: seat, state: 'pending', claimedAt: null, activeAt: null })).toEqual([
      'Licencja przydzielona. Osoba: Anna Nowak',
      'Dostawca usługi włącza licencję',
      'Działa',
    ]);
  });
});

describe('a change', () => {
  const grant = aGrant({ version: 4 });
  const now = NOW;
  const scope = scopeOf({ kind: 'ftp', directory: '/www', access: 'read' });
  const change = { end: choiceFrom(grant.notAfter), scope, role: 'user' as const };
  it('sends only what its dialog is about, with the version that was seen', () => {
    expect(grantChange.parse(changeBody(grant, change, 'scope', now))).toEqual({
      version: 4,
      spec: { kind: 'ftp', directory: '/www', access: 'read' },
    });
    expect(
      grantChange.parse(changeBody(grant, { ...change, end: { end: 'never', date: '', endless: true } }, 'end', now)),
    ).toEqual({ version: 4, notAfter: null });
  });
  it('names the field at fault', () => {
    expect(changeFault({ ...change, scope: { ...scope, directory: '' } }, 'scope', now)?.field).toBe('spec.directory');
    expect(changeFault({ ...change, end: { end: 'date', date: '2026-06-01', endless: false } }, 'end', now)?.field).toBe(
      'notAfter',
    );
    expect(changeFault(change, 'end', now)).toBeNull();
  });
  it('warns when it takes something away', () => {
    const spec = { kind: 'ftp', directory: '/www', access: 'write' } as const;
    expect(narrows(spec, { ...spec, access: 'read' })).toBe(true);
    expect(narrows(spec, { ...spec, directory: '/www2' })).toBe(true);
    expect(narrows(spec, { ...spec, directory: '/' })).toBe(false);
    expect(narrows(spec, spec)).toBe(false);
  });
  it('keeps a database and a mailbox the same, and warns when a level is taken away', () => {
    const database = { kind: 'database', database: 'klient-a_sklep', access: 'full' } as const;
    const lower = { ...change, scope: { ...scopeOf(database), access: 'write' as const } };
    expect(grantChange.parse(changeBody(grant, lower, 'scope', now)).spec).toEqual({ ...database, access: 'write' });
    expect(narrows(database, { ...database, access: 'write' })).toBe(true);
    expect(narrows({ ...database, access: 'read' }, database)).toBe(false);
    expect([rulesOf(database).isFixed, rulesOf({ kind: 'mailbox' }).isFixed, rulesOf({ kind: 'ftp' }).isFixed]).toEqual([
      true,
      true,
      false,
    ]);
  });
  it('of a role keeps the kind, and a licence has a body of its own', () => {
    const panelUser = aGrant({ spec: { kind: 'panel-user', role: 'user' }, version: 4 });
    const wider = { ...startFrom(panelUser), role: 'administrator' as const };
    expect(grantChange.parse(changeBody(panelUser, wider, 'role', now))).toEqual({
      version: 4,
      spec: { kind: 'panel-user', role: 'administrator' },
    });
    expect(seatChangeBody(panelUser, wider, 'role', now)).toEqual({ version: 4, role: 'administrator' });
  });
  it('is offered only where the kind has something to change', () => {
    expect(whatChanges({ kind: 'ftp', directory: '/', access: 'read' })).toEqual(['end', 'scope']);
    expect(whatChanges({ kind: 'panel-user', role: 'user' })).toEqual(['end', 'role']);
    expect(whatChanges({ kind: 'seat', role: 'user' })).toEqual(['end', 'role']);
    expect(whatChanges({ kind: 'delegation', domain: 'a.pl', to: '100' })).toEqual(['end']);
  });
  it('begins from the day that is true now', () => {
    expect(choiceFrom(NOW + HOUR)).toEqual({ end: 'date', date: '2026-06-26', endless: false });
    expect(choiceFrom(null).end).toBe('never');
  });
});
