import type { CaseState, ORDER_SUBJECTS, SettingRequest } from '../../../contract/index.ts';

export type OrderSubject = (typeof ORDER_SUBJECTS)[number];

/** What an order is for: its name, and what it covers. */
export const ORDER_WORDS: Readonly<Record<OrderSubject, { label: string; hint: string }>> = {
  repair: { label: 'Naprawa strony', hint: 'Strona albo sklep przestały działać lub pokazują błąd.' },
  restore: { label: 'Przywrócenie z kopii', hint: 'Pliki, baza danych albo poczta wrócą do stanu z wybranego dnia.' },
  move: {
    label: 'Przeniesienie',
    hint: 'Strona, baza danych albo poczta zmienią miejsce, na przykład trafią tu od innej firmy.',
  },
  update: { label: 'Aktualizacja', hint: 'Nowsza wersja strony, sklepu albo wtyczek.' },
  configure: { label: 'Ustawienia', hint: 'Na przykład wersja PHP, zadanie cron, przekierowanie albo certyfikat.' },
  other: { label: 'Coś innego', hint: 'Opisz zadanie własnymi słowami.' },
};

type Side = 'customer' | 'staff';

const CASE_WORDS: Readonly<Record<Side, Record<CaseState, string>>> = {
  customer: { new: 'czeka na BOK', taken: 'w toku', waiting: 'czeka na Twoją odpowiedź', closed: 'zamknięta' },
  staff: { new: 'nowa', taken: 'w toku', waiting: 'czeka na klienta', closed: 'zamknięta' },
};
export const caseStateWords = (state: CaseState, side: Side): string => CASE_WORDS[side][state];

/** Which of the looks of a state (components.css) a case has. */
export const CASE_LOOK: Readonly<Record<CaseState, string>> = {
  new: 'requested',
  taken: 'pending',
  waiting: 'suspended',
  closed: 'ended',
};

const REQUEST_WORDS: Readonly<Record<SettingRequest['state'], { word: string; look: string }>> = {
  sent: { word: 'czeka na informatyka', look: 'requested' },
  answered: { word: 'odpowiedź gotowa', look: 'pending' },
  done: { word: 'zrobione', look: 'active' },
  dropped: { word: 'odwołane', look: 'ended' },
  expired: { word: 'link wygasł', look: 'failed' },
};

/** „odpowiedź gotowa, zrobione 2 z 4”: how far a request is. */
export function requestState(state: SettingRequest['state'], progress: string | null): { word: string; look: string } {
  const { word, look } = REQUEST_WORDS[state];
  return { word: state === 'answered' && progress ? `${word}, ${progress}` : word, look };
}

/** „2 z 4”; steps that are no longer there do not count. */
export function progressWords(steps: readonly { id: string }[], done: readonly string[]): string {
  return `${steps.filter(({ id }) => done.includes(id)).length} z ${steps.length}`;
}

export const kindWords = (kind: 'message' | 'order'): string => (kind === 'order' ? 'zlecenie' : 'wiadomość');
