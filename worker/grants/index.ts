export { type Acted, act } from './act.ts';
export { acknowledge, endDue, nextEnd, overtaken, reportFault } from './from-host.ts';
export { CREDENTIAL_FIELDS, type Secret } from './kind.ts';
export { kindOf } from './kinds/index.ts';
export { listGrants } from './list.ts';
export { mountGrants } from './routes.ts';
export { loadByInvitation, loadGrant, type StoredGrant } from './rows.ts';
export { grantViewOf, invitationViewOf } from './view.ts';
