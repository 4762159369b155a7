import type { StaffRole } from '../../../contract/index.ts';
import { hashPassword, PLAY_COST } from '../../../worker/accounts/passwords.ts';
import type { Rows } from './rows.ts';

/** What everybody's password is, unless it says otherwise. */
export const PASSWORD = 'bardzo-tajne-haslo-1';

export interface Person {
  id?: string;
  name?: string;
  email?: string;
  password?: string;
  staffRole?: StaffRole | null;
}

/** A person's row. The hash is cheap: these people are made up. */
export async function personRow(person: Person, createdAt: number) {
  const id = person.id ?? crypto.randomUUID();
  return {
    id,
    name: person.name ?? 'Anna Nowak',
    email: person.email ?? `${id}@klucznik.test`,
    passwordHash: await hashPassword(person.password ?? PASSWORD, PLAY_COST),
    staffRole: person.staffRole ?? null,
    createdAt,
  };
}

/** One of the provider's own people. */
export async function aStaffMember(
  staffRole: StaffRole,
  person: Person = {},
  createdAt: number = Date.now(),
): Promise<Rows & { user: [Awaited<ReturnType<typeof personRow>>] }> {
  return {
    user: [
      await personRow({ name: staffRole === 'support' ? 'Ola z obsługi' : 'Olek od serwerów', ...person, staffRole }, createdAt),
    ],
  };
}
