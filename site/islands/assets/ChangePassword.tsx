import { useRef, useState } from 'preact/hooks';
import type { MailboxView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { failure, problemWith } from '../../api/result.ts';
import { knownSession } from '../../api/session.ts';
import { judgePassword } from '../../secrets/strength.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { KnownBy } from './KnownBy.tsx';
import { passwordFault } from './password.ts';
import { saidAloud } from './said-aloud.ts';

/** The form for a new mailbox may be open behind this dialog, with a password of its own. */
const ID = 'new-password';

interface ChangePasswordProps {
  serviceId: string;
  mailbox: MailboxView;
  onClose: () => void;
  onChanged: (mailbox: MailboxView) => void;
}

/** A new password for the mailbox itself: who knew the old one is named, because only people can tell them (R10). */
export function ChangePassword({ serviceId, mailbox, onClose, onChanged }: ChangePasswordProps) {
  const [password, setPassword] = useState('');
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const { address, knownBy, access } = mailbox;
  const inputs = [address, knownSession()?.user.name ?? ''].filter(Boolean);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = passwordFault(password, password ? await judgePassword(password, inputs) : null);
    if (wrong) setFailed(failure('invalid-input', '', [{ field: 'password', code: 'password-too-weak', message: wrong }]));
    else await change();
    focusFirstError(form.current);
  };
  const change = async () => {
    const json = { address, password };
    const act = actOf(`haslo:${serviceId}:${address}`, json);
    const param = { serviceId };
    const result = await send(() =>
      call((options) => api.services[':serviceId'].mailboxes.password.$post({ param, json }, options), { act }),
    );
    if (result.ok) onChanged(result.value);
  };
  return (
    <Dialog title="Zmień hasło skrzynki" onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <p>
          <code>{address}</code>
        </p>
        <KnownBy knownBy={knownBy} />
        <p>
          Kto jest zalogowany starym hasłem, zostanie wylogowany. Wpisz potem nowe w swoich programach pocztowych.
          {access.length > 0 ? ' Nadane dostępy działają dalej: każdy ma własne hasło.' : ''}
        </p>
        <PasswordField
          id={ID}
          label="Nowe hasło skrzynki"
          hint="Co najmniej 12 znaków. Dobre jest zdanie, którego nikt nie zgadnie."
          value={password}
          inputs={inputs}
          error={problemWith(failed, 'password')}
          onValue={(value) => {
            setFailed(null);
            setPassword(value);
          }}
        />
        <Refusal failed={saidAloud(failed, ['password'])} />
        <p class="acts">
          <Act type="submit" busy={busy}>
            Zmień hasło
          </Act>
          <Act tone="quiet" onAct={onClose}>
            Zostaw stare hasło
          </Act>
        </p>
      </form>
    </Dialog>
  );
}
