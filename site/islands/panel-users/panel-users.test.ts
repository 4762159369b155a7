import { describe, expect, it } from 'vitest';
import { intentFromQuery, newGrant, type PanelUserView } from '../../../contract/index.ts';
import { NOW } from '../../testing/grant.ts';
import { endOfDay } from '../../words/dates.ts';
import { readIntent } from '../give/intent.ts';
import { ALTERNATIVES } from './alternatives.ts';
import { bodyOfUser, checkUserForm, startingUserForm, type UserForm } from './form.ts';
import { actsOn, arranged, removalWords, seatsWords, userState, whatStays } from './user-words.ts';

const aUser = (part: Partial<PanelUserView> = {}): PanelUserView => ({
  grantId: 'g1',
  userId: 'u1',
  name: 'Jan',
  email: 'jan@example.pl',
  role: 'administrator',
  state: 'active',
  notAfter: NOW,
  you: false,
  lastOwner: false,
  seats: 0,
  ...part,
});
const filled = (part: Partial<UserForm> = {}): UserForm => ({
  ...startingUserForm(),
  name: ' Jan ',
  email: ' jan@example.pl ',
  ...part,
});
const faulty = (form: UserForm) => checkUserForm(form, NOW).map(({ field }) => field);

describe('the invitation', () => {
  it('begins with the smaller role and an end in a month', () => {
    expect(startingUserForm()).toMatchObject({ role: 'user', end: '30', endless: false });
  });
  it('names every field that is missing or wrong', () => {
    expect(faulty(startingUserForm())).toEqual(['grantee.name', 'grantee.email']);
    expect(faulty(filled({ email: 'jan' }))).toEqual(['grantee.email']);
    expect(faulty(filled({ end: 'never' }))).toEqual(['notAfter']);
    expect(faulty(filled())).toEqual([]);
  });
  it('is for the Panel itself, with the end of its last day', () => {
    expect(newGrant.parse(bodyOfUser(filled({ role: 'administrator' }), null, NOW))).toEqual({
      serviceId: null,
      spec: { kind: 'panel-user', role: 'administrator' },
      grantee: { name: 'Jan', email: 'jan@example.pl' },
      notAfter: endOfDay('2026-07-26'),
      credential: null,
      why: null,
    });
  });
  it('asks for nothing where one thing alone is wanted (R3)', () => {
    expect(bodyOfUser(filled({ role: 'one' }), null, NOW)).toBeNull();
  });
});

describe('what does the job instead of the Panel (R3)', () => {
  const give = ALTERNATIVES.filter(({ href }) => href.startsWith('/panel/nadaj/'));
  it('begins with access outside it, filled in as the smallest of its kind', () => {
    const intents = give.map(({ href }) => new URL(href, 'https://x').searchParams);
    expect(intents.map((query) => readIntent(query))).toMatchObject([
      { kind: 'ftp', area: 'directory', access: 'read', days: 7 },
      { kind: 'database', access: 'read', days: 7 },
      { kind: 'mailbox', access: 'read', days: 7 },
    ]);
    for (const query of intents) expect(intentFromQuery(query)).toEqual(readIntent(query));
  });
  it('goes on to settings and to our own work (R11, R12)', () => {
    expect(ALTERNATIVES.map(({ href }) => href).join(' ')).toMatch(/kto-zmieni.*zlecenie/);
  });
});

describe('what can be done about a person', () => {
  it('is nothing about the last owner, and says why', () => {
    const { acts, why } = actsOn(aUser({ role: 'owner', lastOwner: true, you: true, grantId: null }), 'owner');
    expect(acts).toEqual([]);
    expect(why).toMatch(/jedynego nie da się usunąć/);
  });
  it('leaves owners to owners', () => {
    const owner = aUser({ role: 'owner', grantId: null });
    expect(actsOn(owner, 'administrator').acts).toEqual([]);
    expect(actsOn(owner, 'owner').acts).toEqual(['remove']);
  });
  it('is only leaving where it is oneself', () => {
    expect(actsOn(aUser({ you: true }), 'administrator').acts).toEqual(['remove']);
  });
  it('follows the state', () => {
    expect(actsOn(aUser({ state: 'invited' }), 'owner').acts).toEqual(['role', 'end', 'invite', 'remove']);
    expect(actsOn(aUser({ state: 'suspended' }), 'owner').acts).toEqual(['role', 'end', 'rest', 'remove']);
    expect(actsOn(aUser({ grantId: null }), 'owner')).toMatchObject({
      acts: ['role', 'remove'],
      why: expect.stringMatching(/od początku/),
    });
  });
});

describe('removing a person', () => {
  it('says what stays: licences when there are any, other access always', () => {
    expect(whatStays({ seats: 2 })).toMatch(/2\u00a0licencje.*„Kto ma dostęp”/);
    expect(whatStays({ seats: 0 })).not.toMatch(/licenc/i);
  });
  it('tells an invitation from a person, and oneself from others', () => {
    expect(removalWords(aUser({ state: 'invited' })).first).toBe('Wycofaj zaproszenie');
    expect(removalWords(aUser({ you: true })).what).toMatch(/stracisz wstęp/);
    expect(removalWords(aUser({ seats: 1 })).what).toMatch(/Zostają licencje: 1\u00a0licencja/);
  });
});

it('a person’s seats and state are said in words', () => {
  expect([0, 1, 3, 5].map(seatsWords)).toEqual(['brak', '1\u00a0licencja', '3\u00a0licencje', '5\u00a0licencji']);
  expect(userState({ state: 'suspended' }).look).toBe('suspended');
});

it('owners stand first, then administrators and users, and in each role the one who looks', () => {
  const users = [
    aUser({ role: 'user', name: 'a' }),
    aUser({ name: 'b' }),
    aUser({ name: 'c', you: true }),
    aUser({ role: 'owner', name: 'd' }),
  ];
  expect(arranged(users).map(({ name }) => name)).toEqual(['d', 'c', 'b', 'a']);
});
