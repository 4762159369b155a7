import type { AuditEntry } from '../../contract/index.ts';

const COLUMNS = ['Kiedy', 'Kto', 'Rola', 'Co się stało', 'Dostęp', 'Skąd'];

const ROLES: Record<AuditEntry['actor']['kind'], string> = {
  member: 'użytkownik Panelu',
  grantee: 'osoba z dostępem',
  support: 'Biuro Obsługi Klienta',
  operator: 'operator serwerów',
  host: 'serwer',
  clock: 'zegar',
};

/** Swedish writes dates as spreadsheets sort them: 2026-07-03 14:05:09. */
const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Warsaw' });

/** A field as RFC 4180 has it. What a spreadsheet would run as a formula is made text by an apostrophe (OWASP, CSV injection). */
export function csvField(text: string): string {
  const harmless = /^\s*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A line of such fields. */
export const csvLine = (fields: readonly string[]) => `${fields.map(csvField).join(',')}\r\n`;

/** A moment in Polish time. */
export const csvMoment = (at: number): string => moment.format(at);

/** The byte order mark tells spreadsheets that this is UTF-8. */
export const csvHead = `\ufeff${csvLine(COLUMNS)}`;

export const csvEntry = ({ at, actor, sentence, grantId, from }: AuditEntry): string =>
  csvLine([csvMoment(at), actor.name, ROLES[actor.kind], sentence, grantId ?? '', from ?? '']);
