import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

const WORDS = {
  invited: {
    first: 'Wycofaj zaproszenie',
    title: 'Wycofać zaproszenie?',
    what: 'Link z zaproszenia przestanie działać. Nikt jeszcze nie miał dostępu.',
    last: 'Wycofaj teraz',
  },
  live: {
    first: 'Odbierz dostęp',
    title: 'Odebrać dostęp?',
    what: 'Serwer od razu odmówi logowania i zakończy otwarte połączenia, także trwające przesyłanie plików. Pliki zostaną na miejscu. Tego nie cofniesz, ale możesz nadać nowy dostęp.',
    last: 'Odbierz teraz',
  },
} as const;

/** Taking back: two deliberate touches, the second of which says what will happen. */
export function RevokeAct({ grant, onChanged }: { grant: GrantView; onChanged: (grant: GrantView) => void }) {
  const [asking, setAsking] = useState(false);
  const { busy, failed, send } = useSend();
  const words = grant.state === 'requested' ? WORDS.invited : WORDS.live;
  const revoke = async () => {
    const act = actOf(`odbierz:${grant.id}`, null, sessionStorage);
    const result = await send(() =>
      call((options) => api.grants[':grantId'].revocation.$post({ param: { grantId: grant.id } }, options), { act }),
    );
    if (!result.ok) return;
    setAsking(false);
    onChanged(result.value);
  };
  return (
    <>
      <Act tone="quiet-danger" onAct={() => setAsking(true)}>
        {words.first}
      </Act>
      {asking ? (
        <Dialog title={words.title} onClose={() => setAsking(false)}>
          <p>Osoba: {grant.grantee.name}.</p>
          <p>{words.what}</p>
          <Refusal failed={failed} onRetry={revoke} />
          <p class="acts">
            <Act tone="danger" busy={busy} onAct={revoke}>
              {words.last}
            </Act>
            <Act tone="quiet" onAct={() => setAsking(false)}>
              Zostaw dostęp
            </Act>
          </p>
        </Dialog>
      ) : null}
    </>
  );
}
