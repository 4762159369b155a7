import { DEMO_IDS } from '../demo/data.ts';
import { PEOPLE } from '../demo/people.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { GRANTEE, newestToken } from './invite.ts';
import type { Meter } from './meter.ts';

const MEMBER = 'bench-member';

/** Somebody who has been there since the contract was made, at every size anew. */
async function plantMember({ edge: { db } }: Meter): Promise<void> {
  await db.batch([
    db
      .prepare(
        "INSERT OR IGNORE INTO user (id, email, name, password_hash, created_at) VALUES (?1, 'bench@member.example', ?1, 'none', 0)",
      )
      .bind(MEMBER),
    db
      .prepare("INSERT OR REPLACE INTO membership (user_id, account_id, role) VALUES (?, ?, 'user')")
      .bind(MEMBER, DEMO_IDS.accountA),
  ]);
}

/** Lets somebody with a sign-in of their own into the Panel, puts them to rest, wakes and removes them; changes and removes a member of old. */
export async function changePanelUsers(meter: Meter, owner: ApiClient, other: ApiClient): Promise<void> {
  await plantMember(meter);
  await meter.call(owner, 'listPanelUsers');
  const body = {
    serviceId: null,
    spec: { kind: 'panel-user', role: 'administrator' },
    grantee: { name: GRANTEE, email: PEOPLE.ownerB.email },
    notAfter: Date.now() + 30 * 86_400_000,
  };
  const { id: grantId } = JSON.parse(await meter.call(owner, 'createGrant', { body }, ', to the Panel')) as { id: string };
  const token = await newestToken(meter.edge);
  await meter.call(other, 'acceptPanelInvitation', { body: { token, password: null } });
  await meter.call(owner, 'suspendPanelUser', { params: { grantId } });
  await meter.call(owner, 'resumePanelUser', { params: { grantId } });
  await meter.call(owner, 'revokeGrant', { params: { grantId } }, ', to the Panel');
  await meter.call(owner, 'changeMemberRole', { params: { userId: MEMBER }, body: { role: 'administrator' } });
  await meter.call(owner, 'removeMember', { params: { userId: MEMBER }, body: {} });
}
