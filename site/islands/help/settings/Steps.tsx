import { useRef, useState } from 'preact/hooks';
import type { SettingStep } from '../../../../content/settings/index.ts';
import type { SettingRequest } from '../../../../contract/index.ts';
import type { Failure } from '../../../api/result.ts';
import { Copy } from '../../parts/Copy.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { progressWords } from '../words.ts';
import { tickStep } from './acts.ts';

interface StepsProps {
  request: SettingRequest;
  steps: readonly SettingStep[];
  /** A request that is over is only read. */
  open: boolean;
  onTicked: (request: SettingRequest) => void;
}

/** What the owner does, each step ticked off as it is done; what has to be typed exactly is copied with one press. */
export function Steps({ request, steps, open, onTicked }: StepsProps) {
  /** Ticked here and not yet kept: shown at once, and put back when keeping it fails. */
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({});
  const [failed, setFailed] = useState<Failure | null>(null);
  // One after another, so that each answer knows of the ticks before it.
  const before = useRef<Promise<void>>(Promise.resolve());
  const keep = async (step: string, done: boolean) => {
    const result = await tickStep(request.id, step, done);
    if (result.ok) onTicked(result.value);
    setFailed(result.ok ? null : result);
    setWanted(({ [step]: _, ...rest }) => rest);
  };
  const tick = (step: string, done: boolean) => {
    setWanted((old) => ({ ...old, [step]: done }));
    before.current = before.current.then(() => keep(step, done));
  };
  return (
    <section>
      <h3>Co zrobić</h3>
      <p role="status" class="muted">
        Zrobione: {progressWords(steps, request.stepsDone)}
      </p>
      <Refusal failed={failed} />
      <ol class="tick-steps">
        {steps.map(({ id, text, copy }) => {
          const done = wanted[id] ?? request.stepsDone.includes(id);
          return (
            <li key={id} data-done={done ? '' : undefined}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={done}
                  disabled={!open}
                  onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
                />
                <span class={copy === null ? undefined : 'verbatim'}>{text}</span>
              </label>
              {copy === null ? null : <Copy name="Do wpisania" value={copy} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
