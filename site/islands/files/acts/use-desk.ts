import { useCallback, useRef, useState } from 'preact/hooks';
import { parentRef, refIn } from '../../../../contract/files/path.ts';
import type { FileEntry } from '../../../../contract/files/server.ts';
import type { Failure } from '../../../api/result.ts';
import { thingsWords } from '../../../words/files.ts';
import type { Door } from '../door/door.ts';
import type { DoorFailure } from '../door/fault.ts';
import { carry, follow, inPortions, nothingDone, type Outcome } from '../perform.ts';
import { shownName, shownPath } from '../place.ts';
import { asFailure } from '../spoken.ts';
import { type Clipboard, pasteInto } from './clipboard.ts';
import { restoreAll } from './undo.ts';
import { useRunner } from './use-runner.ts';

/** What was just done, or why it was not. */
export interface News {
  said: string;
  failed: Failure | null;
  undo: (() => Promise<void>) | null;
}
interface DeskProps {
  door: Door;
  at: string;
  /** Something has changed on the server: shows it, with these pointed out. */
  onChanged: (refs: readonly string[]) => Promise<void>;
}

/** „zdjecie.jpg”, or how many. */
const whatOf = (refs: readonly string[]) => (refs.length === 1 && refs[0] ? shownName(refs[0]) : thingsWords(refs.length));

/** Everything that can be done with what lies in a directory. */
export function useDesk({ door, at, onChanged }: DeskProps) {
  const runner = useRunner();
  const [news, setNews] = useState<News | null>(null);
  const [clipboard, setClipboard] = useState<Clipboard | null>(null);
  const changed = useRef(onChanged);
  changed.current = onChanged;

  const tell = useCallback((said: string, undo: News['undo'] = null) => setNews({ said, failed: null, undo }), []);
  const refuse = useCallback((failure: DoorFailure) => setNews({ said: '', failed: asFailure(failure), undo: null }), []);
  /** Says how an act ended, and shows what is true now. */
  const conclude = useCallback(async (said: string, outcome: Outcome, pointed?: readonly string[], undo: News['undo'] = null) => {
    const { entries, skipped, uncopied, failure } = outcome;
    // First what is true now, then the word of it.
    await changed.current(pointed ?? entries.map(({ ref }) => ref));
    const isStopped = failure?.fault === 'stopped';
    const about = failure?.at ? `${shownName(failure.at)}: ` : '';
    const refused = failure && !isStopped ? asFailure(failure) : null;
    if (refused) setNews({ said: '', failed: { ...refused, message: about + refused.message }, undo: null });
    else if (isStopped) tell('Przerwane. Co było już zrobione, zostało.');
    else if (skipped > 0) tell(`${said} Bez zmian: ${thingsWords(skipped)}.`);
    else if (uncopied > 0) tell(`${said} Pominięte, bo nie są zwykłymi plikami: ${thingsWords(uncopied)}.`);
    else tell(said, undo);
    return failure === null;
  }, []);

  const makeFolder = async (name: string) => {
    const result = await door.makeFolder(refIn(at, name));
    if (result.ok) {
      await changed.current([result.value.ref]);
      tell(`Nowy katalog: ${shownName(result.value.ref)}.`);
    }
    return result;
  };
  const rename = async ({ ref }: FileEntry, name: string) => {
    const to = refIn(parentRef(ref), name);
    const outcome = await follow(door.act({ post: '/moves', order: { from: [ref], to } }), { onProgress: () => {} });
    if (!outcome.failure) await conclude(`Nowa nazwa: ${shownName(to)}. Poprzednia: ${shownName(ref)}.`, outcome, [to]);
    return outcome.failure;
  };
  const carryInto = async (post: '/moves' | '/copies', from: readonly string[], into: string) => {
    const [doing, done] = post === '/moves' ? ['Przenosimy', 'Przeniesione'] : ['Kopiujemy', 'Skopiowane'];
    const outcome = await runner.run(doing ?? '', post === '/moves' ? 'things' : 'bytes', (watched, ask) =>
      carry(door, { post, from, into }, ask, watched),
    );
    return conclude(`${done}: ${whatOf(from)}. Miejsce: ${shownPath(into)}.`, outcome);
  };
  const paste = async () => {
    if (!clipboard) return;
    const { post, refs } = clipboard;
    const meaning = pasteInto(clipboard, at);
    if (meaning === 'nothing') return tell('To już leży w tym katalogu. Wejdź do innego i wklej tam.');
    if (meaning === 'ask') await carryInto(post, refs, at);
    else {
      const outcome = await runner.run('Kopiujemy', 'bytes', (watched) =>
        inPortions(refs, watched, (from) => door.act({ post, order: { from, into: at, ifThere: 'keep-both' } }, watched.signal)),
      );
      await conclude(`Skopiowane: ${whatOf(refs)}.`, outcome);
    }
    if (post === '/moves') setClipboard(null);
  };
  const restore = async (ids: readonly string[]) => {
    const restored = await restoreAll(door, ids);
    await changed.current(restored.refs);
    if (restored.failure) refuse(restored.failure);
    else tell(`Z powrotem na miejscu: ${whatOf(restored.refs)}.`);
  };
  const bin = async (refs: readonly string[]) => {
    const outcome = await runner.run('Przenosimy do kosza', 'things', (watched) =>
      inPortions(refs, watched, (portion) => door.act({ post: '/bin', order: { at: portion } }, watched.signal)),
    );
    await conclude(`Do kosza: ${whatOf(refs)}.`, outcome, [], () => restore(outcome.binned));
  };
  const permit = async (orders: readonly { at: readonly string[]; mode: string; below: boolean }[]) => {
    let last = nothingDone();
    for (const { at: refs, ...order } of orders) {
      if (last.failure) break;
      last = await runner.run('Zmieniamy uprawnienia', 'things', (watched) =>
        inPortions(refs, watched, (portion) =>
          door.act({ post: '/permissions', order: { at: portion, ...order } }, watched.signal),
        ),
      );
    }
    return conclude(`Uprawnienia zmienione: ${whatOf(orders.flatMap((order) => order.at))}.`, last, []);
  };
  const take = (post: Clipboard['post'], refs: readonly string[]) => {
    setClipboard({ post, refs });
    tell(`${post === '/moves' ? 'Wycięte' : 'Skopiowane'}: ${whatOf(refs)}. Wejdź do innego katalogu i wybierz „Wklej”.`);
  };
  return { ...runner, news, tell, refuse, clipboard, makeFolder, rename, carryInto, paste, bin, permit, take };
}
export type Desk = ReturnType<typeof useDesk>;
