import { expect, it } from 'vitest';
import type { OffboardingView } from '../../../contract/index.ts';
import { aGrant, HOUR, NOW } from '../../testing/grant.ts';
import { progressPage, together } from './use-offboarding.ts';

const ended = aGrant({ id: 'own', state: 'ended', endedAt: NOW });
const view: OffboardingView = {
  id: 'act',
  person: { id: 'person-1', name: 'Jan', email: '' },
  startedAt: NOW,
  startedBy: 'Anna',
  grants: [ended],
  leftOut: [],
  signIn: null,
  secrets: [],
  finishedAt: NOW,
};

it('is over only once the domains that went with it are', () => {
  const going = aGrant({ id: 'domain', state: 'revoking' });
  expect(together(view, [going])).toMatchObject({ finishedAt: null, grants: [ended, going] });
  const gone = aGrant({ id: 'domain', state: 'ended', endedAt: NOW + HOUR });
  expect(together(view, [gone]).finishedAt).toBe(NOW + HOUR);
  expect(together({ ...view, finishedAt: null }, [gone]).finishedAt).toBeNull();
});

it('counts nothing twice, and nothing that was not taken back', () => {
  expect(together(view, [ended, aGrant({ id: 'live' })])).toEqual(view);
});

it('names in the address only what says nothing about anybody', () => {
  expect(progressPage('act', ['a', 'b'])).toBe('/panel/odbieranie/?id=act&domena=a&domena=b');
});
