import type { Role } from '../../contract/index.ts';

/** What a person is on an account, in one word; the names of roles do not change with people. */
export const ROLE_WORDS: Record<Role, string> = {
  owner: 'właściciel',
  administrator: 'administrator',
  user: 'użytkownik',
};
