import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ZonePreview, ZoneView } from '../../../contract/index.ts';
import type { Failure } from '../../api/result.ts';
import { focusFirstError } from '../parts/Field.tsx';
import { useSend } from '../parts/use-send.ts';
import { previewChange, sendChange } from './acts.ts';
import { bodyOf, checkLines, isEmpty, type Said, saidOf, saidOfRefusal, settled, type ZoneDraft } from './draft.ts';
import { recordWords } from './record-words.ts';
import { SavedNews } from './SavedNews.tsx';
import { standing } from './use-zone.ts';

export interface CollectedProps {
  zone: ZoneView;
  draft: ZoneDraft;
  onChange: (draft: ZoneDraft) => void;
  onForget: () => void;
  onSaved: (said: ComponentChildren) => void;
  /** Reads the zone anew after somebody else has changed it. */
  onStale: () => Promise<void>;
}

/** Looking at a collected change as a whole and saving it; whatever speaks against it stands beside what was typed. */
export function useCollected({ zone, draft, onChange, onForget, onSaved, onStale }: CollectedProps) {
  const { serviceId } = zone;
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [preview, setPreview] = useState<ZonePreview | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const place = useRef<HTMLElement>(null);
  const toTitle = () => requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('h3')?.focus());
  const alter = (next: ZoneDraft) => {
    setFailed(null);
    onChange(next);
  };
  const show = (found: readonly Said[]) => {
    setSaid(found);
    focusFirstError(place.current);
  };
  /** Somebody was faster: all that was typed stays, and what is gone already is not removed again. */
  const catchUp = async (refused: Failure) => {
    const { remove } = bodyOf(draft, 0);
    const after = settled(draft, await standing(serviceId, remove));
    if (isEmpty(after.draft)) {
      onForget();
      return onSaved(<p>Ktoś zrobił to wcześniej: tych rekordów już nie ma, więc nie ma czego zapisać.</p>);
    }
    onChange(after.draft);
    await onStale();
    const gone = after.gone.map((record) => `${recordWords(record)} – tego rekordu już nie ma, więc nic z nim nie zrobimy.`);
    setPreview(null);
    setSaid([]);
    setFailed({ ...refused, message: [refused.message, 'Twoje wpisy zostały.', ...gone].join(' ') });
    focusFirstError(place.current);
  };
  const refused = async (result: Failure) => {
    if (result.code === 'zone-changed') return catchUp(result);
    setPreview(null);
    show(saidOfRefusal(result.fields, draft));
  };
  const look = async () => {
    const missing = checkLines(draft);
    if (missing.length > 0) return show(missing);
    const result = await send(() => previewChange(serviceId, bodyOf(draft, zone.version)));
    if (!result.ok) return refused(result);
    const found = saidOf(result.value.findings, draft);
    if (found.some(({ grave }) => grave)) return show(found);
    setSaid(found);
    setPreview(result.value);
  };
  const save = async () => {
    if (!preview) return;
    const result = await send(() => sendChange(serviceId, bodyOf(draft, preview.version)));
    if (!result.ok) return refused(result);
    onForget();
    onSaved(<SavedNews change={result.value} />);
  };
  const back = () => {
    setFailed(null);
    setPreview(null);
    toTitle();
  };
  return { place, said, preview, busy, failed, alter, look, save, back, toTitle };
}
