export { type Account, AccountBuilder, type AccountRows, anAccount, type Hosting } from './account.ts';
export { aHost } from './host.ts';
export { aStaffMember, PASSWORD, type Person } from './person.ts';
export { insertsOf, plant, type Rows, type Statement } from './rows.ts';
