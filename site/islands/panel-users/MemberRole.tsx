import { useState } from 'preact/hooks';
import type { PanelRole, PanelUserView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { canDo, cannotDo, riskOf } from '../../words/grants.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

interface MemberRoleProps {
  userId: string;
  user: PanelUserView;
  onChanged: (users: readonly PanelUserView[]) => void;
}

/** The role of somebody who has been there since the contract was made; there is no grant to change. */
export function MemberRole({ userId, user, onChanged }: MemberRoleProps) {
  const now: PanelRole = user.role === 'administrator' ? 'administrator' : 'user';
  const [role, setRole] = useState<PanelRole | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const close = () => setRole(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!role || role === now) return close();
    const json = { role };
    const act = actOf(`rola:${userId}`, json, sessionStorage);
    const result = await send(() =>
      call((options) => api.members[':userId'].role.$post({ param: { userId }, json }, options), { act }),
    );
    if (!result.ok) return;
    close();
    onChanged(result.value.users);
  };
  const open = () => {
    setFailed(null);
    setRole(now);
  };
  return (
    <>
      <Act tone="quiet" onAct={open}>
        <span>
          Zmień rolę
          <span class="visually-hidden">: {user.name}</span>
        </span>
      </Act>
      {role ? (
        <Dialog title="Zmień rolę" onClose={close}>
          <form onSubmit={submit} noValidate>
            <p>Osoba: {user.name}.</p>
            <Choices id="member-role" legend="Rola" options={KIND_WORDS['panel-user'].levels} value={role} onValue={setRole} />
            {role === now ? null : <Means role={role} />}
            <Refusal failed={failed} />
            <p class="acts">
              <Act type="submit" busy={busy}>
                Zmień rolę
              </Act>
              <Act tone="quiet" onAct={close}>
                Zostaw bez zmian
              </Act>
            </p>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}

/** What the other role opens, or takes away (R13). */
function Means({ role }: { role: PanelRole }) {
  const spec = { kind: 'panel-user', role } as const;
  return (
    <div class="notice" data-tone="attention">
      <h3>{role === 'administrator' ? 'Co to otworzy' : 'Co się zmieni od razu'}</h3>
      <ul>
        {(role === 'administrator' ? canDo(spec) : cannotDo(spec)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {role === 'administrator' ? <p>{riskOf(spec)}</p> : null}
    </div>
  );
}
