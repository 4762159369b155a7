import { useState } from 'preact/hooks';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { thingsWords } from '../../../words/files.ts';
import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { Agreement } from '../../parts/Choice.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/Field.tsx';
import { type ModeRisk, modeFor, type Permissions, parseMode, readMode, riskOf, withRight } from '../permissions.ts';

interface PermissionsDialogProps {
  entries: readonly FileEntry[];
  onPermit: (orders: { at: string[]; mode: string; below: boolean }[]) => void;
  onClose: () => void;
}

const RISKS: Readonly<Record<Exclude<ModeRisk, null>, string>> = {
  'everybody-writes':
    'Tak każdy program na tym serwerze może to zmienić, także włamywacz na cudzej stronie. Nawet gdy poradnik każe wpisać 777, zwykle wystarcza 755 dla katalogu i 644 dla pliku.',
  'owner-locked-out': 'Tak ani Ty, ani Twoja strona nie zmienicie tego, dopóki nie przywrócisz uprawnień tutaj.',
};
const WHO = [
  ['Właściciel: Ty i Twoja strona', 'ownerReads', 'ownerWrites', 'ownerRuns'],
  ['Inni na tym serwerze', 'othersRead', 'othersWrite', 'othersRun'],
] as const satisfies readonly (readonly [string, ...(keyof Permissions)[]])[];

/** Who may read and change; in words first, in digits for those who know them. */
export function PermissionsDialog({ entries, onPermit, onClose }: PermissionsDialogProps) {
  const [first] = entries;
  const hasDirectory = entries.some(({ type }) => type === 'directory');
  const shown: FileEntry['type'] = hasDirectory ? 'directory' : 'file';
  const [mode, setMode] = useState(first ? modeFor(shown, first.mode.slice(-4), first.type) : '0644');
  const [digits, setDigits] = useState(mode.slice(1));
  const [below, setBelow] = useState(false);
  const rights = readMode(mode);
  const risk = riskOf(mode);
  const isBad = parseMode(digits) === null;
  const change = (next: string) => {
    setMode(next);
    setDigits(next.slice(1));
  };
  const permit = () => {
    const refsOf = (isDirectory: boolean) =>
      entries.filter(({ type }) => (type === 'directory') === isDirectory).map(({ ref }) => ref);
    const orders = [
      { at: refsOf(true), mode, below },
      { at: refsOf(false), mode: modeFor('file', mode, shown), below: false },
    ];
    onPermit(orders.filter(({ at }) => at.length > 0));
  };
  const box = (right: keyof Permissions, label: string) => (
    <label class="choice">
      <input
        type="checkbox"
        checked={rights[right]}
        onChange={(event) => change(withRight(mode, right, event.currentTarget.checked, hasDirectory))}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <Dialog title="Uprawnienia" onClose={onClose}>
      <p>{entries.length === 1 && first ? <span class="path">{visibleName(first.name)}</span> : thingsWords(entries.length)}</p>
      {WHO.map(([who, reads, writes, runs]) => (
        <fieldset key={who} class="choices permissions">
          <legend>{who}</legend>
          {box(reads, hasDirectory ? 'może zaglądać i czytać' : 'może czytać')}
          {box(writes, hasDirectory ? 'może dodawać, zmieniać i usuwać' : 'może zmieniać')}
          {hasDirectory ? null : box(runs, 'może uruchamiać jak program')}
        </fieldset>
      ))}
      <details>
        <summary>Cyframi (dla znających chmod)</summary>
        <TextField
          id="mode"
          label="Uprawnienia ósemkowo"
          hint="Trzy cyfry od 0 do 7: właściciel, grupa, inni. Zwykle 755 dla katalogu, 644 dla pliku."
          inputMode="numeric"
          maxLength={4}
          value={digits}
          error={isBad ? 'Wpisz trzy cyfry od 0 do 7, na przykład 644.' : null}
          onValue={(typed) => {
            setDigits(typed);
            setMode(parseMode(typed) ?? mode);
          }}
        />
      </details>
      {hasDirectory ? (
        <Agreement id="below" label="Tak samo ze wszystkim, co leży w środku" checked={below} onChecked={setBelow} />
      ) : null}
      <div role="status">
        {risk ? (
          <div class="notice" data-tone="attention">
            <p>{RISKS[risk]}</p>
          </div>
        ) : null}
      </div>
      <p class="acts">
        <button type="button" class="button" disabled={isBad} onClick={permit}>
          Zmień uprawnienia
        </button>
        <Act tone="quiet" onAct={onClose}>
          Zostaw obecne
        </Act>
      </p>
    </Dialog>
  );
}
