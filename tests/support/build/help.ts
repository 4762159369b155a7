import type { CaseState } from '../../../contract/index.ts';
import type { helpCase, helpMessage, settingRequest } from '../../../worker/db/schema.ts';

type CaseRow = typeof helpCase.$inferInsert;
type MessageRow = typeof helpMessage.$inferInsert;
type RequestRow = typeof settingRequest.$inferInsert;
export interface HelpPerson {
  id: string;
  name: string;
}

export interface Case {
  id: string;
  number: number;
  accountId: string;
  openedBy: HelpPerson;
  takenBy?: HelpPerson;
  subject?: string;
  state?: CaseState;
  serviceId?: string;
  order?: { subject: string; replyEmail: string };
  context?: object;
  /** What was said, in turns; the first is the customer's. */
  messages: readonly { from: 'customer' | 'staff' | 'note'; author: string; text: string }[];
  createdAt?: number;
}

const MINUTE = 60_000;

/** A conversation with support, or an order; what was said before the last turn is read by both sides. */
export function aCase({ id, number, accountId, openedBy, takenBy, order, messages, ...more }: Case): {
  helpCase: [CaseRow];
  helpMessage: MessageRow[];
} {
  const { subject = 'Nie działa poczta', state = 'new', serviceId = null, context, createdAt = Date.now() } = more;
  const at = (turn: number) => createdAt + turn * 7 * MINUTE;
  const lastOf = (side: 'customer' | 'staff') => messages.findLastIndex(({ from }) => from === side);
  const saidAt = (side: 'customer' | 'staff') => (lastOf(side) < 0 ? 0 : at(lastOf(side)));
  const row: CaseRow = {
    id,
    number,
    accountId,
    kind: order ? 'order' : 'message',
    subject,
    state,
    createdAt,
    updatedAt: at(messages.length - 1),
    openedBy: openedBy.id,
    openedByName: openedBy.name,
    serviceId,
    orderSubject: order?.subject ?? null,
    replyEmail: order?.replyEmail ?? null,
    context: context ? JSON.stringify(context) : null,
    takenBy: takenBy?.id ?? null,
    takenByName: takenBy?.name ?? null,
    customerSaidAt: saidAt('customer'),
    staffSaidAt: saidAt('staff'),
    customerReadAt: saidAt('staff') < saidAt('customer') ? saidAt('staff') : 0,
    staffReadAt: saidAt('customer') < saidAt('staff') ? saidAt('customer') : 0,
    op: `planted-${id}`,
  };
  const said = messages.map(({ from, author, text }, turn) => ({
    id: `${id}-${turn + 1}`,
    caseId: id,
    at: at(turn),
    source: from,
    authorName: author,
    text,
  }));
  return { helpCase: [row], helpMessage: said };
}

const FORTNIGHT = 14 * 24 * 60 * MINUTE;

/** A question to an IT person about a setting, with answers when they are given. */
export function aSettingRequest(over: Pick<RequestRow, 'id' | 'accountId' | 'serviceId' | 'createdBy'> & Partial<RequestRow>): {
  settingRequest: [RequestRow];
} {
  const createdAt = over.createdAt ?? Date.now();
  return {
    settingRequest: [
      {
        setting: 'php-version',
        helperName: 'Jan Kowal',
        helperEmail: 'jan@it.test',
        note: '',
        state: over.answers ? 'answered' : 'sent',
        createdByName: 'Anna Nowak',
        createdAt,
        answeredAt: over.answers ? createdAt + 90 * MINUTE : null,
        expiresAt: createdAt + FORTNIGHT,
        op: `planted-${over.id}`,
        ...over,
      },
    ],
  };
}
