import type { App } from '../http/index.ts';
import { mountCustomers } from './routes.ts';
import { mountStaffCases } from './staff-routes.ts';

export { closeCases } from './hand-over-store.ts';

/** Mounts conversations of customers with the provider's people, from both sides (R12, R15). */
export function mountHelp(app: App): void {
  mountCustomers(app);
  mountStaffCases(app);
}
