import { MANAGERS } from '../../../contract/index.ts';
import { finding, type Invariant, recorded, together } from './finding.ts';

/* What is written down, and who may have it written. */

/** The gen applied to a resource never falls. */
export const genNeverFalls: Invariant = ({ server }) => {
  const highest = new Map<string, number>();
  return finding(server.writes, ({ name, gen }) => {
    const before = highest.get(name) ?? 0;
    highest.set(name, Math.max(before, gen));
    return gen < before ? `${name} fell from gen ${before} to ${gen}` : null;
  });
};

/** One live grant and one wanted state a resource, a request carried out once however often it is repeated, and never two hands on a resource at once. */
export const oneLiveOperation: Invariant = ({ edge: { tables }, server }) => {
  const carriedOut = new Map<string, number>();
  for (const { table, row } of tables.written)
    if (table === 'grants') carriedOut.set(`${row.op} on ${row.id}`, (carriedOut.get(`${row.op} on ${row.id}`) ?? 0) + 1);
  const requests = finding([...carriedOut], ([request, times]) =>
    times === 1 ? null : `${request} was carried out ${times} times`,
  );
  const grants = finding([...tables.grants.values()], (grant) => {
    const namesakes = [...tables.grants.values()].filter((other) => other.principal === grant.principal).length;
    if (namesakes > 1) return `${grant.principal} belongs to ${namesakes} grants`;
    const gen = tables.desired.get(grant.principal)?.gen ?? 0;
    return gen === grant.gen ? null : `${grant.principal} is at gen ${grant.gen} and wanted at ${gen}`;
  });
  return together(grants, requests, { looked: server.writes.length, wrong: server.overlaps });
};

/** Every change has its audit row in the same batch, and every change on the host its wanted state. */
export const everythingRecorded: Invariant = (world) => {
  const { tables } = world.edge;
  const audited = new Set(tables.audit.map((row) => `${row.batch} ${row.grantId}`));
  const changes = finding(tables.written, ({ batch, table, row }) => {
    const grantId = 'grantId' in row ? row.grantId : row.id;
    return audited.has(`${batch} ${grantId}`) ? null : `batch ${batch} changed ${table} of ${grantId} without an audit row`;
  });
  const writes = finding(world.server.writes, ({ name, gen, digest }) => {
    const wanted = recorded(world, name, gen);
    // A narrowing that cannot be made closes the access instead: less than was wanted, and never more.
    const asWanted = wanted && (wanted.digest === digest || digest === null);
    return asWanted ? null : `${name} was changed on the host to what gen ${gen} never wanted`;
  });
  return together(changes, writes);
};

/** An invitation is used at most once, and no credential comes to be without one. */
export const invitationUsedOnce: Invariant = ({ edge: { tables } }) => {
  const used = tables.written.filter((written) => written.table === 'invitations' && written.row.state === 'used');
  const claims = tables.audit.filter((row) => row.action === 'grant.claimed' || row.action === 'grant.credential-changed');
  const twice = finding(used, (written) => {
    const times = used.filter(
      (other) => other.row === written.row || ('id' in other.row && 'id' in written.row && other.row.id === written.row.id),
    ).length;
    return times > 1 ? `an invitation was used ${times} times` : null;
  });
  const without = finding(claims, ({ batch, grantId }) => {
    const shownOnce = tables.grants.get(grantId)?.granteeEmail === '';
    return shownOnce || used.some((written) => written.batch === batch)
      ? null
      : `${grantId} was claimed without using its invitation up`;
  });
  return together(twice, without);
};

/** Nobody grants above their own role: all access is given and changed by managers. */
export const nobodyGrantsAbove: Invariant = ({ edge: { tables } }) => {
  const isManager = (role: string) => MANAGERS.some((manager) => manager === role);
  const given = finding([...tables.grants.values()], (grant) =>
    isManager(grant.createdByRole) ? null : `${grant.id} was given by a ${grant.createdByRole}`,
  );
  const done = finding(tables.audit, ({ actor, action }) =>
    isManager(actor) || ['grantee', 'host', 'clock'].includes(actor) ? null : `a ${actor} did ${action}`,
  );
  return together(given, done);
};
