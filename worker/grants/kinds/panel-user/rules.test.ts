import { describe, expect, test } from 'vitest';
import type { ErrorCode, Role } from '../../../../contract/index.ts';
import { isAbove, type PanelAct, type PanelTarget, panelActRefusal } from './rules.ts';

const ROLES: Role[] = ['owner', 'administrator', 'user'];
const ACTS: PanelAct[] = [
  { is: 'suspend' },
  { is: 'resume' },
  { is: 'remove' },
  { is: 'change', becomes: null },
  { is: 'change', becomes: 'user' },
  { is: 'change', becomes: 'administrator' },
];
const other = (role: Role): PanelTarget => ({ role, self: false, lastOwner: false });
const self = (role: Role, lastOwner = false): PanelTarget => ({ role, self: true, lastOwner });
const REMOVE: PanelAct = { is: 'remove' };
const SUSPEND: PanelAct = { is: 'suspend' };
const later: PanelAct = { is: 'change', becomes: null };
const to = (becomes: 'user' | 'administrator'): PanelAct => ({ is: 'change', becomes });

describe('who may do what to whoever signs in to the account', () => {
  test('nobody is above themselves, and the order is whole', () => {
    expect(ROLES.flatMap((one) => ROLES.map((two) => isAbove(one, two)))).toEqual([
      ...[false, true, true],
      ...[false, false, true],
      ...[false, false, false],
    ]);
  });
  test('a user does nothing, to nobody', () => {
    for (const role of ROLES)
      for (const act of ACTS) {
        expect(panelActRefusal('user', other(role), act)).toBe('role-too-low');
        expect(panelActRefusal('user', self('user'), act)).toBe('role-too-low');
      }
  });
  test('managers do everything to those who are not above them', () => {
    for (const act of ACTS) {
      for (const role of ROLES) expect(panelActRefusal('owner', other(role), act)).toBeNull();
      expect(panelActRefusal('administrator', other('administrator'), act)).toBeNull();
      expect(panelActRefusal('administrator', other('user'), act)).toBeNull();
      expect(panelActRefusal('administrator', other('owner'), act)).toBe('role-too-low');
    }
  });
  test.each<[Role, PanelTarget, PanelAct, ErrorCode | null]>([
    ['owner', self('owner', true), REMOVE, 'last-owner'],
    ['owner', self('owner', true), to('administrator'), 'last-owner'],
    ['owner', self('owner'), REMOVE, null],
    ['owner', self('owner'), to('administrator'), null],
    ['owner', self('owner'), to('user'), 'own-sign-in'],
    ['administrator', self('administrator'), REMOVE, null],
    ['administrator', self('administrator'), SUSPEND, 'own-sign-in'],
    ['administrator', self('administrator'), to('user'), 'own-sign-in'],
    ['administrator', self('administrator'), later, 'own-sign-in'],
    ['owner', { role: 'owner', self: false, lastOwner: true }, REMOVE, 'last-owner'],
  ])('%s to %j: %j gives %j', (actor, target, act, code) => expect(panelActRefusal(actor, target, act)).toBe(code));
});
