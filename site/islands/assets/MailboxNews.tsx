import type { MailboxView } from '../../../contract/index.ts';
import type { MailboxDone } from './MailboxItem.tsx';

interface MailboxNewsProps {
  done: MailboxDone | 'created' | 'restored';
  /** As it was before the act: who knew the old password is known from nowhere else. */
  before: MailboxView;
}

function PasswordChanged({ address, knownBy }: MailboxView) {
  return (
    <>
      <p>
        Hasło się zmienia: <code>{address}</code>. Nowe działa, gdy skrzynka na liście jest znów „gotowa”.
      </p>
      {knownBy.length > 0 ? (
        <>
          <p>Powiedz o tym osobom, które znały stare hasło:</p>
          <ul>
            {knownBy.map(({ person }) => (
              <li key={person}>{person}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>Podajesz komuś nowe hasło? Dopisz tę osobę pod „Kto zna hasło”.</p>
    </>
  );
}

/** What was just done to a mailbox, and what the person may want to do next. */
export function MailboxNews({ done, before }: MailboxNewsProps) {
  const { address, access } = before;
  const name = <code>{address}</code>;
  switch (done) {
    case 'created':
      return <p>Skrzynka powstaje: {name}. Gdy na liście będzie „gotowa”, zaloguj się tym adresem i jej hasłem.</p>;
    case 'password':
      return <PasswordChanged {...before} />;
    case 'readers':
      return <p>Lista osób, które znają hasło, jest zapisana: {name}.</p>;
    case 'bin':
      return (
        <p>
          Skrzynka jest w koszu: {name}. Przywrócisz ją przez 7&nbsp;dni.
          {access.length > 0 ? ' Nadane do niej dostępy są odbierane.' : ''}
        </p>
      );
    case 'restored':
      return <p>Skrzynka wraca z kosza: {name}. Gdy na liście jest „gotowa”, działa z dawnym hasłem. Dostępy nadaj od nowa.</p>;
  }
}
