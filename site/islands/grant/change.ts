import type { AccessSpec, GrantSpec, GrantView, PanelRole } from '../../../contract/index.ts';
import { isOnServer } from '../../words/kinds/index.ts';
import { EMPTY_SCOPE, type Scope, scopeFault, scopeOf, specOf } from '../give/scope.ts';
import { choiceFrom, type EndChoice, endFault, endMoment } from '../parts/end-date.ts';

export type What = 'end' | 'scope' | 'role';

/** What the change dialog holds; it begins from what is true now. */
export interface Change {
  end: EndChoice;
  scope: Scope;
  role: PanelRole;
}

/** What can change about a grant of this kind: its end always, then what it opens or as whom; a domain stays the same one. */
export function whatChanges(spec: GrantSpec): readonly What[] {
  if (isOnServer(spec)) return ['end', 'scope'];
  return 'role' in spec ? ['end', 'role'] : ['end'];
}

export const startFrom = ({ spec, notAfter }: Pick<GrantView, 'spec' | 'notAfter'>): Change => ({
  end: choiceFrom(notAfter),
  scope: isOnServer(spec) ? scopeOf(spec) : { ...EMPTY_SCOPE, kind: 'ftp' },
  role: 'role' in spec ? spec.role : 'user',
});

/** The fault in what was chosen, by field; null when it may be sent. */
export function changeFault(change: Change, what: What, now: number): { field: string; message: string } | null {
  if (what === 'role') return null;
  if (what === 'scope') return scopeFault(change.scope);
  const message = endFault(change.end, now);
  return message ? { field: 'notAfter', message } : null;
}

function changedSpec({ spec }: Pick<GrantView, 'spec'>, change: Change): GrantSpec {
  if (spec.kind === 'panel-user' || spec.kind === 'seat') return { kind: spec.kind, role: change.role };
  return specOf(change.scope);
}

/** The request: only what this dialog is about, with the version that the person saw. */
export const changeBody = (grant: Pick<GrantView, 'spec' | 'version'>, change: Change, what: What, now: number) =>
  what === 'end'
    ? { version: grant.version, notAfter: endMoment(change.end, now) }
    : { version: grant.version, spec: changedSpec(grant, change) };

/** The same for a seat, which has a route of its own. */
export const seatChangeBody = ({ version }: Pick<GrantView, 'version'>, change: Change, what: What, now: number) =>
  what === 'end' ? { version, notAfter: endMoment(change.end, now) } : { version, role: change.role };

const RANK = { read: 0, write: 1, full: 2 } as const;
const covers = (outer: string, inner: string) => outer === '/' || outer === inner || inner.startsWith(`${outer}/`);

/** True when the change takes something away, so that open connections will be ended. */
export const narrows = (before: AccessSpec, after: AccessSpec): boolean =>
  RANK[after.access] < RANK[before.access] ||
  (before.kind === 'ftp' && after.kind === 'ftp' && !covers(after.directory, before.directory));
