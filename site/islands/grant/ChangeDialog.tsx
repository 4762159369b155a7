import { useRef, useState } from 'preact/hooks';
import type { GrantView, PanelRole } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { problemWith } from '../../api/result.ts';
import { untilWords } from '../../words/dates.ts';
import { accessWords, canDo, riskOf } from '../../words/grants.ts';
import { isOnServer, KIND_WORDS } from '../../words/kinds/index.ts';
import { AccessChoice, ScopeFields } from '../give/ScopeFields.tsx';
import { rulesOf, type Scope, specOf } from '../give/scope.ts';
import { Act } from '../parts/Act.tsx';
import { AreaName } from '../parts/AreaName.tsx';
import { Choices } from '../parts/Choice.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { FieldError, focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { sendChange } from './acts.ts';
import { type Change, changeFault, narrows, startFrom, type What } from './change.ts';

interface ChangeDialogProps {
  what: What;
  grant: GrantView;
  onClose: () => void;
  onChanged: (grant: GrantView) => void;
}

const TITLES: Record<What, string> = { end: 'Zmień datę końca', scope: 'Zmień zakres dostępu', role: 'Zmień rolę' };
const LAST: Record<What, string> = { end: 'Zmień datę', scope: 'Zmień zakres', role: 'Zmień rolę' };

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

/** Another role, and everything that a wider one opens before it is given (R13). */
function ChangedRole({ grant, role, onRole }: { grant: GrantView; role: PanelRole; onRole: (role: PanelRole) => void }) {
  const { spec } = grant;
  if (spec.kind !== 'panel-user' && spec.kind !== 'seat') return null;
  const wider = role === 'administrator' && spec.role !== 'administrator';
  const after = { kind: spec.kind, role };
  return (
    <>
      <Choices id="role" legend="Rola" options={KIND_WORDS[spec.kind].levels} value={role} onValue={onRole} />
      {wider ? (
        <div class="notice" data-tone="attention">
          <h3>Co to otworzy</h3>
          <ul>
            {canDo(after).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{riskOf(after)}</p>
        </div>
      ) : null}
    </>
  );
}

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
    else await sendIt(now);
    focusFirstError(form.current);
  };
  const sendIt = async (now: number) => {
    const result = await send(() => sendChange(grant, change, what, now));
    if (result.ok) {
      onChanged(result.value);
      return onClose();
    }
    // The list of seats looks again by itself; whoever looks after one service may not read grants.
    if (result.code !== 'grant-changed' || grant.spec.kind === 'seat') return;
    const param = { grantId: grant.id };
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
        ) : null}
        {what === 'scope' ? (
          <ChangedScope grant={grant} scope={scope} onChange={alterScope} error={problemWith(failed, rulesOf(scope).field)} />
        ) : null}
        {what === 'role' ? <ChangedRole grant={grant} role={change.role} onRole={(role) => alter({ role })} /> : null}
        {what === 'scope' && grant.state !== 'requested' && isOnServer(grant.spec) && narrows(grant.spec, specOf(scope)) ? (
          <p class="hint">To zabiera część dostępu, więc otwarte połączenia tej osoby zostaną zakończone.</p>
        ) : null}
        <p class="acts">
          <Act type="submit" busy={busy}>
            {LAST[what]}
          </Act>
          <Act tone="quiet" onAct={onClose}>
            Zostaw bez zmian
          </Act>
        </p>
      </form>
    </Dialog>
  );
}
