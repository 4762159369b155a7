import type { Failure } from '../../api/result.ts';

/** What to do when an invitation cannot be used; every dead end has its own way out. */
export function deadEnd(code: Failure['code']): { title: string; advice: string } | null {
  switch (code) {
    case 'invitation-used':
      return {
        title: 'To zaproszenie zostało już przyjęte',
        advice:
          'Jeśli hasło ustawiasz Ty, użyj danych do połączenia z dnia przyjęcia. Jeśli to nie Ty, od razu powiedz o tym osobie, która wysłała zaproszenie – może odebrać ten dostęp.',
      };
    case 'invitation-expired':
      return {
        title: 'To zaproszenie wygasło',
        advice: 'Zaproszenie jest ważne 7 dni. Poproś osobę, która je wysłała, o nowe – wyśle je jednym przyciskiem.',
      };
    case 'invitation-void':
      return {
        title: 'To zaproszenie zostało wycofane',
        advice:
          'Zapytaj osobę, która je wysłała. Jeśli masz w poczcie nowszą wiadomość, użyj linku z niej: starsze przestają działać.',
      };
    case 'grant-ended':
      return {
        title: 'Ten dostęp już się skończył',
        advice: 'Jeśli nadal jest potrzebny, poproś o nowy osobę, która go nadała.',
      };
    case 'invitation-invalid':
    case 'invalid-input':
    case 'not-found':
      return {
        title: 'Ten link nie prowadzi do żadnego zaproszenia',
        advice:
          'Sprawdź, czy link jest w całości – niektóre programy pocztowe łamią go na dwie linie. Otwórz go jeszcze raz prosto z wiadomości.',
      };
    default:
      return null;
  }
}
