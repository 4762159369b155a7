import { fold } from '../../../contract/fold.ts';

export type Step = 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down';
export type KeyCommand =
  | { do: 'step'; step: Step; how: 'choose' | 'extend' | 'look' }
  | { do: 'open' | 'rename' | 'bin' | 'parent' | 'copy' | 'cut' | 'paste' | 'all' | 'none' | 'toggle' }
  | { do: 'type'; letter: string };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};
const PLAIN: Readonly<Record<string, 'open' | 'rename' | 'bin' | 'parent' | 'none' | 'toggle'>> = {
  Enter: 'open',
  F2: 'rename',
  Delete: 'bin',
  Backspace: 'parent',
  Escape: 'none',
  ' ': 'toggle',
};
const WITH_CTRL: Readonly<Record<string, 'copy' | 'cut' | 'paste' | 'all' | 'toggle'>> = {
  c: 'copy',
  x: 'cut',
  v: 'paste',
  a: 'all',
  ' ': 'toggle',
};

/** What a key means in a list of files; null where it means nothing and the browser has it. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): KeyCommand | null {
  const ctrl = ctrlKey || metaKey;
  if (altKey) return null;
  const step = STEPS[key];
  if (step) return { do: 'step', step, how: shiftKey ? 'extend' : ctrl ? 'look' : 'choose' };
  const act = ctrl ? WITH_CTRL[key.toLowerCase()] : PLAIN[key];
  if (act) return { do: act };
  return !ctrl && [...key].length === 1 ? { do: 'type', letter: key } : null;
}

/** Where a step leads; the same place at an end of the list. */
export function stepFrom(at: number, step: Step, count: number, page: number): number {
  const last = count - 1;
  // From nowhere, any step leads to an end.
  if (at < 0) return step === 'last' ? last : 0;
  const to = { up: at - 1, down: at + 1, first: 0, last, 'page-up': at - page, 'page-down': at + page }[step];
  return Math.min(last, Math.max(0, to));
}

/** The next name that begins with what was typed; the same letter again goes on to the next one. */
export function findTyped(names: readonly string[], at: number, typed: string): number {
  const [first = ''] = typed;
  const isRepeated = [...typed].every((letter) => letter === first);
  const wanted = fold(isRepeated ? first : typed);
  const begin = isRepeated ? at + 1 : Math.max(at, 0);
  for (let step = 0; step < names.length; step++) {
    const place = (begin + step) % names.length;
    if (fold(names[place] ?? '').startsWith(wanted)) return place;
  }
  return -1;
}
