import { useState } from 'preact/hooks';
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
  const [sending, setSending] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const tick = async (step: string, done: boolean) => {
    setSending(step);
    const result = await tickStep(request.id, step, done);
    setSending(null);
    setFailed(result.ok ? null : result);
    if (result.ok) onTicked(result.value);
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
          const done = request.stepsDone.includes(id);
          return (
            <li key={id} data-done={done ? '' : undefined}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={done}
                  disabled={!open || sending === id}
                  onChange={({ currentTarget }) => {
                    const wanted = currentTarget.checked;
                    // Until it is kept, the box shows what is known.
                    currentTarget.checked = done;
                    void tick(id, wanted);
                  }}
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
