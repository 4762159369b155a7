/** The path of a directory found in another one. */
export const pathIn = (parent: string, name: string): string => (parent === '/' ? `/${name}` : `${parent}/${name}`);

export const WHY_NOT = {
  'directory-is-link': 'To skrót do innego miejsca. Wybierz katalog, do którego prowadzi.',
  'path-invalid': 'Tej nazwy nie da się użyć w dostępie. Zmień ją w WebFTP.',
} as const;
