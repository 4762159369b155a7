import { useState } from 'preact/hooks';
import type { MailboxView, SharedSecret } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { failure } from '../../api/result.ts';
import { dayWords } from '../../words/dates.ts';
import { Act } from '../parts/Act.tsx';
import { later } from '../parts/later.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

const ChangePassword = later(() => import('../assets/ChangePassword.tsx').then((module) => module.ChangePassword));

async function readMailbox({ serviceId, address }: SharedSecret) {
  const list = await call((options) => api.services[':serviceId'].mailboxes.$get({ param: { serviceId } }, options));
  if (!list.ok) return list;
  const value = list.value.mailboxes.find((one) => one.address === address);
  return value
    ? { ok: true as const, value }
    : failure('mailbox-missing', 'Tej skrzynki już nie ma, więc nie ma czego zmieniać.');
}

interface SecretProps {
  secret: SharedSecret;
  onChanged: (secret: SharedSecret) => void;
}

/** One secret that stays good until somebody changes it, with the button that does. */
function Secret({ secret, onChanged }: SecretProps) {
  const [mailbox, setMailbox] = useState<MailboxView | null>(null);
  const { busy, failed, send } = useSend();
  const { address, serviceName, toldAt, changed } = secret;
  const open = async () => {
    const found = await send(() => readMailbox(secret));
    if (found.ok) setMailbox(found.value);
  };
  return (
    <li class="row">
      <p class="row-who">
        Hasło skrzynki <span class="path">{address}</span>
      </p>
      <span class="state" data-state={changed ? 'active' : 'requested'}>
        {changed ? 'zmienione' : 'do zmiany'}
      </span>
      <p class="row-note">
        {changed
          ? `Stare hasło już nie działa. Usługa: ${serviceName}.`
          : `Ta osoba zna je od: ${dayWords(toldAt)}. Usługa: ${serviceName}.`}
      </p>
      {changed ? null : (
        <div class="tag-acts no-print">
          <Act busy={busy} onAct={open}>
            <span>
              Zmień hasło<span class="visually-hidden">: {address}</span>
            </span>
          </Act>
        </div>
      )}
      <Refusal failed={failed} onRetry={open} />
      {mailbox ? (
        <ChangePassword
          serviceId={secret.serviceId}
          mailbox={mailbox}
          onClose={() => setMailbox(null)}
          onChanged={() => {
            setMailbox(null);
            onChanged({ ...secret, changed: true });
          }}
        />
      ) : null}
    </li>
  );
}

interface SecretsProps {
  secrets: readonly SharedSecret[];
  onChanged: (secret: SharedSecret) => void;
}

/** Shared secrets that the person was told: they outlive every access of theirs. */
export function Secrets({ secrets, onChanged }: SecretsProps) {
  if (secrets.length === 0) return null;
  return (
    <section>
      <h2>Hasła, które ta osoba zna</h2>
      <p>Odebranie dostępu ich nie zmienia. Kto zna hasło, zaloguje się nim, dopóki go nie zmienisz.</p>
      <ul class="rows">
        {secrets.map((secret) => (
          <Secret key={`${secret.serviceId}:${secret.address}`} secret={secret} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

/** A list with one secret as it is now. */
export const withSecret = (secrets: readonly SharedSecret[], changed: SharedSecret): SharedSecret[] =>
  secrets.map((one) => (one.serviceId === changed.serviceId && one.address === changed.address ? changed : one));
