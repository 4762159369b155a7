import type { GrantSpec } from '../../contract/index.ts';
import { visiblePath } from './names.ts';

/** What a grant opens, as a phrase that stands after a colon: „katalog /sklep, tylko czytanie”. */
export function scopePhrase(spec: GrantSpec): string {
  const where = spec.directory === '/' ? 'cały serwer' : `katalog ${visiblePath(spec.directory)}`;
  return `${where}, ${spec.access === 'write' ? 'czytanie i zapis' : 'tylko czytanie'}`;
}
