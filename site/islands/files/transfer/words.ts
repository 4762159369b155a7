import { sizeWords } from '../../../../content/words/index.ts';
import { counted, type Forms } from '../../../words/plural.ts';
import { durationWords } from './speed.ts';
import type { SendFault, Transfer } from './transfer.ts';
import type { Snapshot } from './watch.ts';

const FILES: Forms = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' };
const OF_FILES: Forms = { one: 'pliku', few: 'plików', many: 'plików', other: 'pliku' };

export const filesWords = (n: number): string => counted(n, FILES);
/** After „z”: „z 1 pliku”, „z 12 plików”. */
const ofFiles = (n: number) => counted(n, OF_FILES);
const sum = (counts: Snapshot['totals']['counts'], states: readonly (keyof Snapshot['totals']['counts'])[]) =>
  states.reduce((all, state) => all + counts[state], 0);

/** Why something did not get there and what to do about it. */
const WHY: Record<SendFault, string> = {
  'ticket-refused': 'Serwer nie przyjął zgody na wysyłanie. Spróbuj jeszcze raz, a jeśli to nie pomoże – odśwież stronę.',
  'outside-ticket': 'Nie masz zgody na zapis w tym katalogu. Odśwież stronę i spróbuj jeszcze raz.',
  'read-only': 'Nie masz zgody na zapis w tym katalogu. Odśwież stronę i spróbuj jeszcze raz.',
  denied: 'Serwer nie pozwala tu zapisać. Zmień uprawnienia katalogu albo wybierz inny.',
  'invalid-request': 'Serwer nie przyjmuje pliku o takiej nazwie. Zmień nazwę na komputerze i wyślij go jeszcze raz.',
  missing: 'Katalogu, do którego miał trafić plik, już nie ma. Wybierz inny katalog.',
  'is-link': 'Na drodze do pliku jest skrót (link), a przez skróty nie zapisujemy. Wybierz inny katalog.',
  'wrong-type': 'Pod tą nazwą na serwerze jest coś innego: katalog zamiast pliku albo plik zamiast katalogu. Zmień jedną z nazw.',
  exists: 'Plik o tej nazwie już jest na serwerze. Zmień nazwę i wyślij go jeszcze raz.',
  'into-itself': 'Tego katalogu nie da się wysłać do niego samego.',
  changed: 'Plik na serwerze zmienił się w trakcie. Spróbuj jeszcze raz.',
  'too-large': 'Plik jest za duży dla tego serwera.',
  'name-too-long': 'Nazwa jest za długa dla serwera. Skróć ją na komputerze i wyślij plik jeszcze raz.',
  'disk-full': 'Na serwerze nie ma już miejsca. Usuń to, co zbędne, albo opróżnij kosz, i spróbuj jeszcze raz.',
  unavailable: 'Serwer nie przyjmował plików. Spróbuj jeszcze raz za kilka minut.',
  unexpected: 'Coś zawiodło po naszej stronie. Spróbuj jeszcze raz.',
  network: 'Nie ma połączenia z serwerem. Spróbuj jeszcze raz.',
  'not-signed-in': 'Sesja się skończyła. Zaloguj się i spróbuj jeszcze raz – wysyłanie pójdzie dalej.',
  'file-unreadable':
    'Przeglądarka nie może odczytać tego pliku: zmienił się albo nie ma go już na komputerze. Wybierz go jeszcze raz.',
};

const percent = (sent: number, size: number) => (size === 0 ? 0 : Math.floor((100 * sent) / size));

/** Where one file is. */
export function stateWords({ state, sent, size, fault }: Transfer): string {
  const arrived = `${percent(sent, size)}% z ${sizeWords(size)}`;
  if (state === 'running') return arrived;
  if (state === 'paused') return `wstrzymany, ${arrived}`;
  if (state === 'offline') return fault === 'network' ? 'czeka na połączenie' : 'serwer chwilowo nie przyjmuje, spróbujemy znowu';
  if (state === 'failed' && fault) return WHY[fault];
  return `czeka, ${sizeWords(size)}`;
}

const isHeldUp = ({ totals }: Snapshot) => totals.counts.offline > 0 && totals.counts.running === 0;
const isOffline = ({ rows }: Snapshot) => rows.some(({ state, fault }) => state === 'offline' && fault === 'network');

/** What is going on with all of them: changes with the phase alone, so that it can be said aloud. */
export function phaseWords(now: Snapshot): string {
  const { counts } = now.totals;
  const todo = sum(counts, ['waiting', 'running', 'offline', 'paused', 'asking']);
  if (now.diskFull) return 'Na serwerze skończyło się miejsce. Reszta czeka – zwolnij miejsce i wznów wysyłanie.';
  if (todo === 0) return endWords(now);
  if (counts.asking === todo) return 'Czekamy na odpowiedź, co zrobić z tym, co już jest na serwerze.';
  if (now.held || sum(counts, ['paused']) === todo) return 'Wysyłanie jest wstrzymane. To, co już doszło, zostaje.';
  if (isHeldUp(now))
    return isOffline(now)
      ? 'Czekamy na połączenie. Gdy wróci, wysyłanie pójdzie dalej od miejsca, w którym stanęło.'
      : 'Serwer chwilowo nie przyjmuje plików. Próbujemy dalej – zostaw tę stronę otwartą.';
  return 'Wysyłamy pliki na serwer. Nie zamykaj tej strony.';
}

function endWords({ totals: { counts } }: Snapshot): string {
  const lost = counts.failed > 0 ? `Nie udało się: ${filesWords(counts.failed)}.` : '';
  const done = counts.done > 0 ? `Gotowe, na serwerze: ${filesWords(counts.done)}.` : '';
  const left = counts.skipped + counts.cancelled;
  return [done, lost, left > 0 ? `Bez zmian na serwerze: ${filesWords(left)}.` : ''].filter(Boolean).join(' ');
}

/** „3 z 12 plików, 1,2 GB z 4 GB, zostało około 3 minuty”: numbers that change all the time. */
export function progressWords({ totals: { counts, size, sent }, left }: Snapshot): string {
  const all = sum(counts, ['waiting', 'running', 'offline', 'paused', 'asking', 'done']);
  const time = left === null ? '' : `, zostało: ${durationWords(left)}`;
  return `${counts.done} z ${ofFiles(all)}, ${sizeWords(sent)} z ${sizeWords(size)}${time}`;
}

/** What an earlier visit left behind; its names are not kept. */
export const unfinishedWords = (count: number, bytes: number): string =>
  `Poprzednio nie skończyło się wysyłanie: ${filesWords(count)}, razem ${sizeWords(bytes)}. ` +
  'Otwórz ten sam katalog i wybierz te same pliki – pójdą dalej od miejsca, w którym stanęły. ' +
  'To, co już doszło, czeka na serwerze tydzień i zajmuje na nim miejsce, a potem znika.';
