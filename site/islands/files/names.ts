const MOST_BYTES = 255;

/** Why a name cannot be given on a server; null for a good one. Spaces round it are taken off by who asks. */
export function nameFault(name: string): string | null {
  if (!name) return 'Wpisz nazwę.';
  if (name.includes('/')) return 'W nazwie nie może być ukośnika „/”. Aby przenieść coś do innego katalogu, wybierz „Przenieś”.';
  if (name === '.' || name === '..') return 'Nazwy „.” i „..” są zajęte przez serwer. Wpisz inną.';
  if (name.includes('\0') || !name.isWellFormed()) return 'W nazwie jest znak, którego serwer nie przyjmie. Wpisz ją od nowa.';
  const length = new TextEncoder().encode(name).length;
  return length > MOST_BYTES ? 'Ta nazwa jest za długa. Skróć ją – litery z ogonkami liczą się podwójnie.' : null;
}

/** How much of a name to mark when it is to be changed: without what says which kind of file it is. */
export function stemLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? dot : name.length;
}
