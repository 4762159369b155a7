import { describe, expect, it } from 'vitest';
import { type CessionItem, type CessionView, subscriber } from '../../../contract/index.ts';
import { allAs, isLastWord, stepsOf, subscriberFacts, thingWords, unsaved, whyNotConfirm } from './cession-words.ts';
import { EMPTY_START, startProblems } from './start-form.ts';
import { EMPTY_SUBSCRIBER, isRight, subscriberOf, subscriberProblems, whileTyping } from './subscriber-form.ts';

const COMPANY = {
  type: 'company',
  name: ' Nowa sp. z o.o. ',
  nip: 'PL 526-025-02-74',
  regon: '000331501',
  address: 'Lipowa 1',
  postcode: '70001',
  city: 'Szczecin',
};
const fields = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);

describe('the new subscriber', () => {
  it('is sent as the contract has it, however the numbers were typed', () => {
    const sent = subscriberOf(COMPANY);
    expect(subscriber.parse(sent)).toEqual({
      type: 'company',
      name: 'Nowa sp. z o.o.',
      nip: '5260250274',
      regon: '000331501',
      address: 'Lipowa 1',
      postcode: '70-001',
      city: 'Szczecin',
    });
    expect(subscriberOf({ ...COMPANY, regon: ' ' })).toMatchObject({ regon: null });
  });
  it('is a person without numbers', () => {
    const sent = subscriberOf({ ...COMPANY, type: 'person', name: 'Ewa Nowa' });
    expect(subscriber.parse(sent)).toEqual(sent);
    expect(sent).not.toHaveProperty('nip');
  });
  it('lacks everything but REGON at first, in the order of the fields', () => {
    expect(fields(subscriberProblems(EMPTY_SUBSCRIBER))).toEqual([
      'subscriber.name',
      'subscriber.nip',
      'subscriber.address',
      'subscriber.postcode',
      'subscriber.city',
    ]);
    expect(fields(subscriberProblems({ ...EMPTY_SUBSCRIBER, type: 'person' }))).not.toContain('subscriber.nip');
    expect(subscriberProblems(COMPANY)).toEqual([]);
  });
  it.each([
    ['nip', '526-025-02', null],
    ['nip', '526-025-02-75', 'Ten NIP się nie zgadza'],
    ['nip', '526-025-02-74', null],
    ['regon', '00033150', null],
    ['regon', '000331502', 'Ten REGON się nie zgadza'],
    ['regon', '000331501', null],
    ['postcode', '700', null],
    ['postcode', '70-001', null],
    ['postcode', '700011', 'Kod pocztowy'],
  ] as const)('%s typed as „%s” is judged only when whole', (field, value, said) => {
    const found = whileTyping(field, { ...COMPANY, [field]: value });
    if (said === null) expect(found).toBeNull();
    else expect(found).toContain(said);
  });
  it('is told at once that a number is right', () => {
    expect(isRight('nip', COMPANY)).toBe(true);
    expect(isRight('nip', { ...COMPANY, nip: '5260250275' })).toBe(false);
    expect(isRight('regon', { ...COMPANY, regon: '' }), 'nothing is not right').toBe(false);
  });
  it('reads as facts', () => {
    expect(subscriberFacts(subscriberOf(COMPANY))).toEqual([
      ['Firma', 'Nowa sp. z o.o.'],
      ['NIP', '526-025-02-74'],
      ['REGON', '000331501'],
      ['Adres', 'Lipowa 1, 70-001 Szczecin'],
    ]);
  });
});

describe('the beginning', () => {
  it('needs the other side and the name typed; a domain only where a domain is passed', () => {
    expect(fields(startProblems({ ...EMPTY_START, kind: 'account' }))).toEqual(['taker.name', 'taker.email', 'typed']);
    expect(fields(startProblems({ ...EMPTY_START, kind: 'domain' }))).toContain('serviceId');
  });
});

const item = (id: string, over: Partial<CessionItem> = {}): CessionItem => ({
  id,
  what: 'grant',
  title: id,
  person: id,
  notAfter: null,
  mayStay: true,
  decision: null,
  ...over,
});

describe('decisions', () => {
  const items = [item('a'), item('b', { decision: 'keep' }), item('s', { what: 'session', mayStay: false, decision: 'end' })];
  it('are sent only where they change something that may be decided and still stands', () => {
    expect(unsaved(items, { a: 'end', b: 'keep', s: 'keep', gone: 'keep' })).toEqual([{ id: 'a', decision: 'end' }]);
  });
  it('for all leave out what always ends', () => {
    expect(allAs(items, 'keep').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

const view = (over: Partial<CessionView> = {}): CessionView => ({
  id: 'c',
  kind: 'account',
  state: 'accepted',
  side: 'giver',
  account: { name: 'Zielnik', clientNumber: '100100' },
  domain: null,
  giver: { person: 'Anna', confirmedAt: null },
  taker: { person: 'Tomasz', email: 'tomasz@nowa.example', confirmedAt: null },
  subscriber: subscriberOf(COMPANY),
  items: [],
  counts: { keep: 1, end: 1, undecided: 0 },
  version: 1,
  createdAt: 1,
  expiresAt: 2,
  endedAt: null,
  ...over,
});
const GIVER = 'anna@zielnik.example';
const TAKER = 'tomasz@nowa.example';

describe('confirming', () => {
  it('waits for the data, then for decisions, and each side confirms once', () => {
    expect(whyNotConfirm(view(), GIVER)).toBeNull();
    expect(whyNotConfirm(view({ subscriber: null }), GIVER)).toContain('danych nowego abonenta');
    expect(whyNotConfirm(view({ counts: { keep: 0, end: 0, undecided: 2 } }), GIVER)).toContain('Bez decyzji: 2\u00a0dostępy');
    expect(whyNotConfirm(view({ side: 'taker', counts: { keep: 0, end: 0, undecided: 2 } }), TAKER)).toContain('Obecny abonent');
    const confirmed = view({ giver: { person: 'Anna', confirmedAt: 1 } });
    expect(whyNotConfirm(confirmed, GIVER)).toContain('Twoje potwierdzenie już mamy');
    expect(whyNotConfirm({ ...confirmed, side: 'taker' }, TAKER)).toBeNull();
    expect(whyNotConfirm(confirmed, TAKER), 'whoever is both sides confirms for the other one too').toBeNull();
  });
  it('knows the last word', () => {
    expect(isLastWord(view())).toBe(false);
    expect(isLastWord(view({ side: 'taker', giver: { person: 'Anna', confirmedAt: 1 } }))).toBe(true);
    expect(isLastWord(view({ taker: { person: 'T', email: TAKER, confirmedAt: 1 } }))).toBe(true);
  });
});

describe('how far it is', () => {
  const done = (over: Partial<CessionView>) => stepsOf(view(over)).map((step) => step.done);
  it('is told step by step', () => {
    expect(done({ subscriber: null, counts: { keep: 0, end: 0, undecided: 1 } })).toEqual([true, false, false, false, false]);
    expect(done({ giver: { person: 'Anna', confirmedAt: 1 } })).toEqual([true, true, true, true, false]);
    expect(done({ state: 'completed' })).toEqual([true, true, true, true, true]);
  });
  it('names what changes hands', () => {
    expect(thingWords(view())).toBe('Całe konto: Zielnik, numer klienta\u00a0100100');
    expect(thingWords(view({ kind: 'domain', domain: 'zielnik.example' }))).toBe('Domena: zielnik.example');
  });
});
