import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { What } from '../grant/change.ts';
import { Act } from '../parts/Act.tsx';
import { later } from '../parts/later.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

const ChangeDialog = later(() => import('../grant/ChangeDialog.tsx').then((module) => module.ChangeDialog));

interface ChangeUserProps {
  grantId: string;
  what: Extract<What, 'role' | 'end'>;
  word: string;
  about: string;
  onChanged: () => void;
}

/** A change to an invited person: their grant is read first, so that the change is to what is true now. */
export function ChangeUser({ grantId, what, word, about, onChanged }: ChangeUserProps) {
  const [grant, setGrant] = useState<GrantView | null>(null);
  const { busy, failed, send } = useSend();
  const param = { grantId };
  const open = async () => {
    const result = await send(() => call((options) => api.grants[':grantId'].$get({ param }, options)));
    if (result.ok) setGrant(result.value);
  };
  const changed = (next: GrantView) => {
    setGrant(next);
    onChanged();
  };
  return (
    <>
      <Act tone="quiet" busy={busy} onAct={open}>
        <span>
          {word}
          <span class="visually-hidden">: {about}</span>
        </span>
      </Act>
      <Refusal failed={failed} onRetry={open} />
      {grant ? <ChangeDialog what={what} grant={grant} onClose={() => setGrant(null)} onChanged={changed} /> : null}
    </>
  );
}
