import type { GrantView } from '../../../contract/index.ts';

const opens = (outer: string, inner: string) => outer === '/' || outer === inner || inner.startsWith(`${outer}/`);

/** True when both open the same thing, or one opens a part of what the other does. */
function meet({ spec: a, service }: GrantView, { spec: b, service: other }: GrantView): boolean {
  if (service.id !== other.id) return false;
  if (a.kind === 'ftp' && b.kind === 'ftp') return opens(a.directory, b.directory) || opens(b.directory, a.directory);
  if (a.kind === 'database' && b.kind === 'database') return a.database === b.database;
  return a.kind === 'mailbox' && b.kind === 'mailbox' && a.address === b.address;
}

/** Other live grants of the same person to the same thing: taking back one leaves them as they are. */
export const overlapping = (grant: GrantView, all: readonly GrantView[]): GrantView[] =>
  grant.state === 'ended' ? [] : all.filter((one) => one.id !== grant.id && one.state !== 'ended' && meet(grant, one));
