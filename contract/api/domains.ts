import { z } from 'zod';
import { applyFault } from '../agent.ts';
import { dnsRecord, domainName, recordType } from '../kinds/index.ts';
import { grantState, grantView } from './grants.ts';
import { answer, body, id, MANAGERS, moment, page, text } from './shape.ts';

const managers = { who: 'member', roles: MANAGERS } as const;
const managersSteppedUp = { ...managers, stepUp: true } as const;

/** A domain that the caller's account owns, or manages for another client (R6). */
export const domainView = z.object({
  serviceId: id,
  domain: domainName,
  /** What the account is to the domain. */
  as: z.enum(['owner', 'delegate']),
  /** The other client: who manages the owner's domain, or whose domain is managed; null for nobody. */
  other: z
    .object({
      grantId: id,
      /** The delegate's number for the owner; the owner's name for the delegate. */
      name: z.string(),
      state: grantState,
      notAfter: moment.nullable(),
    })
    .nullable(),
  records: z.int(),
});
export type DomainView = z.infer<typeof domainView>;

/** Management of a domain that is offered to the caller's account, or that it has. */
export const delegationView = z.object({
  grantId: id,
  serviceId: id,
  domain: domainName,
  from: z.object({ person: z.string(), account: z.string() }),
  state: grantState,
  notAfter: moment.nullable(),
  createdAt: moment,
});
export type DelegationView = z.infer<typeof delegationView>;

/** How many records a change takes away and adds. The lists beside it hold the first {@link RECORDS_SHOWN}. */
const counts = z.object({ removed: z.int(), added: z.int() });
export const RECORDS_SHOWN = 200;

export const zoneChangeView = z.object({
  id,
  at: moment,
  by: z.string(),
  /** True when a member of the managing client did it. */
  byDelegate: z.boolean(),
  /** Empty, in the history, for a change of very many records. */
  removed: z.array(dnsRecord),
  added: z.array(dnsRecord),
  counts,
  /** The change that this one made unmade. */
  undoes: id.nullable(),
  /** True when nothing changed those records since, so that it can be undone as it is. */
  undoable: z.boolean(),
  undone: z.boolean(),
});
export type ZoneChangeView = z.infer<typeof zoneChangeView>;

export const zoneView = z.object({
  serviceId: id,
  domain: domainName,
  as: z.enum(['owner', 'delegate']),
  /** Send it back with a change, so that two people cannot overwrite each other. */
  version: z.int(),
  /** `pending` until the name server has confirmed the newest version. */
  state: z.enum(['applied', 'pending']),
  problem: applyFault.nullable(),
  nameservers: z.array(z.string()),
  /** The DS records to give to the registry, as the server says them; asked with the first page only. Null while it is away, or signs nothing yet. */
  ds: z.array(z.string()).nullable(),
  /** How many records there are, or how many the search has found. */
  total: z.int(),
  /** Those of the domain itself first. */
  records: z.array(dnsRecord),
  next: z.string().nullable(),
});
export type ZoneView = z.infer<typeof zoneView>;

/** A record as somebody types it; what it becomes is said in the preview. */
export const typedRecord = z.strictObject({
  /** Before the domain: `@` or empty for the domain itself; or the whole name. Polish letters are taken. */
  name: z.string().trim().max(300, { error: 'too-long' }),
  type: recordType,
  ttl: z.coerce.number().int().min(60, { error: 'ttl-out-of-range' }).max(604_800, { error: 'ttl-out-of-range' }),
  data: z.string().trim().min(1, { error: 'required' }).max(4096, { error: 'too-long' }),
});
export type TypedRecord = z.infer<typeof typedRecord>;

/** What speaks against a change, or should be thought of: told beside the record it is about. */
export const zoneFinding = z.object({
  /** Place in `add`, or null for the zone as a whole. */
  at: z.int().nullable(),
  field: z.enum(['name', 'type', 'ttl', 'data']).nullable(),
  code: z.string(),
  /** Polish: what is wrong, why that breaks something, and what to do. */
  message: z.string(),
  /** A change with an error is not made; a warning is shown and left to the person. */
  grave: z.boolean(),
});
export type ZoneFinding = z.infer<typeof zoneFinding>;

export const zonePreview = z.object({
  version: z.int(),
  removed: z.array(dnsRecord),
  added: z.array(dnsRecord),
  counts,
  findings: z.array(zoneFinding),
  /** Entries of an imported file that are left out, each with its reason. */
  skipped: z.array(z.object({ line: z.int(), text: z.string(), message: z.string() })),
});
export type ZonePreview = z.infer<typeof zonePreview>;

const MEGABYTE = 1024 * 1024;
/** A thousand records at their longest would be more, but nobody has such. */
const CHANGE_BYTES = MEGABYTE;
/** A file of two million characters, as JSON. */
const FILE_BYTES = 5 * MEGABYTE;

const zone = z.object({ serviceId: id });
const delegation = z.object({ grantId: id });
const zoneAct = z.strictObject({
  version: z.int(),
  /** Records to take away, whole. */
  remove: z.array(dnsRecord).max(1000),
  add: z.array(typedRecord).max(1000),
});
const zoneFile = z.strictObject({
  version: z.int(),
  /** A zone file (RFC 1035), as any DNS program writes it; at most 2 MB. */
  text: z.string().max(2_000_000, { error: 'too-long' }),
  /** `replace`: the zone becomes the file. `merge`: the file's records are added. */
  mode: z.enum(['replace', 'merge']),
});

export const domainRoutes = {
  listDomains: {
    method: 'get',
    path: '/domains',
    access: managers,
    summary: 'Domains that the account owns, and those it manages for other clients',
    responses: { 200: answer('The domains', z.object({ domains: z.array(domainView) })) },
  },
  listDelegations: {
    method: 'get',
    path: '/delegations',
    access: managers,
    summary: 'Domains whose management other clients offer to this account, or have passed to it',
    responses: { 200: answer('The delegations', z.object({ delegations: z.array(delegationView) })) },
  },
  offerDelegation: {
    method: 'post',
    path: '/domains/{serviceId}/delegation',
    access: managersSteppedUp,
    summary: 'Offer the management of a domain to another client, by number; it begins when they accept',
    request: { params: zone, body: body(z.strictObject({ clientNumber: text(20), notAfter: moment.nullable() })) },
    responses: { 201: answer('The grant', grantView) },
  },
  acceptDelegation: {
    method: 'post',
    path: '/delegations/{grantId}/acceptance',
    access: managersSteppedUp,
    summary: 'Take over the management of a domain that was offered',
    request: { params: delegation },
    responses: { 200: answer('The delegation', delegationView) },
  },
  refuseDelegation: {
    method: 'post',
    path: '/delegations/{grantId}/refusal',
    access: managers,
    summary: 'Say no to an offered domain, or give the management back at once',
    request: { params: delegation },
    responses: { 200: answer('The delegation', delegationView) },
  },
  readZone: {
    method: 'get',
    path: '/domains/{serviceId}/zone',
    access: managers,
    summary: 'Records of one domain, by name and type; for its owner and for whoever manages it',
    request: { params: zone, query: z.object({ ...page, search: z.string().max(200).optional() }) },
    responses: { 200: answer('The zone', zoneView) },
  },
  previewZone: {
    method: 'post',
    path: '/domains/{serviceId}/zone/preview',
    access: managers,
    maxBytes: CHANGE_BYTES,
    idempotent: false,
    summary: 'What a change would do, before and after, and what speaks against it; nothing is changed',
    request: { params: zone, body: body(zoneAct) },
    responses: { 200: answer('The preview', zonePreview) },
  },
  changeZone: {
    method: 'post',
    path: '/domains/{serviceId}/zone',
    access: managers,
    maxBytes: CHANGE_BYTES,
    summary: 'Change records, whole or not at all',
    request: { params: zone, body: body(zoneAct) },
    responses: { 200: answer('The change', zoneChangeView) },
  },
  listZoneChanges: {
    method: 'get',
    path: '/domains/{serviceId}/zone/changes',
    access: managers,
    summary: 'Who changed what in a zone, newest first',
    request: { params: zone, query: z.object(page) },
    responses: { 200: answer('A page', z.object({ changes: z.array(zoneChangeView), next: z.string().nullable() })) },
  },
  undoZoneChange: {
    method: 'post',
    path: '/domains/{serviceId}/zone/changes/{changeId}/undo',
    access: managers,
    summary: 'Make a change unmade; refused when somebody changed the same records since',
    request: { params: z.object({ serviceId: id, changeId: id }) },
    responses: { 200: answer('The change that undid it', zoneChangeView) },
  },
  exportZone: {
    method: 'get',
    path: '/domains/{serviceId}/zone/file',
    access: managers,
    summary: 'The zone as a file that any DNS program reads',
    request: { params: zone },
    responses: { 200: { description: 'A zone file (RFC 1035), UTF-8', content: { 'text/dns': { schema: z.string() } } } },
  },
  previewZoneFile: {
    method: 'post',
    path: '/domains/{serviceId}/zone/file/preview',
    access: managers,
    maxBytes: FILE_BYTES,
    idempotent: false,
    summary: 'What importing a file would do; nothing is changed',
    request: { params: zone, body: body(zoneFile) },
    responses: { 200: answer('The preview', zonePreview) },
  },
  importZone: {
    method: 'post',
    path: '/domains/{serviceId}/zone/file',
    access: managers,
    maxBytes: FILE_BYTES,
    summary: 'Import a zone file, whole or not at all',
    request: { params: zone, body: body(zoneFile) },
    responses: { 200: answer('The change', zoneChangeView) },
  },
} as const;
