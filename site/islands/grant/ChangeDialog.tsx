import { useRef, useState } from 'preact/hooks';
import { type GrantView, isAccessSpec } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { problemWith } from '../../api/result.ts';
import { untilWords } from '../../words/dates.ts';
import { accessWords } from '../../words/grants.ts';
import { AccessChoice, ScopeFields } from '../give/ScopeFields.tsx';
import { EMPTY_SCOPE, rulesOf, type Scope, scopeOf, specOf } from '../give/scope.ts';
import { Act } from '../parts/Act.tsx';
import { AreaName } from '../parts/AreaName.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { choiceFrom } from '../parts/end-date.ts';
import { FieldError, focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { type Change, changeBody, changeFault, narrows } from './change.ts';

interface ChangeDialogProps {
  what: 'end' | 'scope';
  grant: GrantView;
  onClose: () => void;
  onChanged: (grant: GrantView) => void;
}

const TITLES = { end: 'Zmień datę końca', scope: 'Zmień zakres dostępu' } as const;

/** Only access to something on a server has a scope that is chosen here. */
const startFrom = ({ spec, notAfter }: GrantView): Change => ({
  end: choiceFrom(notAfter),
  scope: isAccessSpec(spec) ? scopeOf(spec) : { ...EMPTY_SCOPE, kind: 'ftp' },
});

/** What the access is now, next to what was typed: another tab may have changed it meanwhile. */
const NowTrue = ({ grant }: { grant: GrantView }) => (
  <p class="hint">
    Teraz: <AreaName spec={grant.spec} />, osoba może {accessWords(grant.spec)}, {untilWords(grant.notAfter, Date.now())}.
  </p>
);

interface ChangedScopeProps {
  grant: GrantView;
  scope: Scope;
  onChange: (part: Partial<Scope>) => void;
  error: string | null;
}

/** What may change about the scope of this kind. */
const ChangedScope = ({ grant, scope, onChange, error }: ChangedScopeProps) =>
  rulesOf(scope).isFixed ? (
    <>
      <AccessChoice scope={scope} onChange={onChange} />
      <p class="hint">Tu zmienisz tylko to, co osoba może robić. Do czegoś innego nadaj osobny dostęp.</p>
      <FieldError id={rulesOf(scope).field} error={error} />
    </>
  ) : (
    <ScopeFields serviceId={grant.service.id} scope={scope} onChange={onChange} error={error} />
  );

/** Changes one thing; when somebody was faster, shows what is now and keeps what was typed. */
export function ChangeDialog({ what, grant, onClose, onChanged }: ChangeDialogProps) {
  const [change, setChange] = useState<Change>(() => startFrom(grant));
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const alter = (part: Partial<Change>) => {
    setFailed(null);
    setChange((old) => ({ ...old, ...part }));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const now = Date.now();
    const fault = changeFault(change, what, now);
    if (fault)
      setFailed({
        ok: false,
        code: 'invalid-input',
        message: '',
        fields: [{ ...fault, code: 'invalid-input' }],
        retryable: false,
      });
    else await sendChange(now);
    focusFirstError(form.current);
  };
  const sendChange = async (now: number) => {
    const json = changeBody(grant, change, what, now);
    const param = { grantId: grant.id };
    const act = actOf(`zmien:${grant.id}`, json, sessionStorage);
    const result = await send(() => call((options) => api.grants[':grantId'].$patch({ param, json }, options), { act }));
    if (result.ok) {
      onChanged(result.value);
      return onClose();
    }
    if (result.code !== 'grant-changed') return;
    const fresh = await call((options) => api.grants[':grantId'].$get({ param }, options));
    if (fresh.ok) onChanged(fresh.value);
  };
  const { scope } = change;
  const alterScope = (part: Partial<Scope>) => alter({ scope: { ...scope, ...part } });
  return (
    <Dialog title={TITLES[what]} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        {failed?.message ? <Refusal failed={failed} /> : null}
        <NowTrue grant={grant} />
        {what === 'end' ? (
          <EndDate
            choice={change.end}
            onChange={(part) => alter({ end: { ...change.end, ...part } })}
            error={problemWith(failed, 'notAfter')}
            now={Date.now()}
          />
        ) : (
          <ChangedScope grant={grant} scope={scope} onChange={alterScope} error={problemWith(failed, rulesOf(scope).field)} />
        )}
        {what === 'scope' && grant.state !== 'requested' && isAccessSpec(grant.spec) && narrows(grant.spec, specOf(scope)) ? (
          <p class="hint">To zabiera część dostępu, więc otwarte połączenia tej osoby zostaną zakończone.</p>
        ) : null}
        <p class="acts">
          <Act type="submit" busy={busy}>
            {what === 'end' ? 'Zmień datę' : 'Zmień zakres'}
          </Act>
          <Act tone="quiet" onAct={onClose}>
            Zostaw bez zmian
          </Act>
        </p>
      </form>
    </Dialog>
  );
}
