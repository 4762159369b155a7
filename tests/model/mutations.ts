import type { Resource } from '../../agent/journal/index.ts';
import type { ServicePort } from '../../agent/reconcile/index.ts';
import type { InvariantName } from './invariants/index.ts';
import type { Parts } from './parts.ts';
import { credentials } from './secrets.ts';
import { loadGrant } from './store.ts';

/** A fault planted between the real code and what it works with; the model must notice by exactly this invariant. */
export interface Mutation {
  name: string;
  breaks: InvariantName;
  plant: (real: Parts) => Parts;
}

const pool = await credentials();

/** A service with some of its methods replaced; the rest stays bound to the real one. */
const altered = (service: ServicePort, methods: Partial<ServicePort>): ServicePort => ({
  read: (principal) => service.read(principal),
  readAll: () => service.readAll(),
  apply: (principal, gen, state) => service.apply(principal, gen, state),
  remove: (principal) => service.remove(principal),
  endSessions: (principal) => service.endSessions(principal),
  endExpired: (now) => service.endExpired(now),
  displaced: () => service.displaced(),
  ...methods,
});

export const MUTATIONS: Mutation[] = [
  {
    name: 'claimed-grants-still-say-requested',
    breaks: 'access-within-records',
    plant: (real) => ({
      ...real,
      advance: (grant, event, now, kind) => {
        const outcome = real.advance(grant, event, now, kind);
        if (event.type !== 'claim' || !outcome.ok || !outcome.step) return outcome;
        return { ...outcome, step: { ...outcome.step, grant: { ...outcome.step.grant, state: 'requested' } } };
      },
    }),
  },
  {
    name: 'sessions-survive-revoke',
    breaks: 'ended-means-closed',
    plant: (real) => ({
      ...real,
      service: (service, server) =>
        altered(service, {
          endSessions: async (principal) => {
            if (server.users.has(principal)) return service.endSessions(principal);
            return {
              ok: true,
              ended: server.endSessions((session) => session.name === principal && server.forged.has(session.as)),
            };
          },
        }),
    }),
  },
  {
    name: 'old-gens-count-as-new',
    breaks: 'gen-never-falls',
    plant: (real) => ({ ...real, ...forgettingGens() }),
  },
  {
    name: 'two-hands-on-one-resource',
    breaks: 'one-live-operation',
    plant: (real) => ({
      ...real,
      service: (service) =>
        altered(service, {
          apply: async (principal, gen, state) => {
            const [first] = await Promise.all([service.apply(principal, gen, state), service.apply(principal, gen, state)]);
            return first;
          },
        }),
    }),
  },
  {
    name: 'an-audit-row-is-forgotten',
    breaks: 'everything-recorded',
    plant: (real) => ({
      ...real,
      writeStep: (tables, row, step, change) => {
        const written = real.writeStep(tables, row, step, change);
        if (written && step.audit.action === 'grant.revoking') tables.audit.pop();
        return written;
      },
    }),
  },
  {
    name: 'a-claim-that-lost-the-race-is-written-all-the-same',
    breaks: 'invitation-used-once',
    plant: (real) => ({
      ...real,
      writeStep: (tables, row, step, change) => {
        if (real.writeStep(tables, row, step, change)) return true;
        const now = loadGrant(tables, row.grant.id);
        if (step.invitation !== 'use' || !now) return false;
        return real.writeStep(
          tables,
          { ...now, invitation: undefined },
          { ...step, grant: { ...step.grant, gen: now.grant.gen + 1 } },
          change,
        );
      },
    }),
  },
  {
    name: 'the-host-never-looks-at-the-clock',
    breaks: 'no-access-past-end',
    plant: (real) => ({
      ...real,
      service: (service) => altered(service, { endExpired: async () => ({ ok: true, ended: 0, next: null }) }),
    }),
  },
  {
    name: 'every-member-may-give',
    breaks: 'nobody-grants-above-their-role',
    plant: (real) => ({ ...real, mayGive: () => true }),
  },
  {
    name: 'a-removal-takes-namesakes-along',
    breaks: 'foreign-untouched',
    plant: (real) => ({
      ...real,
      service: (service, server) =>
        altered(service, {
          remove: (principal) => {
            for (const name of server.users.keys())
              if (name !== principal && principal.startsWith(name)) server.users.delete(name);
            return service.remove(principal);
          },
        }),
    }),
  },
  {
    name: 'what-differs-is-not-told',
    breaks: 'converges',
    plant: (real) => ({
      ...real,
      compareInventory: (...given) => ({ ...real.compareInventory(...given), send: [] }),
    }),
  },
  {
    name: 'the-audit-keeps-the-password',
    breaks: 'no-plain-secret',
    plant: (real) => ({
      ...real,
      advance: (grant, event, now, kind) => {
        const outcome = real.advance(grant, event, now, kind);
        if (event.type !== 'claim' || !outcome.ok || !outcome.step) return outcome;
        const typed = pool.find(({ secret }) => secret.password?.hash === event.secret.password?.hash)?.plain ?? '';
        return { ...outcome, step: { ...outcome.step, audit: { ...outcome.step.audit, details: { typed } } } };
      },
    }),
  },
];

/** Neither the journal nor the host's own table tells the agent any more that it has seen a newer state than this one. */
function forgettingGens(): Pick<Parts, 'journal' | 'service'> {
  const readBack = new Set<string>();
  const planning = new Set<string>();
  return {
    journal: (journal) =>
      new Proxy(journal, {
        get: (target, name) => {
          if (name !== 'read') return Reflect.get(target, name);
          return (resource: Resource) => {
            const entry = journal.read(resource);
            return planning.delete(resource.principal) && entry?.item.state
              ? { ...entry, applied: 0, item: { ...entry.item, gen: 0 } }
              : entry;
          };
        },
      }),
    service: (service) =>
      altered(service, {
        apply: (principal, gen, state) => {
          readBack.add(principal);
          return service.apply(principal, gen, state);
        },
        read: async (principal) => {
          const standing = await service.read(principal);
          if (standing === null || standing === 'foreign' || readBack.delete(principal)) return standing;
          planning.add(principal);
          return { ...standing, gen: 0 };
        },
      }),
  };
}
