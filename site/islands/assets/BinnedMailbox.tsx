import type { MailboxView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { binWords, isRestorable } from './mailbox-words.ts';
import { About, ProblemNote, SizeFact, StateMark } from './parts.tsx';
import { saidAloud } from './said-aloud.ts';

interface BinnedMailboxProps {
  serviceId: string;
  mailbox: MailboxView;
  now: number;
  onRestored: (mailbox: MailboxView) => void;
}

/** A mailbox in the bin: until when it can come back, and the way back. */
export function BinnedMailbox({ serviceId, mailbox, now, onRestored }: BinnedMailboxProps) {
  const { busy, failed, send } = useSend();
  const { address, bytes } = mailbox;
  const restore = async () => {
    const json = { address };
    const act = actOf(`przywroc:${serviceId}:${address}`, json, sessionStorage);
    const param = { serviceId };
    const result = await send(() =>
      call((options) => api.services[':serviceId'].mailboxes.restoration.$post({ param, json }, options), { act }),
    );
    if (result.ok) onRestored(result.value);
  };
  return (
    <li class="asset">
      <h3 class="path">{address}</h3>
      <StateMark asset={mailbox} />
      <ProblemNote asset={mailbox} again="" />
      <p>{binWords(mailbox, now)}</p>
      <dl class="tag-facts">
        <SizeFact bytes={bytes} />
      </dl>
      {isRestorable(mailbox, now) ? (
        <>
          <p class="hint">Przywrócona skrzynka działa z dawnym hasłem. Nadane wcześniej dostępy nie wracają.</p>
          <Refusal failed={saidAloud(failed, [])} onRetry={restore} />
          <div class="tag-acts">
            <Act tone="quiet" busy={busy} onAct={restore}>
              <span>
                Przywróć skrzynkę
                <About name={address} />
              </span>
            </Act>
          </div>
        </>
      ) : null}
    </li>
  );
}
