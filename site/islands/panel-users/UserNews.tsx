import type { UserDone } from './UserItem.tsx';
import { whatStays } from './user-words.ts';

interface UserNewsProps {
  done: UserDone;
  /** As the person was before the act. */
  user: { name: string; email: string; seats: number; state: string };
}

/** What was just done to a panel user, and what is true now. */
export function UserNews({ done, user }: UserNewsProps) {
  const { name, email } = user;
  switch (done) {
    case 'invited':
      return (
        <p>
          Zaproszenie w drodze. Osoba: {name}, adres: {email}. Wejdzie na konto, gdy je przyjmie; do tego czasu nic nie widzi.
        </p>
      );
    case 'sent':
      return <p>Nowe zaproszenie w drodze, adres: {email}. Poprzedni link już nie działa.</p>;
    case 'changed':
      return <p>Zmienione od razu. Osoba: {name}.</p>;
    case 'suspended':
      return <p>Zawieszone. Ta osoba nie ma już wstępu do konta: {name}. Wznowisz go jednym przyciskiem.</p>;
    case 'resumed':
      return <p>Wznowione. Ta osoba znów ma wstęp do konta: {name}.</p>;
    case 'removed':
      return user.state === 'invited' ? (
        <p>Zaproszenie wycofane. Osoba: {name}.</p>
      ) : (
        <p>
          Ta osoba nie ma już wstępu do konta: {name}. {whatStays(user)} <a href="/panel/">Sprawdź, kto ma dostęp</a>
        </p>
      );
  }
}
