import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from '../../../db/index.ts';
import { membership, outbox, session, user } from '../../../db/schema.ts';
import type { Effect, GrantKind, Statement } from '../../kind.ts';

/** The sign-in that an accepted invitation opens the account to, made now if the person had none. */
function open(db: Database, { id, accountId, becomes, accepter }: Effect, now: number): Statement[] {
  if (!accepter || becomes.spec?.kind !== 'panel-user') return [];
  const { userId, newcomer, session: acting } = accepter;
  return [
    ...(newcomer ? [db.insert(user).values({ id: userId, ...newcomer, createdAt: now })] : []),
    db.insert(membership).values({
      userId,
      accountId,
      role: becomes.spec.role,
      grantId: id,
      notAfter: becomes.notAfter ?? null,
    }),
    acting.begins
      ? db.insert(session).values({ id: acting.id, userId, accountId, ...acting.begins })
      : db
          .update(session)
          .set({ accountId })
          .where(and(eq(session.id, acting.id), eq(session.userId, userId))),
    tellOwners(db, id, accountId, now),
  ];
}

/** Every owner hears of a new sign-in to the account, whoever invited them. */
const tellOwners = (db: Database, grantId: string, accountId: string, now: number): Statement =>
  db.insert(outbox).select(
    sql`SELECT lower(hex(randomblob(16))), ${accountId}, 'panel-user-joined', user.email, ${JSON.stringify({ grantId })}, ${now}, ${now}, 0, NULL
      FROM membership JOIN user ON user.id = membership.user_id WHERE membership.account_id = ${accountId} AND membership.role = 'owner'`,
  );

/** The grant's own sign-in, unless it has become the owner's, which no end of a grant may take away (R7). */
const signInOf = (grantId: string) => and(eq(membership.grantId, grantId), ne(membership.role, 'owner'));

/** Nobody acts on the account through the sign-in any more: what they have open in it says so at the next request. */
function shut(db: Database, { id, accountId }: Effect): Statement[] {
  const whose = db.select({ id: membership.userId }).from(membership).where(signInOf(id));
  return [
    db
      .update(session)
      .set({ accountId: null })
      .where(and(eq(session.accountId, accountId), inArray(session.userId, whose))),
    db.delete(membership).where(signInOf(id)),
  ];
}

/** Changes what the sign-in may do, until when, and whether it rests. */
function alter(db: Database, { id, becomes }: Effect): Statement[] {
  const { spec, notAfter, suspendedAt } = becomes;
  const columns = {
    ...(spec?.kind === 'panel-user' ? { role: spec.role } : {}),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(suspendedAt === undefined ? {} : { suspendedAt }),
  };
  return Object.keys(columns).length === 0 ? [] : [db.update(membership).set(columns).where(signInOf(id))];
}

/** A panel user's grant is kept by the row in `membership` that every signed-in request is looked up through. */
export const membershipEffects: NonNullable<GrantKind['effects']> = {
  stepped(db, effect, now) {
    if (effect.accepter) return open(db, effect, now);
    return effect.becomes.state === 'ended' ? shut(db, effect) : alter(db, effect);
  },
};
