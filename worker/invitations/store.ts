import { eq } from 'drizzle-orm';
import { account, type Database, grants, invitation, invitationToken } from '../db/index.ts';

/** An invitation found by the hash of a link's token, with the account it comes from. */
export const loadInvitation = (db: Database, tokenHash: string) =>
  db
    .select({
      id: invitation.id,
      grantId: invitation.grantId,
      purpose: invitation.purpose,
      state: invitation.state,
      expiresAt: invitation.expiresAt,
      op: invitation.op,
      accountName: account.name,
    })
    .from(invitationToken)
    .innerJoin(invitation, eq(invitation.id, invitationToken.invitationId))
    .innerJoin(grants, eq(grants.id, invitation.grantId))
    .innerJoin(account, eq(account.id, grants.accountId))
    .where(eq(invitationToken.hash, tokenHash))
    .get();

export type StoredInvitation = NonNullable<Awaited<ReturnType<typeof loadInvitation>>>;
