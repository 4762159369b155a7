import { useState } from 'preact/hooks';
import type { StaffCaseView } from '../../../../contract/index.ts';
import type { Failure } from '../../../api/result.ts';
import { Act } from '../../parts/Act.tsx';
import { Field, tied } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useLoad } from '../../parts/use-load.ts';
import { useSend } from '../../parts/use-send.ts';
import { handOn, readColleagues } from './acts.ts';

interface HandOnProps {
  view: StaffCaseView;
  onDone: (view: StaffCaseView) => void;
  onRefused: (failed: Failure) => void;
}

const QUEUE = 'kolejka';

/** Giving a case to a colleague or back to the queue, with a note that the customer never sees. */
export function HandOn({ view, onDone, onRefused }: HandOnProps) {
  const { draft, change, forget } = useDraft(`bok-notatka:${view.id}`, { note: '' });
  const [to, setTo] = useState(QUEUE);
  const colleagues = useLoad('colleagues', readColleagues);
  const { busy, failed, send } = useSend();
  const submit = async () => {
    const result = await send(() => handOn(view, to === QUEUE ? null : to, draft.note.trim()));
    if (!result.ok) return onRefused(result);
    change({ note: '' });
    forget();
    onDone(result.value);
  };
  const others = colleagues.value?.colleagues.filter(({ id }) => id !== view.takenBy?.id) ?? [];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field id="to" label="Komu">
        <select {...tied('to', null, null)} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value={QUEUE}>Do kolejki, dla każdego</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <TextArea
        id="note"
        label="Notatka dla kolegi"
        hint="Klient jej nie zobaczy."
        rows={3}
        maxLength={2000}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
      <Refusal failed={failed ?? colleagues.failed} onRetry={submit} />
      <p class="acts">
        <Act type="submit" tone="quiet" busy={busy}>
          Przekaż sprawę
        </Act>
      </p>
    </form>
  );
}
