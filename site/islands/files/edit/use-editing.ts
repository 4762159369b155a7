import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileEntry } from '../../../../contract/files/server.ts';
import type { Door } from '../door/door.ts';
import type { DoorFailure, DoorResult } from '../door/fault.ts';
import type { Surface } from './code-mirror.ts';
import type { Encoding } from './encoding.ts';
import type { LineEnd } from './line-ends.ts';
import { type Content, type Obstacle, readContent, readyToSave, saveCopy, saveOver } from './saving.ts';
import { type Draft, isChanged, readAs, readText, type TextFile } from './text-file.ts';

/** What a dialog asks about. */
export type Question =
  | Obstacle
  | { why: 'changed'; theirs: Content | null; mine: string; bytes: Uint8Array<ArrayBuffer> }
  | { why: 'encoding'; to: Encoding };

export interface Opened extends TextFile {
  etag: string;
  /** Rises whenever the surface must begin with another text. */
  edition: number;
}

interface EditingOptions {
  door: Door;
  entry: FileEntry;
  onSaved: (entry: FileEntry) => void;
}

/** One file being edited: what was read, what is to be written, and what stands between them. */
export function useEditing({ door, entry, onSaved }: EditingOptions) {
  const [file, setFile] = useState<Opened | null>(null);
  const [form, setForm] = useState<{ encoding: Encoding; lineEnd: LineEnd }>({ encoding: 'utf-8', lineEnd: 'lf' });
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<DoorFailure | 'not-text' | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [said, setSaid] = useState('');
  const surface = useRef<Surface | null>(null);
  const oneEnd = useRef(false);

  const draft = (): Draft => ({ ...form, text: surface.current?.text() ?? file?.text ?? '' });
  const begin = (read: TextFile, etag: string) => {
    oneEnd.current = false;
    setFile((old) => ({ ...read, etag, edition: (old?.edition ?? 0) + 1 }));
    setForm({ encoding: read.encoding, lineEnd: read.lineEnd });
    setDirty(false);
    setQuestion(null);
  };
  const open = async (signal?: AbortSignal) => {
    setFailed(null);
    const content = await readContent(door, entry.ref, signal);
    if (signal?.aborted) return;
    if (!content.ok) return setFailed(content);
    const read = readText(content.value.bytes);
    if (read) begin(read, content.value.etag);
    else setFailed('not-text');
  };
  const look = () => setDirty(file !== null && isChanged(file, draft()));

  useEffect(look, [form]);

  /** After a save: what was written is what there is now, and the surface goes on as it is. */
  const settle = (bytes: Uint8Array<ArrayBuffer>, saved: FileEntry, encoding: Encoding) => {
    const read = readAs(bytes, encoding);
    if (read) setFile((old) => ({ ...read, etag: saved.etag ?? '', edition: old?.edition ?? 1 }));
    setQuestion(null);
    onSaved(saved);
    // Something may have been typed while it was on its way.
    setDirty(read !== null && isChanged(read, { ...form, encoding, text: surface.current?.text() ?? read.text }));
  };
  const during = async <T>(act: () => Promise<DoorResult<T>>): Promise<DoorResult<T>> => {
    setBusy(true);
    setFailed(null);
    setSaid('');
    const result = await act();
    setBusy(false);
    return result;
  };
  const write = async (bytes: Uint8Array<ArrayBuffer>, etag: string | null, encoding: Encoding) => {
    const mine = surface.current?.text() ?? '';
    const saved = await during(() => saveOver(door, entry.ref, bytes, etag));
    if (saved.ok) {
      settle(bytes, saved.value, encoding);
      return setSaid('Zapisano.');
    }
    if (!['changed', 'missing', 'exists'].includes(saved.fault)) return setFailed(saved);
    const theirs = await during(() => readContent(door, entry.ref));
    if (theirs.ok || theirs.fault === 'missing')
      setQuestion({ why: 'changed', theirs: theirs.ok ? theirs.value : null, mine, bytes });
    else setFailed(theirs);
  };
  const save = async (part: Partial<Pick<Draft, 'encoding' | 'lineEnd'>> = {}) => {
    if (!file || busy) return;
    const now = { ...draft(), ...part };
    setForm({ encoding: now.encoding, lineEnd: now.lineEnd });
    const ready = readyToSave(file, now, oneEnd.current);
    if (ready.ok) await write(ready.bytes, file.etag, now.encoding);
    else if (ready.why === 'unchanged') setSaid('Nic się nie zmieniło, więc nie ma czego zapisywać.');
    else setQuestion(ready);
  };
  const copy = async (bytes: Uint8Array<ArrayBuffer>) => {
    const saved = await during(() => saveCopy(door, entry, bytes));
    if (!saved.ok) return setFailed(saved);
    setQuestion(null);
    onSaved(saved.value);
    setSaid(`Twoja wersja jest obok, jako: ${saved.value.name}`);
    return saved.value;
  };
  return {
    ...{ file, form, dirty, busy, failed, question, said, surface },
    ...{ open, save, write, copy, begin, draft, setForm, setQuestion },
    typed: () => {
      setSaid('');
      look();
    },
    agreeToOneEnd: () => {
      oneEnd.current = true;
    },
  };
}
export type Editing = ReturnType<typeof useEditing>;
