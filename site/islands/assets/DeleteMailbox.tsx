import type { MailboxView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { DeletionDialog } from './DeletionDialog.tsx';
import { AccessLost } from './parts.tsx';

interface DeleteMailboxProps {
  serviceId: string;
  mailbox: MailboxView;
  onClose: () => void;
  onDeleted: (mailbox: MailboxView) => void;
}

/** A mailbox goes into the bin for a week; access to it ends now and for good (R10). */
export function DeleteMailbox({ serviceId, mailbox: { address, access }, onClose, onDeleted }: DeleteMailboxProps) {
  const remove = (typed: string) => {
    const json = { address, typed };
    const act = actOf(`usun-skrzynke:${serviceId}:${address}`, json, sessionStorage);
    return call((options) => api.services[':serviceId'].mailboxes.deletion.$post({ param: { serviceId }, json }, options), {
      act,
    });
  };
  return (
    <DeletionDialog
      title="Przenieść skrzynkę do kosza?"
      name={address}
      label="Przepisz adres skrzynki"
      act="Przenieś do kosza"
      keep="Zostaw skrzynkę"
      onDelete={remove}
      onDeleted={onDeleted}
      onClose={onClose}
    >
      <ul>
        <li>Od razu nikt się do niej nie zaloguje, a otwarte połączenia zostaną zakończone.</li>
        <li>
          Nowe wiadomości na ten adres <strong>nie będą przyjmowane</strong>. Po przywróceniu same nie przyjdą.
        </li>
        <li>
          Wiadomości, które już w niej są, leżą w koszu 7&nbsp;dni. W tym czasie możesz przywrócić skrzynkę razem z nimi i z
          hasłem.
        </li>
        <li>
          Po 7&nbsp;dniach skrzynka i wszystkie wiadomości <strong>znikną na zawsze</strong>.
        </li>
      </ul>
      <AccessLost access={access} again="Przywrócenie skrzynki nie odda im dostępu – trzeba go nadać od nowa." />
    </DeletionDialog>
  );
}
