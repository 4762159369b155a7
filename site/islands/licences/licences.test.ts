import { describe, expect, it } from 'vitest';
import { NOW } from '../../testing/grant.ts';
import { endOfDay } from '../../words/dates.ts';
import { countsWords, freeSeats, mineWords, whatNext, whyNone } from './licence-words.ts';
import { EMPTY_SEAT, personProblems, type SeatForm, seatBody, seatProblems, withRole } from './seat-form.ts';

describe('what is left', () => {
  it('is counted, and never below none', () => {
    expect(freeSeats({ bought: 5, taken: 3 })).toBe(2);
    expect(freeSeats({ bought: 2, taken: 3 })).toBe(0);
    expect(countsWords({ bought: 5, taken: 3 })).toBe('Kupione: 5. Przydzielone: 3. Wolne: 2.');
  });
  it('has its reason where it is nothing', () => {
    expect(whyNone({ bought: 5, taken: 3 })).toBeNull();
    expect(whyNone({ bought: 5, taken: 5 })).toMatch(/Wszystkie kupione/);
    expect(whyNone({ bought: 2, taken: 3 })).toMatch(/więcej niż kupionych/);
    expect(whyNone({ bought: 0, taken: 0 })).toMatch(/żadnej kupionej/);
  });
});

it('a vendor is named where one has to act, and nobody waits where none has', () => {
  expect(whatNext({ vendor: 'microsoft' })).toMatch(/Microsoft.*do skutku/);
  expect(whatNext({ vendor: 'own' })).toMatch(/od razu/);
  expect([mineWords({ mine: null }), mineWords({ mine: 'user' })]).toEqual([null, 'do pracy']);
});

describe('assigning', () => {
  const filled: SeatForm = { ...EMPTY_SEAT, name: ' Ewa ', email: ' ewa@example.pl ' };
  it('needs a person', () => {
    expect(personProblems(EMPTY_SEAT).map(({ field }) => field)).toEqual(['person.name', 'person.email']);
    expect(personProblems({ name: 'Ewa', email: 'ewa' })[0]?.message).toMatch(/nie wygląda/);
    expect(seatProblems(filled, NOW)).toEqual([]);
  });
  it('lasts as long as the work, unless somebody is to look after the whole service', () => {
    expect(seatBody(filled, NOW)).toEqual({
      person: { name: 'Ewa', email: 'ewa@example.pl' },
      role: 'user',
      notAfter: null,
    });
    const wider = { ...filled, ...withRole('administrator') };
    expect(seatBody(wider, NOW)).toMatchObject({ role: 'administrator', notAfter: endOfDay('2026-07-26') });
    expect(seatProblems({ ...wider, end: 'never' }, NOW).map(({ field }) => field)).toEqual(['notAfter']);
  });
});
