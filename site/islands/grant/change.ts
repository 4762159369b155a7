import type { AccessSpec, GrantView } from '../../../contract/index.ts';
import { type Scope, scopeFault, specOf } from '../give/scope.ts';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';

/** What the change dialog holds; it begins from what is true now. */
export interface Change {
  end: EndChoice;
  scope: Scope;
}

/** The fault in what was chosen, by field; null when it may be sent. */
export function changeFault(change: Change, what: 'end' | 'scope', now: number): { field: string; message: string } | null {
  if (what === 'scope') return scopeFault(change.scope);
  const message = endFault(change.end, now);
  return message ? { field: 'notAfter', message } : null;
}

/** The request: only what this dialog is about, with the version that the person saw. */
export const changeBody = ({ version }: GrantView, change: Change, what: 'end' | 'scope', now: number) =>
  what === 'end' ? { version, notAfter: endMoment(change.end, now) } : { version, spec: specOf(change.scope) };

const RANK = { read: 0, write: 1, full: 2 } as const;
const covers = (outer: string, inner: string) => outer === '/' || outer === inner || inner.startsWith(`${outer}/`);

/** True when the change takes something away, so that open connections will be ended. */
export const narrows = (before: AccessSpec, after: AccessSpec): boolean =>
  RANK[after.access] < RANK[before.access] ||
  (before.kind === 'ftp' && after.kind === 'ftp' && !covers(after.directory, before.directory));
