import { scopePhrase } from '../../content/words/index.ts';
import { type GrantSpec, grantSpec } from '../../contract/index.ts';
import { markOf } from '../grants/index.ts';
import type { GrantRow, MemberRow, SessionRow } from './inventory-store.ts';
import type { Holding } from './rules.ts';
import type { StoredCession } from './store.ts';

/* What stands, as the one who gives it away is shown it. */

const who = (name: string, email: string) => (email && email !== name ? `${name} (${email})` : name);
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
const specOf = (row: GrantRow): GrantSpec => grantSpec.parse(JSON.parse(row.spec));

const STATES: Partial<Record<GrantRow['state'], string>> = {
  requested: ' – zaproszenie czeka na przyjęcie',
  revoking: ' – jest właśnie odbierany',
};
const ROLES: Record<MemberRow['role'], string> = { owner: 'właściciel', administrator: 'administrator', user: 'użytkownik' };

/** A panel user and a domain are named by their phrase; elsewhere the service says where. */
const titled = (row: GrantRow, phrase: string) =>
  capital(row.kind === 'panel-user' || row.kind === 'delegation' ? phrase : `${row.serviceName}: ${phrase}`);

/** What the one who takes over has now is not kept beside what they get. */
const isTakers = (row: GrantRow, { cession }: StoredCession) =>
  row.kind === 'panel-user'
    ? row.granteeEmail === cession.takerEmail || (row.memberId !== null && row.memberId === cession.takerUserId)
    : cession.kind === 'domain' && row.toAccountId !== null && row.toAccountId === cession.takerAccountId;

/** A grant of any kind and state. */
export function ofGrant(row: GrantRow, stored: StoredCession): Holding {
  const phrase = scopePhrase(specOf(row));
  const ending = row.state === 'revoking';
  return {
    id: row.id,
    what: 'grant',
    title: `${titled(row, phrase)}${STATES[row.state] ?? ''}`,
    person: who(row.granteeName, row.granteeEmail),
    notAfter: row.notAfter,
    mayStay: !ending && !isTakers(row, stored),
    mark: markOf(row),
    phrase,
    ending,
    foreign: false,
  };
}

/** A domain of another client, which this account manages. */
export const ofForeignDomain = (row: GrantRow, stored: StoredCession): Holding => ({
  ...ofGrant(row, stored),
  title: `Zarządzanie domeną innego klienta: ${row.serviceName}${STATES[row.state] ?? ''}`,
  person: row.accountName,
  foreign: true,
});

/** Told from a grant's id by its beginning. */
export const memberId = (userId: string): string => `member:${userId}`;

/** Somebody who has been there since the contract was made; owners always go. */
export const ofMember = (row: MemberRow): Holding => ({
  id: memberId(row.userId),
  what: 'member',
  title: `Panel klienta: ${ROLES[row.role]}`,
  person: who(row.name, row.email),
  notAfter: row.notAfter,
  mayStay: row.role !== 'owner',
  mark: row.role,
  phrase: row.name,
  ending: false,
  foreign: false,
});

/** What a person has open at this moment; it always ends. */
export const ofSessions = (row: SessionRow): Holding => ({
  id: `session:${row.userId}`,
  what: 'session',
  title: `Otwarty Panel klienta (sesje: ${row.sessions})`,
  person: who(row.name, row.email),
  notAfter: null,
  mayStay: false,
  mark: '',
  phrase: '',
  ending: false,
  foreign: false,
});
