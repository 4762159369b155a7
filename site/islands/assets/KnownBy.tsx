import type { MailboxView } from '../../../contract/index.ts';
import { dayWords } from '../../words/dates.ts';

/** Who has to be told that a password stops working. */
export function KnownBy({ knownBy }: Pick<MailboxView, 'knownBy'>) {
  if (knownBy.length === 0)
    return (
      <p>Na liście nie ma nikogo, kto zna dotychczasowe hasło. Jeśli zna je ktoś oprócz Ciebie, powiedz tej osobie o zmianie.</p>
    );
  return (
    <>
      <p>Dotychczasowe hasło znają – powiedz im o zmianie:</p>
      <ul>
        {knownBy.map(({ person, since }) => (
          <li key={person}>
            {person} (od {dayWords(since)})
          </li>
        ))}
      </ul>
    </>
  );
}
