import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { liesWithin } from '../../../../contract/files/path.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { useLoad } from '../../parts/use-load.ts';
import type { Door } from '../door/door.ts';
import { shownName } from '../place.ts';
import { spoken } from '../spoken.ts';

/** A directory of more than these is better gone through in the list itself. */
const MOST = 1000;

interface TreeProps {
  door: Door;
  /** Opened down to here. */
  chosen: string;
  /** Changes when directories may have changed. */
  stamp: number;
  row: (ref: string) => ComponentChildren;
}

function Branch({ at, ...tree }: TreeProps & { at: string }) {
  const { value, failed, reload } = useLoad(at, async () =>
    spoken(await tree.door.list({ at, only: 'directories', limit: MOST })),
  );
  useEffect(() => {
    if (tree.stamp > 0) void reload();
  }, [tree.stamp]);
  if (failed && !value) return <Refusal failed={failed} onRetry={reload} />;
  if (!value) return <p class="hint">Czytamy katalogi…</p>;
  if (value.entries.length === 0) return <p class="hint">Nie ma tu więcej katalogów.</p>;
  return (
    <ul class="tree">
      {value.entries.map(({ ref }) => (
        <Folder key={ref} at={ref} {...tree} />
      ))}
      {value.next === null ? null : <li class="hint">Jest ich więcej – zobaczysz je na liście.</li>}
    </ul>
  );
}

function Folder({ at, ...tree }: TreeProps & { at: string }) {
  const leads = liesWithin(at, tree.chosen);
  const [open, setOpen] = useState(leads);
  useEffect(() => {
    if (leads) setOpen(true);
  }, [leads]);
  return (
    <li>
      <div class="tree-row">
        <button
          type="button"
          class="tree-toggle"
          aria-expanded={open}
          aria-label={`Katalogi w: ${shownName(at)}`}
          onClick={() => setOpen(!open)}
        />
        {tree.row(at)}
      </div>
      {open ? <Branch at={at} {...tree} /> : null}
    </li>
  );
}

/** All directories, read from the server as they are opened. */
export const FolderTree = (tree: TreeProps) => (
  <ul class="tree">
    <Folder at="/" {...tree} />
  </ul>
);
