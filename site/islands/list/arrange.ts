import type { GrantView } from '../../../contract/index.ts';
import { attentionTo } from '../../words/grants.ts';

export type Order = 'person' | 'service' | 'end';
export interface Group {
  title: string;
  grants: readonly GrantView[];
}

const URGENCY = { problem: 0, transition: 1, waiting: 2, ending: 3 } as const;

const titleOf = (grant: GrantView, order: Order) => {
  if (order === 'service') return `Usługa: ${grant.service.name}`;
  if (order === 'person') return grant.grantee.email ? `${grant.grantee.name} (${grant.grantee.email})` : grant.grantee.name;
  return grant.notAfter === null ? 'Do odwołania' : 'Z datą końca';
};

/** What needs a look, most urgent first. */
export const urgentFirst = (grants: readonly GrantView[], now: number): GrantView[] =>
  grants
    .map((grant) => ({ grant, attention: attentionTo(grant, now) }))
    .flatMap(({ grant, attention }) => (attention ? [{ grant, rank: URGENCY[attention] }] : []))
    .sort((a, b) => a.rank - b.rank)
    .map(({ grant }) => grant);

/** The rest in the server's order, neighbours with the same person, service or kind of end under one title. */
export function grouped(grants: readonly GrantView[], order: Order): Group[] {
  const groups: { title: string; grants: GrantView[] }[] = [];
  for (const grant of grants) {
    const title = titleOf(grant, order);
    const last = groups.at(-1);
    if (last?.title === title) last.grants.push(grant);
    else groups.push({ title, grants: [grant] });
  }
  return groups;
}
