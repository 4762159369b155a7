import type { CaseSubject } from '../help-store.ts';
import type { Letter } from '../message.ts';

interface Occasion {
  subject: CaseSubject;
  recipient: string;
  origin: string;
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** An answer of staff, as it stands in the Panel; files stay there. */
export function caseAnsweredLetter({ subject, recipient, origin }: Occasion): Letter {
  const { id, number, kind, text, author, state, attachments } = subject;
  return {
    recipient,
    subject: `S-${number}: odpowiedź w sprawie „${subject.subject}”`,
    paragraphs: paragraphsOf(text),
    facts: [
      [kind === 'order' ? 'Zlecenie' : 'Sprawa', `S-${number}`],
      ['Odpowiedź od', author],
      ...(attachments > 0 ? [['Załączniki', `${attachments}, do pobrania w Panelu klienta`] as [string, string]] : []),
    ],
    act: { label: 'Otwórz sprawę w Panelu', link: `${origin}/panel/pomoc/sprawa/?id=${id}` },
    after: [
      ...(state === 'closed'
        ? ['Sprawa jest zamknięta. Chcesz coś dodać? Napisz w niej w Panelu, a otworzy się na nowo.']
        : ['Odpisz w Panelu klienta: tam jest cała rozmowa. Odpowiedzi na tę wiadomość e-mail nikt nie przeczyta.']),
      'Nikt z BOK nie zapyta Cię o hasło.',
    ],
  };
}
