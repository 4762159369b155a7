import { useRef, useState } from 'preact/hooks';
import type { GrantView, LicenceView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { riskOf } from '../../words/grants.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { whatNext } from './licence-words.ts';
import { PersonFields } from './PersonFields.tsx';
import { EMPTY_SEAT, type SeatForm, seatBody, seatProblems, withRole } from './seat-form.ts';

interface AssignSeatProps {
  licence: LicenceView;
  now: number;
  onAssigned: (seat: GrantView) => void;
}

const FIELDS = ['person.name', 'person.email', 'notAfter'];

/** A free licence for a person: what was typed stays through refusals and reloads. */
export function AssignSeat({ licence, now, onAssigned }: AssignSeatProps) {
  const { draft, change, forget } = useDraft<SeatForm>(`licencja:${licence.id}`, EMPTY_SEAT);
  const [tried, setTried] = useState(false);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const alter = (part: Partial<SeatForm>) => {
    setFailed(null);
    change(part);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const ready = seatProblems(draft, Date.now()).length === 0;
    setTried(!ready);
    if (ready) await assign();
    focusFirstError(form.current);
  };
  const assign = async () => {
    const json = seatBody(draft, Date.now());
    const act = actOf(`licencja:${licence.id}`, json, sessionStorage);
    const param = { serviceId: licence.id };
    const result = await send(() => call((options) => api.licences[':serviceId'].seats.$post({ param, json }, options), { act }));
    if (!result.ok) return;
    forget();
    onAssigned(result.value);
  };
  const problems = [...(tried ? seatProblems(draft, now) : []), ...(failed?.fields ?? [])];
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <PersonFields person={draft} problems={problems} onChange={alter} />
      <Choices
        id="seat-role"
        legend="Po co jest ta licencja"
        options={KIND_WORDS.seat.levels}
        value={draft.role}
        onValue={(role) => alter(withRole(role))}
      />
      <p class="hint">{riskOf({ kind: 'seat', role: draft.role })}</p>
      <EndDate
        choice={draft}
        onChange={alter}
        error={problems.find(({ field }) => field === 'notAfter')?.message ?? null}
        now={now}
        usuallyEndless={draft.role === 'user'}
      />
      <p>{whatNext(licence)}</p>
      <Refusal failed={saidAloud(failed, FIELDS)} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          Przydziel licencję
        </Act>
      </p>
    </form>
  );
}
