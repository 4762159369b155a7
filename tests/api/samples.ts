import { ROUTE_NAMES, type RouteName, routeFacts } from '../../contract/index.ts';

/** Ids of things in one account, to be tried by somebody from another. */
export interface Ids {
  accountId: string;
  serviceId: string;
  grantId: string;
  hostId: string;
  customerId: string;
  /** A panel user without a grant. */
  userId?: string;
  /** Things of other kinds, told under the same name as those above by routes of their own. */
  panelGrantId?: string;
  licenceId?: string;
  seatId?: string;
  domainId?: string;
  changeId?: string;
  delegationId?: string;
  cessionId?: string;
  personId?: string;
  offboardingId?: string;
  caseId?: string;
  attachmentId?: string;
  requestId?: string;
}

const token = 'A'.repeat(43);
const PASSWORD = 'Wiosenny-Klucz-7-dni';
const credential = { type: 'password', password: PASSWORD };
const person = { name: 'Ewa Lis', email: 'ewa@it.test' };
const address = { address: 'Prosta 1', postcode: '00-001', city: 'Warszawa' };
const record = { name: 'www', type: 'A', ttl: 3600, data: '192.0.2.7' };

/** What the service of the ids may have, when its tree is `t-s1` and its domain `alfa.test`. */
export const SAMPLES = { database: 't-s1_sklep', mailbox: 'biuro@alfa.test', binned: 'kosz@alfa.test' };

/** A body that each route would take, with the given ids in it. A new route with a body must be added here, or the suites say so. */
const BODIES: Partial<Record<RouteName, (ids: Ids) => object>> = {
  signIn: () => ({ email: 'nikt@nigdzie.test', password: 'zgaduje' }),
  stepUp: () => ({ password: 'bardzo-tajne-haslo-1' }),
  chooseAccount: ({ accountId }) => ({ accountId }),
  createDatabase: () => ({ name: 'nowa' }),
  deleteDatabase: () => ({ name: SAMPLES.database, typed: SAMPLES.database }),
  createMailbox: () => ({ local: 'nowa', domain: 'alfa.test', password: PASSWORD }),
  changeMailboxPassword: () => ({ address: SAMPLES.mailbox, password: PASSWORD }),
  noteMailboxReaders: () => ({ address: SAMPLES.mailbox, people: ['Jan Kowal'] }),
  deleteMailbox: () => ({ address: SAMPLES.mailbox, typed: SAMPLES.mailbox }),
  restoreMailbox: () => ({ address: SAMPLES.binned }),
  issueFileTicket: () => ({ path: '/blog', right: 'read' }),
  createGrant: ({ serviceId }) => ({
    serviceId,
    spec: { kind: 'ftp', directory: '/', access: 'read' },
    grantee: { name: 'Jan', email: 'jan@it.test' },
    notAfter: Date.now() + 86_400_000,
  }),
  extendGrants: ({ grantId }) => ({ grants: [{ id: grantId, version: 1 }], notAfter: null }),
  keepGrant: () => ({ version: 1 }),
  changeGrant: () => ({ version: 1, notAfter: null }),
  readInvitation: () => ({ token }),
  claimInvitation: () => ({ token, credential }),
  refuseInvitation: () => ({ token }),
  removeMember: () => ({}),
  changeMemberRole: () => ({ role: 'user' }),
  acceptPanelInvitation: () => ({ token, password: PASSWORD }),
  assignSeat: () => ({ person, role: 'user', notAfter: null }),
  changeSeat: () => ({ version: 1, role: 'user' }),
  moveSeat: () => ({ person }),
  offerDelegation: () => ({ clientNumber: '1002', notAfter: null }),
  previewZone: () => ({ version: 1, remove: [], add: [record] }),
  changeZone: () => ({ version: 1, remove: [], add: [record] }),
  previewZoneFile: () => ({ version: 1, text: 'www 3600 IN A 192.0.2.7\n', mode: 'merge' }),
  importZone: () => ({ version: 1, text: 'www 3600 IN A 192.0.2.7\n', mode: 'merge' }),
  startCession: () => ({ kind: 'account', serviceId: null, taker: person, typed: '1001' }),
  decideCession: () => ({ version: 1, decisions: [] }),
  lookupCession: () => ({ token }),
  acceptCession: () => ({ token, subscriber: { type: 'person', name: 'Ewa Lis', ...address }, password: PASSWORD }),
  declineCession: () => ({ token }),
  confirmCession: () => ({ version: 1 }),
  blockCession: () => ({}),
  unblockCession: () => ({}),
  openCase: ({ serviceId }) => ({ subject: 'Poczta', text: 'Nie działa.', serviceId, order: null, context: null }),
  writeInCase: () => ({ text: 'Dalej nie działa.' }),
  takeCase: () => ({ version: 1 }),
  answerCase: () => ({ version: 1, text: 'Już działa.', close: false }),
  handCaseOn: () => ({ version: 1, to: null, note: 'Proszę o pomoc.' }),
  closeStaffCase: () => ({ version: 1 }),
  createSettingRequest: ({ serviceId }) => ({ setting: 'php-version', serviceId, helper: person, note: '' }),
  tickSettingStep: () => ({ step: 'open', done: true }),
  endSettingRequest: () => ({ outcome: 'dropped' }),
  readSettingForm: () => ({ token }),
  fillSettingForm: () => ({ token, answers: { version: '8.3' }, comment: '' }),
  createHost: () => ({ name: `serwer-${crypto.randomUUID()}.test` }),
};

const QUERIES: Partial<Record<RouteName, Record<string, string>>> = { findCustomer: { clientNumber: '1001' } };

/** Routes whose body names somebody's thing by its id, besides those whose path does. */
const IDS_IN_BODY: RouteName[] = ['chooseAccount', 'createGrant', 'openCase', 'createSettingRequest'];

export const isUnsafe = (name: RouteName): boolean => routeFacts(name).method !== 'get';
export const UNSAFE: RouteName[] = ROUTE_NAMES.filter(isUnsafe);
/** Every route that is told by an id what to look at, and that a customer may call. */
export const WITH_FOREIGN_IDS: RouteName[] = ROUTE_NAMES.filter((name) => {
  const { path, access } = routeFacts(name);
  return access.who !== 'staff' && (path.includes('{') || IDS_IN_BODY.includes(name));
});

/** What a route calls by a name that others use for something else. */
function paramsOf(name: RouteName, { panelGrantId, licenceId, seatId, domainId, delegationId, ...ids }: Ids) {
  const { path } = routeFacts(name);
  const given = (named: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries({ ...ids, ...named }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  if (path.startsWith('/panel-users/')) return given({ grantId: panelGrantId });
  if (path.startsWith('/licences/')) return given({ serviceId: licenceId, grantId: seatId });
  if (path.startsWith('/domains/')) return given({ serviceId: domainId });
  if (path.startsWith('/delegations/')) return given({ grantId: delegationId });
  return given({});
}

/** A call that would succeed for whoever owns the ids. */
export function callOf(name: RouteName, ids: Ids) {
  const body = BODIES[name]?.(ids);
  const query = QUERIES[name];
  return { params: paramsOf(name, ids), ...(body ? { body } : {}), ...(query ? { query } : {}) };
}

/** Routes that take a body according to the contract and have none here. */
export const withoutSample = (takesBody: (name: RouteName) => boolean): RouteName[] =>
  ROUTE_NAMES.filter((name) => takesBody(name) && BODIES[name] === undefined);
