import { expect, it } from 'vitest';
import { aGrant, HOUR, NOW } from '../../testing/grant.ts';
import { byService, isHeldUp, isOwnSignIn, originWords, takenWords } from './people-words.ts';

const away = { name: 's1.example.pl', online: false, lastSeenAt: NOW };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('tells proof from promise, and says what is waited for', () => {
  const revoking = aGrant({ state: 'revoking' });
  expect(takenWords(revoking)).toBe('Blokujemy logowanie i kończymy połączenia.');
  expect(takenWords(aGrant({ state: 'revoking', host: away }))).toContain('serwer s1.example.pl nie odpowiada');
  expect(takenWords(aGrant({ state: 'revoking', problem: 'service-unavailable' }))).toContain('Próbujemy dalej');
  const cut = { ...revoking, cutAt: NOW };
  expect(plain(takenWords(cut))).toBe(
    'Logowanie odrzucone i brak połączeń: 26 czerwca 2026, godz. 12:00:00. Sprawdzamy jeszcze raz.',
  );
  expect(plain(takenWords({ ...cut, state: 'ended', endedAt: NOW + HOUR }))).toBe(
    'Logowanie odrzucone i brak połączeń: 26 czerwca 2026, godz. 12:00:00.',
  );
  expect(takenWords(aGrant({ state: 'ended', endedAt: NOW, claimedAt: null }))).toContain('Nikt z niego nie skorzystał');
});

it('counts as held up only what is away before it is cut off', () => {
  expect(isHeldUp(aGrant({ state: 'revoking', host: away }))).toBe(true);
  expect(isHeldUp(aGrant({ state: 'revoking', host: away, cutAt: NOW }))).toBe(false);
  expect(isHeldUp(aGrant({ state: 'revoking' }))).toBe(false);
  const seat = { kind: 'seat', role: 'user' } as const;
  expect(isHeldUp(aGrant({ state: 'revoking', host: away, spec: seat }))).toBe(false);
});

it('says how an access came about', () => {
  expect(plain(originWords(aGrant()))).toBe('Od: 26 czerwca 2026. Kto nadał: Anna Nowak.');
  expect(plain(originWords(aGrant({ fromEarlierOwner: true, keptAt: NOW })))).toBe(
    'Od: 26 czerwca 2026. Kto nadał: Anna Nowak (za poprzedniego abonenta). Ostatni przegląd: 26 czerwca 2026.',
  );
});

it('knows one’s own sign-in by its address, and puts the whole account apart from services', () => {
  const mine = aGrant({ id: '2', spec: { kind: 'panel-user', role: 'administrator' } });
  expect(isOwnSignIn(mine, 'JAN@example.pl')).toBe(true);
  expect(isOwnSignIn(aGrant(), 'jan@example.pl')).toBe(false);
  expect(byService([aGrant(), mine, aGrant({ id: '3' })]).map(({ title, grants }) => [title, grants.length])).toEqual([
    ['Hosting sklepu', 2],
    ['Całe konto', 1],
  ]);
});
