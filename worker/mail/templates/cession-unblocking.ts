import { momentWords } from '../../../content/words/index.ts';
import type { Letter } from '../message.ts';

interface Occasion {
  subject: { clientNumber: string; liftedAt: number | null };
  recipient: string;
  origin: string;
  now: number;
}

/** Tells the owners that somebody lifted the block, while there is time to set it again; null once there is none to lift. */
export function cessionUnblockingLetter({
  subject: { clientNumber, liftedAt },
  recipient,
  origin,
  now,
}: Occasion): Letter | null {
  if (liftedAt === null || liftedAt <= now) return null;
  return {
    recipient,
    subject: `Blokada cesji przestanie działać: konto nr ${clientNumber}`,
    paragraphs: ['Ktoś zdjął w Panelu blokadę cesji. Od podanej godziny będzie można zacząć przekazywać konto i jego domeny.'],
    facts: [
      ['Konto', clientNumber],
      ['Blokada działa do', momentWords(liftedAt)],
    ],
    act: { label: 'Otwórz stronę cesji', link: `${origin}/panel/cesja/` },
    after: ['Jeśli to nie Ty: zaloguj się, włącz blokadę z powrotem i zmień hasło.'],
  };
}
