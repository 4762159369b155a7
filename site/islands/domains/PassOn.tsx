import { useEffect, useRef, useState } from 'preact/hooks';
import type { DomainView } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { untilWords } from '../../words/dates.ts';
import { canDo, cannotDo, riskOf } from '../../words/grants.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import { KeyTag } from '../parts/KeyTag.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { offerDomain } from './acts.ts';
import { clientNumberFault } from './domain-words.ts';

type Form = EndChoice & { clientNumber: string };
const START: Form = { clientNumber: '', end: '30', date: '', endless: false };
const FIELDS = ['clientNumber', 'notAfter'];

interface PassOnProps {
  domain: DomainView;
  now: number;
  onOffered: (clientNumber: string) => void;
}

function problemsOf(form: Form, now: number): FieldProblem[] {
  const faults = { clientNumber: clientNumberFault(form.clientNumber), notAfter: endFault(form, now) };
  return Object.entries(faults).flatMap(([field, message]) => (message ? [{ field, code: 'invalid-input', message }] : []));
}

/** Said where somebody may be about to do the other thing (R7). */
const NotForGood = () => (
  <p class="notice" data-tone="info">
    Domena zostaje Twoja: zmienia się tylko to, kto ustawia jej DNS. Ma przejść na kogoś na zawsze?{' '}
    <a href="/panel/cesja/">To cesja domeny – osobna droga</a>
  </p>
);

/** Everything once more before the act. */
function LastLook({ domain, form, now }: { domain: DomainView; form: Form; now: number }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const to = form.clientNumber.trim();
  const spec = { kind: 'delegation', domain: domain.domain, to } as const;
  const notAfter = endMoment(form, now);
  return (
    <>
      <h4 ref={title} tabIndex={-1}>
        Sprawdź, zanim przekażesz zarządzanie
      </h4>
      <KeyTag who={{ name: `Klient nr ${to}`, email: null }} service="" spec={spec} notAfter={notAfter} now={now} />
      <ul class="can">
        {canDo(spec).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ul class="cannot">
        {cannotDo(spec).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {KIND_WORDS.delegation.afterInvite} Potem działa {untilWords(notAfter, now)}. Odbierzesz je w każdej chwili na tej
        stronie.
      </p>
      <p class="notice" data-tone="attention">
        {riskOf(spec)}
      </p>
    </>
  );
}

/** Passing the management of one's domain to another client, by number (R6); what was typed stays through refusals and reloads. */
export function PassOn({ domain, now, onOffered }: PassOnProps) {
  const { draft, change, forget } = useDraft<Form>(`domena:${domain.serviceId}`, START);
  const [tried, setTried] = useState(false);
  const [looking, setLooking] = useState(false);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const alter = (part: Partial<Form>) => {
    setFailed(null);
    change(part);
  };
  const offer = async () => {
    const clientNumber = draft.clientNumber.trim();
    const result = await send(() => offerDomain(domain.serviceId, { clientNumber, notAfter: endMoment(draft, Date.now()) }));
    if (result.ok) {
      forget();
      return onOffered(clientNumber);
    }
    if (result.fields.length > 0) setLooking(false);
    focusFirstError(form.current);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (looking) return offer();
    const ready = problemsOf(draft, Date.now()).length === 0;
    setTried(!ready);
    if (ready) setLooking(true);
    else focusFirstError(form.current);
  };
  const problems = [...(tried ? problemsOf(draft, now) : []), ...(failed?.fields ?? [])];
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.message ?? null;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      {looking ? (
        <LastLook domain={domain} form={draft} now={now} />
      ) : (
        <>
          <NotForGood />
          <TextField
            id="clientNumber"
            label="Numer klienta"
            hint="Kto ma zarządzać domeną, musi już być naszym klientem. Swój numer widzi na stronie „Domeny” i na fakturze."
            autocomplete="off"
            inputMode="numeric"
            spellcheck={false}
            maxLength={20}
            value={draft.clientNumber}
            onValue={(clientNumber) => alter({ clientNumber })}
            error={problemAt('clientNumber')}
          />
          <EndDate choice={draft} onChange={alter} error={problemAt('notAfter')} now={now} />
        </>
      )}
      <Refusal failed={saidAloud(failed, FIELDS)} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          {looking ? 'Przekaż zarządzanie' : 'Sprawdź przed przekazaniem'}
        </Act>
        {looking ? (
          <Act tone="quiet" onAct={() => setLooking(false)}>
            Wróć i zmień
          </Act>
        ) : null}
      </p>
    </form>
  );
}
