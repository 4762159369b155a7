/** An ASCII address fragment for Polish text: `Źródła i łącza` → `zrodla-i-lacza`. */
export function asciiSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
