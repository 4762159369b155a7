import type { GrantView } from '../../../contract/index.ts';
import { serviceWords } from './list-words.ts';

export type Order = 'person' | 'service' | 'end';
export interface Group {
  key: string;
  title: string;
  /** Below the title: where the person is reached. */
  note: string;
  /** Whose page the title leads to; null where the group is not one person's. */
  personId: string | null;
  grants: readonly GrantView[];
}

type Head = Omit<Group, 'grants'>;

function headOf({ service, grantee, personId, notAfter }: GrantView, order: Order): Head {
  if (order === 'person') return { key: personId, title: grantee.name, note: grantee.email, personId };
  if (order === 'service') return { key: service.id, title: `Usługa: ${serviceWords(service)}`, note: '', personId: null };
  const title = notAfter === null ? 'Do odwołania' : 'Z datą końca';
  return { key: title, title, note: '', personId: null };
}

/** Grants in the server's order, those of one person, one service or one kind of end under one title. */
export function grouped(grants: readonly GrantView[], order: Order): Group[] {
  const groups = new Map<string, Head & { grants: GrantView[] }>();
  for (const grant of grants) {
    const head = headOf(grant, order);
    const known = groups.get(head.key);
    if (known) known.grants.push(grant);
    else groups.set(head.key, { ...head, grants: [grant] });
  }
  return [...groups.values()];
}
