import { type AccessKind, type AssetKind, isAssetKind, type Kind } from '../contract/index.ts';
import { loadCaller, mountAccounts, sweepSessions } from './accounts/index.ts';
import * as assets from './assets/index.ts';
import { mountAudit } from './audit/index.ts';
import { mountCession, sweepCessions } from './cession/index.ts';
import { type Database, database } from './db/index.ts';
import * as domains from './domains/index.ts';
import { mountFiles, voidFileTickets } from './files/index.ts';
import * as grants from './grants/index.ts';
import { mountHelp } from './help/index.ts';
import { agentRoutes, HostCourier, poke, pokeHostsWithWork, type ResourcesPort } from './hosts/index.ts';
import { createApp, type Env, isDevelopment, refuse, reportFault, sweepIdempotency } from './http/index.ts';
import { mountInvitations } from './invitations/index.ts';
import { mountLicences } from './licences/index.ts';
import { deliverMail, developmentMail, Postman } from './mail/index.ts';
import { mountPanelUsers } from './panel-users/index.ts';
import { mountPeople, sweepReviews } from './people/index.ts';
import { mountServices } from './services/index.ts';
import { mountSettings } from './settings/index.ts';
import { mountStaff } from './staff/index.ts';
import { tellVendor, tellVendors } from './vendors/index.ts';
import { answerWizard } from './wizard/index.ts';

export { GuessCounter } from './accounts/index.ts';

/** Whatever a host says is about access to something, about an asset that access opens, or about a zone. */
const isOfAsset = <T extends { kind: Kind }>(message: T): message is T & { kind: AssetKind } => isAssetKind(message.kind);
const isOfZone = <T extends { kind: Kind }>(message: T): message is T & { kind: 'zone' } => message.kind === 'zone';
const isOfAccess = <T extends { kind: Kind }>(message: T): message is T & { kind: AccessKind } =>
  !isOfAsset(message) && !isOfZone(message);

/** The courier, told what it needs of grants, assets and zones. */
export class HostLink extends HostCourier {
  readonly #postman = new Postman(this.env);

  protected override readonly resources: ResourcesPort = {
    acknowledge: async (db, hostId, ack, now) => {
      if (isOfAsset(ack)) return assets.acknowledge(db, hostId, ack, now);
      if (isOfZone(ack)) await domains.acknowledge(db, hostId, ack, now);
      if (!isOfAccess(ack)) return false;
      await grants.acknowledge(db, hostId, ack, now);
      const kind = grants.kindOf(ack.kind);
      const isAnnounced = ack.outcome === 'present' && kind.road === 'host' && kind.announcement !== null;
      if (isAnnounced) this.ctx.waitUntil(this.#postman.call());
      return false;
    },
    reportFault: async (db, hostId, fail, now) => {
      if (isOfAsset(fail)) return assets.reportFault(db, hostId, fail, now);
      if (isOfZone(fail)) return domains.reportFault(db, hostId, fail, now);
      const isWithdrawn = isOfAccess(fail) && (await grants.reportFault(db, hostId, fail, now));
      if (isWithdrawn) this.ctx.waitUntil(this.#postman.call());
      return isWithdrawn;
    },
    async overtaken(db, hostId, item, now) {
      if (isOfAsset(item)) await assets.overtaken(db, hostId, item, now);
      if (isOfZone(item)) await domains.overtaken(db, hostId, item, now);
      if (isOfAccess(item)) await grants.overtaken(db, hostId, item, now);
    },
    endDue: (db, now) => endOnHosts(this.env, db, now),
    nextEnd: grants.nextEnd,
  };
}

const app = createApp(loadCaller);
app.route('/agent', agentRoutes);
app.use('/dev/*', async (c, next) => (isDevelopment(c.env) ? next() : refuse('not-found')));
app.route('/dev', developmentMail);
app.get('/kreator/*', (c) => answerWizard(c.req.raw, c.env.ASSETS));
mountAccounts(app);
mountServices(app);
assets.mountAssets(app);
mountFiles(app);
grants.mountGrants(app, tellVendor);
mountLicences(app);
mountInvitations(app);
mountPanelUsers(app);
mountPeople(app, tellVendor);
domains.mountDomains(app);
mountCession(app);
mountAudit(app);
mountStaff(app);
mountHelp(app);
mountSettings(app);

/** Ends what has run out; says which hosts have work from it. What a vendor's cloud keeps has no agent to be poked. */
async function endOnHosts(env: Env, db: Database, now: number): Promise<string[]> {
  const { hosts, leftPanels } = await grants.endDue(db, now);
  await Promise.all(leftPanels.map((account) => voidFileTickets(env, account)));
  return hosts.filter((host) => !host.startsWith('vendor-'));
}

async function endWhatRanOut(env: Env, now: number): Promise<void> {
  const hosts = await endOnHosts(env, database(env.DB), now);
  await Promise.all(hosts.map((host) => poke(env, host)));
}

/** Every minute: what requests and alarms may have left undone. Each part is tried, whatever becomes of the others. */
async function sweep(env: Env, now: number): Promise<void> {
  const db = database(env.DB);
  const everyHour = new Date(now).getUTCMinutes() === 0;
  const parts = await Promise.allSettled([
    Promise.all([endWhatRanOut(env, now), assets.sweepAssets(db, now)]).finally(() =>
      Promise.all([pokeHostsWithWork(env), tellVendors(env)]),
    ),
    Promise.all([sweepCessions(db, now), everyHour ? sweepReviews(db, now) : null]).finally(() => deliverMail(env, now)),
    sweepIdempotency(db, now),
    everyHour ? sweepSessions(db) : null,
  ]);
  for (const part of parts) if (part.status === 'rejected') reportFault(part.reason, 'cron');
}

export default {
  fetch: app.fetch,
  scheduled: (event, env) => sweep(env, event.scheduledTime),
} satisfies ExportedHandler<Env>;
