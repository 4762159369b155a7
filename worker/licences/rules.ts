import { type ErrorCode, MANAGERS, type Role, type SeatRole } from '../../contract/index.ts';

/** Somebody who asks about one licence service: their role in the account, and the seat of it that they hold. */
export interface Asker {
  role: Role;
  mine: SeatRole | null;
}

export const isManager = (role: Role): boolean => MANAGERS.some((manager) => manager === role);

/** Managers look after everything (R1); the holder of a seat with role administrator after that service and nothing else (R5). */
export const mayManage = ({ role, mine }: Asker): boolean => isManager(role) || mine === 'administrator';

/** A service that one neither manages nor uses is told from none (R2). */
export const maySee = ({ role, mine }: Asker): boolean => isManager(role) || mine !== null;

/** Why somebody may not manage a service; null when they may. */
export const managingRefusal = (asker: Asker): ErrorCode | null => {
  if (mayManage(asker)) return null;
  return maySee(asker) ? 'role-too-low' : 'not-found';
};
