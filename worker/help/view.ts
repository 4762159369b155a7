import {
  type CaseMessage,
  type CaseSummary,
  type CaseView,
  caseContext,
  ORDER_SUBJECTS,
  type StaffCaseSummary,
  type StaffCaseView,
} from '../../contract/index.ts';
import type { Colleague, Standing } from './rules.ts';
import type { Conversation, ListedCase } from './store.ts';

/** As a case is called on the phone. */
export const numberOf = (number: number): string => `S-${number}`;

/** Whoever has a case, as long as they are of the staff. */
export const takerOf = ({ case: row, takerRole }: ListedCase): Colleague | null =>
  row.takenBy !== null && takerRole !== null ? { id: row.takenBy, name: row.takenByName ?? '' } : null;

export const standingOf = (row: ListedCase, messages: number): Standing => ({
  state: row.case.state,
  version: row.case.version,
  taker: takerOf(row),
  messages,
});

function summary({ case: row, serviceName }: ListedCase): Omit<CaseSummary, 'unread'> {
  const { id, kind, subject, state, createdAt, updatedAt, openedByName: openedBy, serviceId } = row;
  const service = serviceId !== null && serviceName !== null ? { id: serviceId, name: serviceName } : null;
  return { id, number: numberOf(row.number), kind, subject, state, createdAt, updatedAt, openedBy, service };
}

export const customerSummary = (row: ListedCase): CaseSummary => ({
  ...summary(row),
  unread: row.case.staffSaidAt > row.case.customerReadAt,
});

export const staffSummary = (row: ListedCase): StaffCaseSummary => ({
  ...summary(row),
  unread: row.case.customerSaidAt > row.case.staffReadAt,
  customer: row.customer,
  takenBy: takerOf(row),
});

const messagesOf = ({ messages, attachments }: Conversation): CaseMessage[] =>
  messages.map(({ id, at, source, authorName, text }) => ({
    id,
    at,
    from: source,
    author: authorName,
    text,
    attachments: attachments
      .filter(({ messageId }) => messageId === id)
      .map((file) => ({ id: file.id, name: file.name, type: file.type, size: file.size })),
  }));

function asked({
  case: { orderSubject, replyEmail, context, version },
}: ListedCase): Pick<CaseView, 'order' | 'context' | 'version'> {
  const subject = ORDER_SUBJECTS.find((one) => one === orderSubject);
  return {
    order: subject && replyEmail !== null ? { subject, replyEmail } : null,
    context: context === null ? null : caseContext.parse(JSON.parse(context)),
    version,
  };
}

/** The case as its customer sees it: nothing that staff say to staff. */
export const customerView = (row: ListedCase, said: Conversation): CaseView => ({
  ...customerSummary(row),
  ...asked(row),
  messages: messagesOf(said).filter(({ from }) => from !== 'note'),
});

export const staffView = (row: ListedCase, said: Conversation): StaffCaseView => ({
  ...staffSummary(row),
  ...asked(row),
  messages: messagesOf(said),
});
