import type { VendorHttp } from '../http.ts';
import { orMissing } from '../trouble.ts';
import { made, roleAssignments } from './shapes.ts';

/** License Administrator: licences of everybody and nothing else (R5). */
export const LICENSE_ADMINISTRATOR = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
const PATH = '/roleManagement/directory/roleAssignments';

/** The ids of the role's assignments to a user over the whole directory. */
export async function rolesOf(http: VendorHttp, userId: string): Promise<string[]> {
  const $filter = `principalId eq '${userId}' and roleDefinitionId eq '${LICENSE_ADMINISTRATOR}'`;
  const { value } = await http.ask({ method: 'GET', path: PATH, query: { $filter }, answer: roleAssignments });
  return value.filter(({ directoryScopeId }) => directoryScopeId === '/').map(({ id }) => id);
}

export const giveRole = (http: VendorHttp, principalId: string) =>
  http.ask({
    method: 'POST',
    path: PATH,
    body: { principalId, roleDefinitionId: LICENSE_ADMINISTRATOR, directoryScopeId: '/' },
    answer: made,
  });

export async function takeRoles(http: VendorHttp, ids: readonly string[]): Promise<void> {
  for (const id of ids) await orMissing(http.ask<void>({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(id)}` }));
}
