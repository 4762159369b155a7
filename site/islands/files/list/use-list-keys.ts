import { useRef } from 'preact/hooks';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { commandOf, findTyped, type KeyCommand, stepFrom } from '../keys.ts';
import { extendTo, moveTo, only, type Selection, toggle } from '../selection.ts';

/** After so long without a letter, the next one begins another name. */
const TYPING_MS = 900;

export type ActKey = Exclude<KeyCommand['do'], 'step' | 'type' | 'toggle' | 'none'>;

interface ListKeys {
  entries: readonly FileEntry[];
  selection: Selection;
  /** How many rows a screen holds. */
  pageRows: () => number;
  /** Reads what is left of the directory: its last row is not its end before. */
  readAll: () => Promise<readonly FileEntry[]>;
  onSelect: (selection: Selection) => void;
  onKey: (key: ActKey) => void;
}

/** What keys do in the list: they move, choose, find by first letters, and pass on what is an act. */
export function useListKeys({ entries, selection, pageRows, readAll, onSelect, onKey }: ListKeys) {
  const typed = useRef({ text: '', at: 0 });

  const reach = (list: readonly FileEntry[], place: number, how: 'choose' | 'extend' | 'look') => {
    const ref = list[place]?.ref;
    if (ref === undefined) return;
    const refs = list.map((entry) => entry.ref);
    onSelect(how === 'choose' ? only(ref) : how === 'look' ? moveTo(selection, ref) : extendTo(selection, refs, ref));
  };
  const step = async ({ step, how }: KeyCommand & { do: 'step' }) => {
    const list = step === 'last' ? await readAll() : entries;
    const at = list.findIndex(({ ref }) => ref === selection.focus);
    reach(list, stepFrom(at, step, list.length, pageRows()), how);
  };
  const type = (letter: string) => {
    const now = performance.now();
    const text = now - typed.current.at < TYPING_MS ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    const at = entries.findIndex(({ ref }) => ref === selection.focus);
    const names = entries.map(({ name }) => name);
    reach(entries, findTyped(names, at, text), 'choose');
  };
  return (event: KeyboardEvent) => {
    const isTyping = performance.now() - typed.current.at < TYPING_MS;
    // A space within a name that is being typed is a letter.
    const command: KeyCommand | null = event.key === ' ' && isTyping ? { do: 'type', letter: ' ' } : commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command.do === 'step') void step(command);
    else if (command.do === 'type') type(command.letter);
    else if (command.do === 'toggle') selection.focus && onSelect(toggle(selection, selection.focus));
    else if (command.do === 'none') onSelect({ ...selection, chosen: new Set() });
    else onKey(command.do);
  };
}
