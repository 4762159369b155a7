import type { GrantSpec, GrantView } from '../../../contract/index.ts';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';

/** What the change dialog holds; it begins from what is true now. */
export interface Change {
  end: EndChoice;
  area: 'tree' | 'directory';
  directory: string;
  access: GrantSpec['access'];
}

/** The fault in what was chosen, by field; null when it may be sent. */
export function changeFault(change: Change, what: 'end' | 'scope', now: number): { field: string; message: string } | null {
  if (what === 'end') {
    const message = endFault(change.end, now);
    return message ? { field: 'notAfter', message } : null;
  }
  return change.area === 'directory' && !change.directory
    ? { field: 'spec.directory', message: 'Wybierz katalog z listy.' }
    : null;
}

/** The request: only what this dialog is about, with the version that the person saw. */
export function changeBody(grant: GrantView, change: Change, what: 'end' | 'scope', now: number) {
  if (what === 'end') return { version: grant.version, notAfter: endMoment(change.end, now) };
  return {
    version: grant.version,
    spec: { kind: 'ftp' as const, directory: change.area === 'tree' ? '/' : change.directory, access: change.access },
  };
}

const rank = (spec: GrantSpec) => (spec.access === 'write' ? 1 : 0);
const covers = (outer: string, inner: string) => outer === '/' || outer === inner || inner.startsWith(`${outer}/`);

/** True when the change takes something away, so that open connections will be ended. */
export const narrows = (before: GrantSpec, after: GrantSpec): boolean =>
  rank(after) < rank(before) || !covers(after.directory, before.directory);
