import { type SQL, sql } from 'drizzle-orm';
import type { EndReason } from '../../../../contract/index.ts';
import type { Database } from '../../../db/index.ts';
import { outbox } from '../../../db/schema.ts';
import type { Effect, GrantKind, Statement } from '../../kind.ts';

const OWNER = sql`account_id`;
const DELEGATE = sql`to_account_id`;

/** A letter to each owner of one side; to nobody where it has none, so that no letter stands in the way of an end. */
const tell = (db: Database, { id }: Effect, template: string, side: SQL, now: number): Statement =>
  db.insert(outbox).select(
    sql`SELECT lower(hex(randomblob(16))), grants.account_id, ${template}, user.email, ${JSON.stringify({ grantId: id })}, ${now}, ${now}, 0, NULL
      FROM grants JOIN membership ON membership.account_id = grants.${side} AND membership.role = 'owner'
      JOIN user ON user.id = membership.user_id WHERE grants.id = ${id}`,
  );

/**
 * Tells of any number of delegations that a cession ends: each time the side that does not change its subscriber. `json` lists
 * grants as `{ id, foreign }`, of any kind; `foreign` says that the domain is not the passed-on account's own.
 */
export const tellOfMany = (db: Database, json: string, now: number): Statement =>
  db.insert(outbox).select(
    sql`SELECT lower(hex(randomblob(16))), grants.account_id, 'delegation-ended', user.email, json_object('grantId', grants.id), ${now}, ${now}, 0, NULL
      FROM json_each(${json}) JOIN grants ON grants.id = json_extract(value, '$.id') AND grants.kind = 'delegation'
      JOIN membership ON membership.account_id = CASE WHEN json_extract(value, '$.foreign') THEN grants.account_id ELSE grants.to_account_id END
        AND membership.role = 'owner'
      JOIN user ON user.id = membership.user_id`,
  );

/** Whoever did not do it themselves. */
const MUST_HEAR: Partial<Record<EndReason, SQL[]>> = {
  declined: [OWNER],
  returned: [OWNER],
  expired: [OWNER, DELEGATE],
};

/** Both sides hear of what becomes of a delegation, so that none begins or ends in silence. */
export const delegationEffects: NonNullable<GrantKind['effects']> = {
  stepped(db, effect, now) {
    const { state, endReason } = effect.becomes;
    if (state === 'active') return [tell(db, effect, 'delegation-accepted', OWNER, now)];
    if (state !== 'ended') return [];
    const sides = (endReason && MUST_HEAR[endReason]) ?? [DELEGATE];
    return sides.map((side) => tell(db, effect, 'delegation-ended', side, now));
  },
};
