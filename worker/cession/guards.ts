import { type SQL, sql } from 'drizzle-orm';
import { areExactly, ofAccount, ofDomain, toAccount } from '../grants/index.ts';
import type { Inventory } from './inventory-store.ts';
import type { StoredCession } from './store.ts';

/** 1 while an account may be ceded and its subscriber is whom the cession began with. */
export const mayPass = (
  { accountId, ownerEpoch }: Pick<StoredCession['cession'], 'accountId' | 'ownerEpoch'>,
  now: number,
): SQL =>
  sql`(EXISTS (SELECT 1 FROM account WHERE account.id = ${accountId} AND account.owner_epoch = ${ownerEpoch}
    AND (account.cession_blocked = 0 OR account.cession_unblock_at <= ${now})))`;

/** 1 while whoever takes a domain over owns the account that it goes to. */
export const takerOwns = (
  { takerUserId, takerAccountId }: Pick<StoredCession['cession'], 'takerUserId' | 'takerAccountId'>,
  now: number,
): SQL =>
  sql`(EXISTS (SELECT 1 FROM membership WHERE membership.user_id = ${takerUserId} AND membership.account_id = ${takerAccountId}
    AND membership.role = 'owner' AND membership.suspended_at IS NULL AND (membership.not_after IS NULL OR membership.not_after > ${now})))`;

/** 1 while the members without a grant, owners among them, are exactly these. */
function membersAre(accountId: string, members: Inventory['members']): SQL {
  const json = JSON.stringify(members);
  const standing = sql`membership.account_id = ${accountId} AND membership.grant_id IS NULL`;
  const known = sql`(SELECT count(*) FROM json_each(${json}) JOIN membership ON membership.user_id = json_extract(value, '$.userId')
    WHERE ${standing} AND membership.role = json_extract(value, '$.role'))`;
  return sql`((SELECT count(*) FROM membership WHERE ${standing}) = ${members.length} AND ${known} = ${members.length})`;
}

/** 1 while all that stands is what was read, so that what was decided on is all there is. */
export function standing({ cession }: StoredCession, { holdings, members }: Inventory, now: number): SQL {
  const still = holdings.filter(({ what, ending }) => what === 'grant' && !ending);
  const of = (foreign: boolean) => still.filter((one) => one.foreign === foreign);
  const may = mayPass(cession, now);
  if (cession.kind === 'domain') return sql`(${may} AND ${areExactly(ofDomain(cession.serviceId ?? ''), still)})`;
  const { accountId } = cession;
  return sql`(${may} AND ${areExactly(ofAccount(accountId), of(false))} AND ${areExactly(toAccount(accountId), of(true))} AND ${membersAre(accountId, members)})`;
}
