import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../../api/result.ts';
import { FieldError } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useLoad } from '../../parts/use-load.ts';

/** One thing that can be opened: its name as it is on the server, and what helps to recognise it. */
export interface Pickable {
  name: string;
  shown: string;
  hint: string | null;
  /** True when no access to it can be given; `hint` says why. */
  closed?: boolean;
}
interface Found {
  /** False when the server is away, so that sizes are missing. */
  live: boolean;
  assets: readonly Pickable[];
}

interface AssetPickerProps {
  /** What the list is of, so that another one is loaded anew. */
  of: string;
  field: string;
  legend: string;
  load: () => Promise<Result<Found>>;
  chosen: string;
  onChoose: (name: string) => void;
  error: string | null;
  words: { reading: string; away: string; gone: string };
  /** What is said, and where it leads, when there is nothing to open yet. */
  empty: ComponentChildren;
}

/** One out of what a service has now; a name is never typed. */
export function AssetPicker({ of, field, legend, load, chosen, onChoose, error, words, empty }: AssetPickerProps) {
  const { value, failed, loading, reload } = useLoad(of, load);
  const gone = value !== null && chosen !== '' && !value.assets.some(({ name, closed }) => name === chosen && !closed);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!gone) return;
    // Kept from before, or deleted meanwhile: nobody must confirm what is not on the list.
    setLost(true);
    onChoose('');
  }, [gone]);
  const choose = (name: string) => {
    setLost(false);
    onChoose(name);
  };
  const fault = error ?? (lost ? words.gone : null);
  return (
    <fieldset class="choices" data-invalid={fault ? 'true' : undefined} aria-describedby={fault ? `${field}-error` : undefined}>
      <legend>{legend}</legend>
      <Refusal failed={failed} onRetry={reload} />
      {!value && loading ? <p class="progress">{words.reading}</p> : null}
      {value && !value.live ? <p class="hint">{words.away}</p> : null}
      {value?.assets.length === 0 ? <div class="empty">{empty}</div> : null}
      {value?.assets.map(({ name, shown, hint, closed = false }) => (
        <label class="choice" key={name}>
          <input
            type="radio"
            name={field}
            value={name}
            checked={name === chosen}
            disabled={closed}
            onChange={() => choose(name)}
          />
          <span>
            <strong class="path">{shown}</strong>
            {hint ? <small>{hint}</small> : null}
          </span>
        </label>
      ))}
      <FieldError id={field} error={fault} />
    </fieldset>
  );
}
