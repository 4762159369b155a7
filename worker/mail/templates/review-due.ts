import type { Letter } from '../message.ts';

interface Occasion {
  subject: { clientNumber: string };
  recipient: string;
  origin: string;
}

/** Asks an owner, once a year, to look through who has access. */
export const reviewDueLetter = ({ subject: { clientNumber }, recipient, origin }: Occasion): Letter => ({
  recipient,
  subject: `Sprawdź, kto ma dostęp: konto nr ${clientNumber}`,
  paragraphs: [
    'Od roku nikt nie przejrzał dostępów na tym koncie. Zobacz, kto je ma, i przy każdym wybierz, czy zostaje, czy go odbierasz.',
    'Przy 20 dostępach zajmuje to około minuty. Dopóki nic nie wybierzesz, wszystko działa jak dotąd.',
  ],
  facts: [['Konto', clientNumber]],
  act: { label: 'Przejrzyj dostępy', link: `${origin}/panel/przeglad/` },
  after: ['Przypominamy o tym najwyżej raz w roku.'],
});
