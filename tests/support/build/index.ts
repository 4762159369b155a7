export { type Account, type AccountRows, anAccount, type Hosting, type Plan } from './account.ts';
export { aCase, aSettingRequest, type HelpPerson } from './help.ts';
export { aHost } from './host.ts';
export { aStaffMember, PASSWORD, type Person } from './person.ts';
export { plant, type Rows, type Statement } from './rows.ts';
