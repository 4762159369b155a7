import { expect, it } from 'vitest';
import type { Snapshot } from './watch.ts';
import { phaseWords, progressWords, unfinishedWords } from './words.ts';

const NONE = { waiting: 0, running: 0, paused: 0, offline: 0, asking: 0, done: 0, failed: 0, skipped: 0, cancelled: 0 };
function snapshot(counts: Partial<typeof NONE>, part: Partial<Snapshot> = {}): Snapshot {
  const totals = { counts: { ...NONE, ...counts }, size: 4_000_000_000, sent: 1_200_000_000 };
  return { totals, rows: [], asking: null, going: true, held: false, diskFull: false, left: null, ...part };
}
const offline = { state: 'offline', fault: 'network' } as Snapshot['rows'][number];

it.each<[string, Snapshot]>([
  ['Wysyłamy pliki na serwer. Nie zamykaj tej strony.', snapshot({ running: 3, waiting: 5 })],
  [
    'Czekamy na połączenie. Gdy wróci, wysyłanie pójdzie dalej od miejsca, w którym stanęło.',
    snapshot({ offline: 1 }, { rows: [offline] }),
  ],
  ['Czekamy na odpowiedź, co zrobić z tym, co już jest na serwerze.', snapshot({ asking: 2, done: 1 })],
  ['Serwer chwilowo nie przyjmuje plików. Próbujemy dalej – zostaw tę stronę otwartą.', snapshot({ offline: 1, waiting: 2 })],
  ['Wysyłanie jest wstrzymane. To, co już doszło, zostaje.', snapshot({ waiting: 2 }, { held: true })],
  ['Wysyłanie jest wstrzymane. To, co już doszło, zostaje.', snapshot({ paused: 2, done: 1 })],
  [
    'Na serwerze skończyło się miejsce. Reszta czeka – zwolnij miejsce i wznów wysyłanie.',
    snapshot({ waiting: 2 }, { held: true, diskFull: true }),
  ],
  ['Gotowe, na serwerze: 22\u00a0pliki. Nie udało się: 1\u00a0plik.', snapshot({ done: 22, failed: 1 })],
  ['Bez zmian na serwerze: 5\u00a0plików.', snapshot({ skipped: 2, cancelled: 3 })],
])('says the phase: %s', (words, now) => expect(phaseWords(now)).toBe(words));

it('says numbers apart from the phase', () => {
  const now = snapshot({ done: 3, running: 3, waiting: 6 }, { left: 170_000 });
  expect(progressWords(now)).toBe('3 z 12\u00a0plików, 1,2\u00a0GB z 4\u00a0GB, zostało: około 3\u00a0minuty');
});

it('says what an earlier visit left', () => expect(unfinishedWords(1, 2_000_000)).toContain('1\u00a0plik, razem 2\u00a0MB'));
