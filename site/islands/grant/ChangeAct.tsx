import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { later } from '../parts/later.tsx';
import { type What, whatChanges } from './change.ts';

const ChangeDialog = later(() => import('./ChangeDialog.tsx').then((module) => module.ChangeDialog));

const WORDS: Record<What, string> = { end: 'Zmień datę końca', scope: 'Zmień zakres', role: 'Zmień rolę' };

interface ChangeActProps {
  grant: GrantView;
  /** Said only to screen readers, so that buttons in a list are told apart. */
  about?: string;
  /** Only this, where the act stands beside its reason. */
  only?: What;
  onChanged: (grant: GrantView) => void;
}

/** What can change while an access lives: until when, and what it opens or as whom. */
export function ChangeAct({ grant, about, only, onChanged }: ChangeActProps) {
  const [what, setWhat] = useState<What | null>(null);
  const close = () => setWhat(null);
  return (
    <>
      {(only ? [only] : whatChanges(grant.spec)).map((one) => (
        <Act key={one} tone="quiet" onAct={() => setWhat(one)}>
          <span>
            {WORDS[one]}
            {about ? <span class="visually-hidden">: {about}</span> : null}
          </span>
        </Act>
      ))}
      {what ? <ChangeDialog what={what} grant={grant} onClose={close} onChanged={onChanged} /> : null}
    </>
  );
}
