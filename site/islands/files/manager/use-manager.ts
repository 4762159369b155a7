import { useCallback, useRef, useState } from 'preact/hooks';
import { parentRef } from '../../../../contract/files/path.ts';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { visiblePath } from '../../../words/names.ts';
import { useDesk } from '../acts/use-desk.ts';
import { doorOf } from '../door/door.ts';
import type { ActKey } from '../list/use-list-keys.ts';
import { type Sorting, useListing } from '../list/use-listing.ts';
import { all, none } from '../selection.ts';
import { usePlace } from '../use-place.ts';
import type { Asking } from './Dialogs.tsx';
import type { Tool } from './Tools.tsx';
import { useFocus } from './use-focus.ts';
import { useSelection } from './use-selection.ts';

/** Everything that a person does in the manager, whichever way: by a tool, by a key, by a press in the list. */
export function useManager(serviceId: string) {
  const door = doorOf(serviceId);
  const { at, pointed, go } = usePlace(serviceId);
  const [sorting, setSorting] = useState<Sorting>({ order: 'name', descending: false });
  const listing = useListing(door, at, sorting);
  const { selection, select } = useSelection(at, listing);
  const [stamp, setStamp] = useState(0);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [searching, setSearching] = useState(false);
  const [opened, setOpened] = useState<FileEntry | null>(null);
  const current = useRef(at);
  current.current = at;

  const onChanged = useCallback(
    async (refs: readonly string[]) => {
      setStamp((now) => now + 1);
      await listing.reload();
      const here = refs.filter((ref) => parentRef(ref) === at);
      // Whoever went elsewhere meanwhile keeps what is chosen there.
      if (here[0] && current.current === at) select({ chosen: new Set(here), focus: here[0], anchor: here[0] });
    },
    [listing.reload, at],
  );
  const desk = useDesk({ door, at, onChanged });
  const focus = useFocus({ at, pointed, listing, selection, select, stamp });
  const { entries } = listing;
  const meant = selection.chosen.size > 0 ? selection.chosen : new Set(selection.focus ? [selection.focus] : []);
  // In the list's order, which is the order that an act goes in.
  const chosen = entries.filter(({ ref }) => meant.has(ref));
  const refs = chosen.map(({ ref }) => ref);

  const walk = (to: string, name?: string) => {
    focus.want();
    setSearching(false);
    go(to, name);
  };
  const open = (entry: FileEntry) => {
    if (entry.type === 'directory') walk(entry.ref);
    else if (entry.type === 'file') setOpened(entry);
    else if (entry.type === 'link') desk.tell(`To skrót do: ${visiblePath(entry.leadsTo ?? '?')}. Wejdź tam przez katalogi.`);
    else desk.tell('To plik specjalny serwera. Nie da się go tu otworzyć.');
  };
  const download = async () => {
    const { download: save } = await import('../transfer/download.ts');
    const result = await save(door, refs);
    if (result.ok) desk.tell('Pobieranie się zaczęło. Plik znajdziesz tam, gdzie przeglądarka zapisuje pobrane.');
    else desk.refuse(result);
  };
  const chooseAll = async () =>
    select(
      all(
        selection,
        (await listing.readAll()).map(({ ref }) => ref),
      ),
    );

  /** What needs nothing chosen; false for the rest. */
  const performHere = (tool: Tool | ActKey): boolean => {
    if (tool === 'folder') setAsking({ what: 'folder' });
    else if (tool === 'search') setSearching(true);
    else if (tool === 'paste') void (desk.busy || desk.paste());
    else if (tool === 'parent') at !== '/' && walk(parentRef(at), at);
    else if (tool === 'none') select(none(selection));
    else if (tool === 'all') void chooseAll();
    else return false;
    return true;
  };
  const perform = (tool: Tool | ActKey): void => {
    const [first] = chosen;
    if (performHere(tool) || !first || desk.busy) return;
    if (tool === 'open') open(entries.find(({ ref }) => ref === selection.focus) ?? first);
    else if (tool === 'rename') setAsking({ what: 'rename', entry: first });
    else if (tool === 'permissions') setAsking({ what: 'permissions', entries: chosen.filter(({ type }) => type !== 'link') });
    else if (tool === 'move-to') setAsking({ what: 'place', post: '/moves', refs });
    else if (tool === 'copy-to') setAsking({ what: 'place', post: '/copies', refs });
    else if (tool === 'copy') desk.take('/copies', refs);
    else if (tool === 'cut') desk.take('/moves', refs);
    else if (tool === 'download') void download();
    else if (tool === 'bin') void desk.bin(refs);
  };
  return {
    ...{ door, at, walk, listing, sorting, setSorting, selection, select, stamp, desk, perform, open, focus },
    ...{ asking, setAsking, searching, setSearching, opened, setOpened, onChanged },
  };
}
