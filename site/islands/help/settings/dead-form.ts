import type { SettingForm } from '../../../../contract/index.ts';
import type { Failure } from '../../../api/result.ts';

interface End {
  title: string;
  advice: string;
}

/** What is said of a form that takes no more answers; null while it does. */
export function endedForm({ state, expiresAt }: Pick<SettingForm, 'state' | 'expiresAt'>, now: number): End | null {
  if (state === 'done') return { title: 'Ta zmiana jest już zrobiona', advice: 'Dziękujemy. Nie trzeba nic więcej wpisywać.' };
  if (state === 'dropped')
    return {
      title: 'To pytanie zostało odwołane',
      advice: 'Jeśli zmiana nadal jest potrzebna, powiedz to osobie, która pytała.',
    };
  if (state === 'expired' || expiresAt <= now)
    return {
      title: 'Ten link wygasł',
      advice: 'Działa dwa tygodnie. Poproś osobę, która pytała, o nowy – wyśle go jednym przyciskiem.',
    };
  return null;
}

/** What to do when a link opens no form. */
export function deadForm(code: Failure['code']): End | null {
  switch (code) {
    case 'setting-request-over':
      return {
        title: 'To pytanie jest już zakończone',
        advice: 'Zmiana jest zrobiona albo link wygasł. Jeśli masz jeszcze coś do dodania, napisz do osoby, która pytała.',
      };
    case 'setting-form-invalid':
    case 'invalid-input':
    case 'not-found':
      return {
        title: 'Ten link nie prowadzi do żadnego formularza',
        advice:
          'Sprawdź, czy link jest w całości – niektóre programy pocztowe łamią go na dwie linie. Jeśli masz w poczcie nowszą wiadomość, użyj linku z niej: starsze przestają działać.',
      };
    default:
      return null;
  }
}
