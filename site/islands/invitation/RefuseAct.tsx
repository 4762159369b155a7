import { useState } from 'preact/hooks';
import type { InvitationView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

const WORDS = {
  decline: {
    first: 'Nie chcę tego dostępu',
    title: 'Odmówić przyjęcia dostępu?',
    what: 'Zaproszenie przestanie działać. Osoba, która je wysłała, zobaczy, że go nie przyjmujesz.',
    last: 'Odmów przyjęcia',
  },
  giveBack: {
    first: 'Oddaj dostęp',
    title: 'Oddać dostęp?',
    what: 'Serwer od razu odmówi logowania i zakończy otwarte połączenia. Pliki zostaną na miejscu. Żeby wrócić, trzeba nowego zaproszenia.',
    last: 'Oddaj teraz',
  },
} as const;

/** Declining, or handing back what is no longer needed; confirmed once. */
export function RefuseAct({
  token,
  invitation,
  onRefused,
}: {
  token: string;
  invitation: InvitationView;
  onRefused: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const { busy, failed, send } = useSend();
  const has = invitation.state === 'used' || invitation.purpose === 'credential';
  const words = has ? WORDS.giveBack : WORDS.decline;
  const refuse = async () => {
    const json = { token };
    const result = await send(() =>
      call((options) => api.invitations.refusal.$post({ json }, options), { act: actOf('oddaj', json) }),
    );
    if (!result.ok) return;
    setAsking(false);
    onRefused();
  };
  return (
    <>
      <Act tone="quiet-danger" onAct={() => setAsking(true)}>
        {words.first}
      </Act>
      {asking ? (
        <Dialog title={words.title} onClose={() => setAsking(false)}>
          <p>{words.what}</p>
          <Refusal failed={failed} onRetry={refuse} />
          <p class="acts">
            <Act tone="danger" busy={busy} onAct={refuse}>
              {words.last}
            </Act>
            <Act tone="quiet" onAct={() => setAsking(false)}>
              {has ? 'Zostaw dostęp' : 'Wróć do zaproszenia'}
            </Act>
          </p>
        </Dialog>
      ) : null}
    </>
  );
}
