import { useRef, useState } from 'preact/hooks';
import { ERRORS } from '../../../contract/errors.ts';
import type { ErrorCode, GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { failure, problemWith } from '../../api/result.ts';
import { untilWords } from '../../words/dates.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { aboutGrant, grantsCounted } from './list-words.ts';

export interface Extended {
  grant: GrantView;
  /** Null where the new date is in force. */
  refused: ErrorCode | null;
}

interface ExtendProps {
  grants: readonly GrantView[];
  onClose: () => void;
  onDone: (results: readonly Extended[]) => void;
}

const START: EndChoice = { end: '30', date: '', endless: false };

async function extend(grants: readonly GrantView[], notAfter: number | null) {
  const json = { grants: grants.map(({ id, version }) => ({ id, version })), notAfter };
  const act = actOf('przedluz', json, sessionStorage);
  const result = await call((options) => api.grants.extension.$post({ json }, options), { act });
  if (!result.ok) return result;
  const after = new Map(result.value.results.map((one) => [one.id, one]));
  const value = grants.map((before): Extended => {
    const one = after.get(before.id);
    return { grant: one?.grant ?? before, refused: one ? one.refused : 'internal' };
  });
  return { ok: true as const, value };
}

/** One end date for several grants. */
export function Extend({ grants, onClose, onDone }: ExtendProps) {
  const [choice, setChoice] = useState(START);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const now = Date.now();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const fault = endFault(choice, Date.now());
    if (fault) setFailed(failure('invalid-input', '', [{ field: 'notAfter', code: 'invalid-input', message: fault }]));
    else {
      const result = await send(() => extend(grants, endMoment(choice, Date.now())));
      if (result.ok) return onDone(result.value);
    }
    focusFirstError(form.current);
  };
  return (
    <Dialog title="Przedłuż zaznaczone" onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <p>Zaznaczone: {grantsCounted(grants.length)}. Wszystkie dostaną tę samą datę końca.</p>
        <ul class="dense">
          {grants.map((grant) => (
            <li key={grant.id}>
              {aboutGrant(grant)} <small>Teraz: {untilWords(grant.notAfter, now)}</small>
            </li>
          ))}
        </ul>
        <EndDate
          choice={choice}
          onChange={(part) => {
            setFailed(null);
            setChoice((old) => ({ ...old, ...part }));
          }}
          error={problemWith(failed, 'notAfter')}
          now={now}
        />
        {problemWith(failed, 'notAfter') ? null : <Refusal failed={failed} />}
        <p class="acts">
          <Act type="submit" busy={busy}>
            Ustaw tę datę
          </Act>
          <Act tone="quiet" onAct={onClose}>
            Zostaw bez zmian
          </Act>
        </p>
      </form>
    </Dialog>
  );
}

/** What became of each. */
export function ExtendedNews({ results, now }: { results: readonly Extended[]; now: number }) {
  const refused = results.filter((one) => one.refused !== null);
  const changed = results.length - refused.length;
  return (
    <div class="notice" data-tone={refused.length > 0 ? 'attention' : 'ok'} role="status">
      <p>
        <strong>Nowa data końca: {grantsCounted(changed)}.</strong>
        {refused.length > 0 ? ` Bez zmian: ${grantsCounted(refused.length)} – nadal zaznaczone.` : ''}
      </p>
      <ul>
        {results.map(({ grant, refused: code }) => (
          <li key={grant.id}>
            {aboutGrant(grant)}: {code === null ? untilWords(grant.notAfter, now) : ERRORS[code].message}
          </li>
        ))}
      </ul>
    </div>
  );
}
