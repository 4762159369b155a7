import type { Failure } from '../../api/result.ts';

/** What to do when a link to a cession opens nothing; every dead end has its own way out. */
export function deadCession(code: Failure['code']): { title: string; advice: string } | null {
  switch (code) {
    case 'invitation-used':
      return {
        title: 'Ta cesja jest już zakończona',
        advice: 'Zaloguj się: potwierdzenie i spis dostępów znajdziesz w Panelu, na stronie „Cesja”.',
      };
    case 'invitation-expired':
      return {
        title: 'Ta cesja wygasła',
        advice: 'Na potwierdzenie jest 14 dni. Nic się nie zmieniło. Poproś drugą stronę, aby zaczęła cesję jeszcze raz.',
      };
    case 'invitation-void':
      return {
        title: 'Ta cesja została odwołana',
        advice: 'Nic się nie zmieniło. Jeśli to pomyłka, zapytaj osobę, która ją zaczęła.',
      };
    case 'invitation-invalid':
    case 'invalid-input':
    case 'not-found':
      return {
        title: 'Ten link nie prowadzi do żadnej cesji',
        advice:
          'Sprawdź, czy link jest w całości – niektóre programy pocztowe łamią go na dwie linie. Otwórz go jeszcze raz prosto z wiadomości.',
      };
    default:
      return null;
  }
}
