import { z } from 'zod';
import { invitationToken } from './grants.ts';
import { answer, body, id, MANAGERS, moment, page, text } from './shape.ts';

/*
 * Help by people. A case is a conversation of an account with the provider's staff: a message to support (R15) or an order of
 * IT services (R12). A setting request (R11) is a form that the IT person fills in by a link, without any access; the owner makes the change.
 */

export const CASE_STATES = ['new', 'taken', 'waiting', 'closed'] as const;
/** `new`: nobody has it. `taken`: somebody works on it. `waiting`: for the customer's answer. */
export const caseState = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof caseState>;
export const ORDER_SUBJECTS = ['restore', 'move', 'repair', 'update', 'configure', 'other'] as const;

/** What the page knew when somebody asked for help: where they were, and what the wizard had been told. Never what was typed elsewhere. */
export const caseContext = z.strictObject({
  page: z
    .string()
    .max(200)
    .regex(/^\/[^?#]*$/),
  flow: z.string().max(60).nullable(),
  answers: z.array(z.strictObject({ node: z.string().max(60), answer: z.string().max(60) })).max(20),
});
export type CaseContext = z.infer<typeof caseContext>;

export const MOST_ATTACHMENTS = 3;
export const MOST_ATTACHMENT_BYTES = 2_000_000;
export const ATTACHMENT_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'text/plain',
  'application/zip',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
const newAttachment = z.strictObject({
  name: text(200),
  type: z.enum(ATTACHMENT_TYPES, { error: 'attachment-invalid' }),
  base64: z.base64().max(Math.ceil(MOST_ATTACHMENT_BYTES / 3) * 4, { error: 'attachment-too-large' }),
});
export type NewAttachment = z.infer<typeof newAttachment>;
const attachments = z.array(newAttachment).max(MOST_ATTACHMENTS, { error: 'attachments-too-many' }).default([]);

export const caseMessage = z.object({
  id,
  at: moment,
  /** A `note` is of staff to staff; the customer never gets one. */
  from: z.enum(['customer', 'staff', 'note']),
  author: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ id, name: z.string(), type: z.string(), size: z.int() })),
});
export type CaseMessage = z.infer<typeof caseMessage>;

const order = z.strictObject({ subject: z.enum(ORDER_SUBJECTS), replyEmail: text(254) });
export const caseSummary = z.object({
  id,
  /** As it is said on the phone: `S-1042`. */
  number: z.string(),
  kind: z.enum(['message', 'order']),
  subject: z.string(),
  state: caseState,
  createdAt: moment,
  updatedAt: moment,
  openedBy: z.string(),
  service: z.object({ id, name: z.string() }).nullable(),
  /** Something has been said by the other side since this side last read it. */
  unread: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummary>;
export const caseView = caseSummary.extend({
  order: order.nullable(),
  context: caseContext.nullable(),
  messages: z.array(caseMessage),
  /** Rises with everything that happens to it. */
  version: z.int(),
});
export type CaseView = z.infer<typeof caseView>;

/** What staff see: the case and whose it is, and nothing else of the customer's. */
export const staffCaseSummary = caseSummary.extend({
  customer: z.object({ name: z.string(), clientNumber: z.string() }),
  takenBy: z.object({ id, name: z.string() }).nullable(),
});
export type StaffCaseSummary = z.infer<typeof staffCaseSummary>;
export const staffCaseView = staffCaseSummary.extend({
  order: order.nullable(),
  context: caseContext.nullable(),
  messages: z.array(caseMessage),
  version: z.int(),
});
export type StaffCaseView = z.infer<typeof staffCaseView>;

export const SETTINGS = ['php-version', 'php-memory', 'cron', 'redirect', 'ssl', 'error-log'] as const;
export type SettingName = (typeof SETTINGS)[number];
const values = z.record(z.string().max(40), z.string().trim().max(2000));

export const settingRequest = z.object({
  id,
  setting: z.enum(SETTINGS),
  service: z.object({ id, name: z.string() }),
  helper: z.object({ name: z.string(), email: z.string() }),
  note: z.string(),
  /** `sent`: waits for the IT person. `answered`: the owner has steps to tick off. */
  state: z.enum(['sent', 'answered', 'done', 'dropped', 'expired']),
  createdAt: moment,
  answeredAt: moment.nullable(),
  expiresAt: moment,
  /** What the IT person filled in; null until they did. Steps are made of it by `content/settings`. */
  answers: values.nullable(),
  comment: z.string(),
  /** Ids of steps that are ticked off. */
  stepsDone: z.array(z.string()),
  version: z.int(),
});
export type SettingRequest = z.infer<typeof settingRequest>;

/** What the bearer of a link sees: the question, never anything of the account's. */
export const settingForm = z.object({
  setting: z.enum(SETTINGS),
  giver: z.object({ person: z.string(), account: z.string() }),
  service: z.object({ name: z.string() }),
  helper: z.object({ name: z.string() }),
  note: z.string(),
  state: settingRequest.shape.state,
  expiresAt: moment,
  answers: values.nullable(),
  comment: z.string(),
});
export type SettingForm = z.infer<typeof settingForm>;

const managers = { who: 'member', roles: MANAGERS } as const;
/** Role `user` too, for whom there is what they wrote themselves. */
const everybody = { who: 'member', roles: [...MANAGERS, 'user'] } as const;
const staff = { who: 'staff', roles: ['support', 'operator'] } as const;
const caseId = z.object({ caseId: id });
const requestId = z.object({ requestId: id });
const attachmentId = z.object({ caseId: id, attachmentId: id });
const attachmentBytes = {
  200: { description: 'The file, to be saved', content: { 'application/octet-stream': { schema: z.string() } } },
};
/** Three attachments in base64, and a text. */
const WITH_ATTACHMENTS = 8_200_000;
const said = text(8000);

export const caseRoutes = {
  listCases: {
    method: 'get',
    path: '/cases',
    access: everybody,
    summary: 'Conversations with support and orders, the last changed first',
    request: { query: z.object({ ...page, show: z.enum(['open', 'closed']).default('open') }) },
    responses: { 200: answer('A page', z.object({ cases: z.array(caseSummary), next: z.string().nullable() })) },
  },
  openCase: {
    method: 'post',
    path: '/cases',
    access: everybody,
    maxBytes: WITH_ATTACHMENTS,
    summary: 'Write to support, or (managers) order IT services',
    request: {
      body: body(
        z.strictObject({
          subject: text(120),
          text: said,
          serviceId: id.nullable(),
          /** Null for a message to support. */
          order: order.nullable(),
          context: caseContext.nullable(),
          attachments,
        }),
      ),
    },
    responses: { 201: answer('The case', caseView) },
  },
  readCase: {
    method: 'get',
    path: '/cases/{caseId}',
    access: everybody,
    summary: 'One conversation, whole; it counts as read',
    request: { params: caseId },
    responses: { 200: answer('The case', caseView) },
  },
  writeInCase: {
    method: 'post',
    path: '/cases/{caseId}/messages',
    access: everybody,
    maxBytes: WITH_ATTACHMENTS,
    summary: 'Go on with a conversation; one that was closed is open again',
    request: { params: caseId, body: body(z.strictObject({ text: said, attachments })) },
    responses: { 200: answer('The case', caseView) },
  },
  closeCase: {
    method: 'post',
    path: '/cases/{caseId}/closing',
    access: everybody,
    summary: 'Say that it is settled',
    request: { params: caseId },
    responses: { 200: answer('The case', caseView) },
  },
  readAttachment: {
    method: 'get',
    path: '/cases/{caseId}/attachments/{attachmentId}',
    access: everybody,
    summary: 'A file of a conversation',
    request: { params: attachmentId },
    responses: attachmentBytes,
  },
  listSettingRequests: {
    method: 'get',
    path: '/setting-requests',
    access: managers,
    summary: 'Changes that were asked about, the newest first',
    request: { query: z.object(page) },
    responses: { 200: answer('A page', z.object({ requests: z.array(settingRequest), next: z.string().nullable() })) },
  },
  createSettingRequest: {
    method: 'post',
    path: '/setting-requests',
    access: managers,
    summary: 'Ask the IT person what exactly to change: they get a link to a form, and no access',
    request: {
      body: body(
        z.strictObject({
          setting: z.enum(SETTINGS),
          serviceId: id,
          helper: z.strictObject({ name: text(80), email: text(254) }),
          note: z.string().trim().max(1000, { error: 'too-long' }),
        }),
      ),
    },
    responses: { 201: answer('The request', settingRequest) },
  },
  readSettingRequest: {
    method: 'get',
    path: '/setting-requests/{requestId}',
    access: managers,
    summary: 'One request, its answers and what is ticked off',
    request: { params: requestId },
    responses: { 200: answer('The request', settingRequest) },
  },
  resendSettingRequest: {
    method: 'post',
    path: '/setting-requests/{requestId}/sending',
    access: managers,
    summary: 'Send the link again, for two more weeks; older links stop working. Answers that are there may be changed by it',
    request: { params: requestId },
    responses: { 200: answer('The request', settingRequest) },
  },
  tickSettingStep: {
    method: 'post',
    path: '/setting-requests/{requestId}/steps',
    access: managers,
    summary: 'Tick a step off, or put it back',
    request: { params: requestId, body: body(z.strictObject({ step: z.string().min(1).max(40), done: z.boolean() })) },
    responses: { 200: answer('The request', settingRequest) },
  },
  endSettingRequest: {
    method: 'post',
    path: '/setting-requests/{requestId}/ending',
    access: managers,
    summary: 'It is done, or no longer wanted; the link stops working',
    request: { params: requestId, body: body(z.strictObject({ outcome: z.enum(['done', 'dropped']) })) },
    responses: { 200: answer('The request', settingRequest) },
  },
  readSettingForm: {
    method: 'post',
    path: '/setting-forms/lookup',
    access: { who: 'anyone' },
    idempotent: false,
    summary: 'What a link asks. A POST only to keep the token out of addresses and logs',
    request: { body: body(z.strictObject({ token: invitationToken })) },
    responses: { 200: answer('The form', settingForm) },
  },
  fillSettingForm: {
    method: 'post',
    path: '/setting-forms/answers',
    access: { who: 'anyone' },
    summary: 'Say what exactly to change; may be said again until the owner has done it',
    request: {
      body: body(
        z.strictObject({ token: invitationToken, answers: values, comment: z.string().trim().max(2000, { error: 'too-long' }) }),
      ),
    },
    responses: { 200: answer('The form', settingForm) },
  },
} as const;

export const staffCaseRoutes = {
  listCaseQueue: {
    method: 'get',
    path: '/staff/cases',
    access: staff,
    summary: 'The queue, the one that waits longest first',
    request: { query: z.object({ ...page, show: z.enum(['new', 'mine', 'taken', 'closed']).default('new') }) },
    responses: { 200: answer('A page', z.object({ cases: z.array(staffCaseSummary), next: z.string().nullable() })) },
  },
  readStaffCase: {
    method: 'get',
    path: '/staff/cases/{caseId}',
    access: staff,
    summary: 'One case, and nothing else of the customer',
    request: { params: caseId },
    responses: { 200: answer('The case', staffCaseView) },
  },
  readStaffAttachment: {
    method: 'get',
    path: '/staff/cases/{caseId}/attachments/{attachmentId}',
    access: staff,
    summary: 'A file of a case',
    request: { params: attachmentId },
    responses: attachmentBytes,
  },
  takeCase: {
    method: 'post',
    path: '/staff/cases/{caseId}/taking',
    access: staff,
    summary: 'Take a case that nobody has',
    request: { params: caseId, body: body(z.strictObject({ version: z.int() })) },
    responses: { 200: answer('The case', staffCaseView) },
  },
  answerCase: {
    method: 'post',
    path: '/staff/cases/{caseId}/messages',
    access: staff,
    maxBytes: WITH_ATTACHMENTS,
    summary: 'Answer the customer in the Panel and by e-mail; whoever has the case',
    request: { params: caseId, body: body(z.strictObject({ version: z.int(), text: said, close: z.boolean(), attachments })) },
    responses: { 200: answer('The case', staffCaseView) },
  },
  handCaseOn: {
    method: 'post',
    path: '/staff/cases/{caseId}/handing-on',
    access: staff,
    summary: 'Give a case to a colleague, or back to the queue, with a note that the customer does not see',
    request: {
      params: caseId,
      body: body(
        z.strictObject({ version: z.int(), to: id.nullable(), note: z.string().trim().max(2000, { error: 'too-long' }) }),
      ),
    },
    responses: { 200: answer('The case', staffCaseView) },
  },
  closeStaffCase: {
    method: 'post',
    path: '/staff/cases/{caseId}/closing',
    access: staff,
    summary: 'Close a case without a word; the customer may go on with it',
    request: { params: caseId, body: body(z.strictObject({ version: z.int() })) },
    responses: { 200: answer('The case', staffCaseView) },
  },
  listColleagues: {
    method: 'get',
    path: '/staff/colleagues',
    access: staff,
    summary: 'To whom a case can be handed on',
    responses: { 200: answer('The staff', z.object({ colleagues: z.array(z.object({ id, name: z.string() })).max(500) })) },
  },
} as const;
