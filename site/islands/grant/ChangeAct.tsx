import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { later } from '../parts/later.tsx';

const ChangeDialog = later(() => import('./ChangeDialog.tsx').then((module) => module.ChangeDialog));

/** The two things that can change while an access lives: until when, and what it opens. */
export function ChangeAct({ grant, onChanged }: { grant: GrantView; onChanged: (grant: GrantView) => void }) {
  const [what, setWhat] = useState<'end' | 'scope' | null>(null);
  const close = () => setWhat(null);
  return (
    <>
      <Act tone="quiet" onAct={() => setWhat('end')}>
        Zmień datę końca
      </Act>
      <Act tone="quiet" onAct={() => setWhat('scope')}>
        Zmień zakres
      </Act>
      {what ? <ChangeDialog what={what} grant={grant} onClose={close} onChanged={onChanged} /> : null}
    </>
  );
}
