import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

const WORDS = {
  again: {
    first: 'Wyślij zaproszenie ponownie',
    title: 'Wysłać zaproszenie jeszcze raz?',
    what: 'Poprzedni link przestanie działać. Nowy będzie ważny 7 dni.',
    last: 'Wyślij zaproszenie',
  },
  password: {
    first: 'Nowe hasło dla tej osoby',
    title: 'Wysłać link do zmiany hasła?',
    what: 'Osoba dostanie link i sama ustawi nowe hasło albo klucz. Do tego czasu działa dotychczasowe; potem otwarte połączenia zostaną zakończone.',
    last: 'Wyślij link',
  },
} as const;

/** A fresh link for the grantee: the invitation once more, or a way to set a new password. */
export function InviteAct({ grant, onChanged }: { grant: GrantView; onChanged: (grant: GrantView) => void }) {
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
  const { busy, failed, send } = useSend();
  if (!grant.grantee.email) return null;
  const words = grant.state === 'requested' ? WORDS.again : WORDS.password;
  const invite = async () => {
    const act = actOf(`zaproszenie:${grant.id}`, grant.version, sessionStorage);
    const result = await send(() =>
      call((options) => api.grants[':grantId'].invitation.$post({ param: { grantId: grant.id } }, options), { act }),
    );
    if (!result.ok) return;
    setAsking(false);
    setSent(true);
    onChanged(result.value);
  };
  return (
    <>
      <Act tone="quiet" onAct={() => setAsking(true)}>
        {words.first}
      </Act>
      <span role="status">{sent ? `Wysłano na adres: ${grant.grantee.email}.` : ''}</span>
      {asking ? (
        <Dialog title={words.title} onClose={() => setAsking(false)}>
          <p>Adres: {grant.grantee.email}</p>
          <p>{words.what}</p>
          <Refusal failed={failed} onRetry={invite} />
          <p class="acts">
            <Act busy={busy} onAct={invite}>
              {words.last}
            </Act>
            <Act tone="quiet" onAct={() => setAsking(false)}>
              Nie teraz
            </Act>
          </p>
        </Dialog>
      ) : null}
    </>
  );
}
