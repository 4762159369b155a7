import type { DnsRecord } from '../../../contract/index.ts';

/** One thing that a change does: a record goes, comes, or becomes another one. */
export interface Difference {
  name: string;
  type: string;
  before: DnsRecord | null;
  after: DnsRecord | null;
}

const setOf = ({ name, type }: DnsRecord) => `${name} ${type}`;

/** Before and after side by side: of one name and type first the same value, then the rest in turn. */
export function differences(removed: readonly DnsRecord[], added: readonly DnsRecord[]): Difference[] {
  const left = [...added];
  const take = (fits: (record: DnsRecord) => boolean): DnsRecord | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const same = removed.map((before) => take((after) => setOf(after) === setOf(before) && after.data === before.data));
  const rows = removed.map((before, at): Difference => {
    const after = same[at] ?? take((one) => setOf(one) === setOf(before));
    return { name: before.name, type: before.type, before, after };
  });
  const come = left.map((after): Difference => ({ name: after.name, type: after.type, before: null, after }));
  return [...rows, ...come].sort((a, b) => (a.name === b.name ? a.type.localeCompare(b.type) : a.name < b.name ? -1 : 1));
}

/** What happens to a record, in a word. */
export const whatWord = ({ before, after }: Difference): string => (!before ? 'Nowy' : after ? 'Zmiana' : 'Usunięcie');
