import type { GrantSpec } from '../../contract/index.ts';
import { visibleName, visiblePath } from './names.ts';

const DATABASE_ACCESS = {
  read: 'tylko czytanie',
  write: 'czytanie i zmiana danych',
  full: 'pełny dostęp razem z budową tabel',
} as const;
const PANEL_ROLES = { administrator: 'administrator (całe konto)', user: 'użytkownik (tylko własne licencje)' } as const;
const SEAT_ROLES = { user: 'licencja do pracy', administrator: 'licencja z opieką nad całą usługą' } as const;
const MAILBOX_ACCESS = { read: 'tylko czytanie', write: 'czytanie i porządkowanie wiadomości' } as const;

/** What a grant opens, as a phrase that stands after a colon: „katalog /sklep, tylko czytanie”. */
export function scopePhrase(spec: GrantSpec): string {
  switch (spec.kind) {
    case 'ftp': {
      const where = spec.directory === '/' ? 'cały serwer' : `katalog ${visiblePath(spec.directory)}`;
      return `${where}, ${spec.access === 'write' ? 'czytanie i zapis' : 'tylko czytanie'}`;
    }
    case 'database':
      return `baza danych ${visibleName(spec.database)}, ${DATABASE_ACCESS[spec.access]}`;
    case 'mailbox':
      return `skrzynka ${spec.address}, ${MAILBOX_ACCESS[spec.access]}`;
    case 'panel-user':
      return `Panel klienta, ${PANEL_ROLES[spec.role]}`;
    case 'seat':
      return SEAT_ROLES[spec.role];
    case 'delegation':
      return `domena ${visibleName(spec.domain)}, zmiana ustawień DNS (klient nr ${spec.to})`;
  }
}
