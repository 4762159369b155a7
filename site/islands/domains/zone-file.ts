/** Most characters that a file may have. */
export const LONGEST_FILE = 2_000_000;
/** Longer texts are not kept through a reload: the browser gives them no room. */
const LONGEST_KEPT = 200_000;

/** What is wrong with a file before it is sent; null when nothing is. */
export function fileFault(text: string): string | null {
  if (text.trim() === '') return 'Wybierz plik albo wklej jego treść.';
  if (text.includes('\u0000')) return 'To nie jest plik tekstowy. Plik strefy otworzysz w zwykłym edytorze tekstu.';
  return text.length > LONGEST_FILE ? 'Ten plik jest za duży: najwyżej 2 MB. Podziel go na części.' : null;
}

export const keptText = (text: string): string => (text.length > LONGEST_KEPT ? '' : text);
