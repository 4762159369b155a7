import type { LicenceView } from '../../contract/index.ts';
import { type Actor, actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { act, endDateFault, grantViewOf, listSeats, loadGrant, type StoredGrant } from '../grants/index.ts';
import { type App, type Caller, type CallerAccount, define, type Env, refuse, refuseField } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { tellVendor } from '../vendors/index.ts';
import { assignSeat, passSeatOn } from './assign.ts';
import { managingRefusal, mayManage, maySee } from './rules.ts';
import { listLicences, loadLicence, type StoredLicence } from './store.ts';

/** What every route here finds in its context. */
interface Asking {
  env: Env;
  get(name: 'db'): Database;
  get(name: 'account'): CallerAccount;
  get(name: 'caller'): Caller;
  get(name: 'afterAnswer'): (work: () => Promise<unknown>) => void;
  req: { raw: Request };
}
/** And what every change of a seat that exists does besides. */
interface OfSeat extends Asking {
  get(name: 'db'): Database;
  get(name: 'account'): CallerAccount;
  get(name: 'caller'): Caller;
  get(name: 'afterAnswer'): (work: () => Promise<unknown>) => void;
  req: { raw: Request; valid(target: 'param'): { serviceId: string; grantId: string } };
}

const askingOf = (c: Asking) => ({ accountId: c.get('account').id, email: c.get('caller').user.email, now: Date.now() });

const viewOf = (licence: StoredLicence, { role }: CallerAccount): LicenceView => ({
  id: licence.id,
  name: licence.name,
  vendor: licence.vendor ?? 'own',
  bought: licence.bought,
  taken: licence.taken,
  mine: licence.mine,
  mayManage: mayManage({ role, mine: licence.mine }),
});

/** The service, for whoever may manage it. */
async function managed(c: Asking, serviceId: string): Promise<StoredLicence> {
  const licence = (await loadLicence(c.get('db'), askingOf(c), serviceId)) ?? refuse('not-found');
  const refusal = managingRefusal({ role: c.get('account').role, mine: licence.mine });
  return refusal ? refuse(refusal) : licence;
}

const actor = (c: Asking): Actor => actorOf(c.get('caller'), c.req.raw);

/** Loads the seat that the address names, of this service alone. */
const seatOf = (c: OfSeat) => async (): Promise<StoredGrant | undefined> => {
  const { serviceId, grantId } = c.req.valid('param');
  const row = await loadGrant(c.get('db'), c.get('account').id, grantId);
  return row?.grant.kind === 'seat' && row.grant.serviceId === serviceId ? row : undefined;
};

/** Tells whoever keeps the seats. Our own are as wanted before the answer is out; a cloud is spoken with after it. */
async function settled(c: Asking, row: StoredGrant, licence: StoredLicence, also: string[] = []): Promise<StoredGrant> {
  const wake = async () => {
    for (const grantId of [...also, row.grant.id]) await tellVendor(c.env, grantId);
  };
  if (licence.vendor === 'own') await wake();
  c.get('afterAnswer')(async () => {
    if (licence.vendor !== 'own') await wake();
    await deliverMail(c.env);
  });
  const now = licence.vendor === 'own' ? await loadGrant(c.get('db'), row.grant.accountId, row.grant.id) : row;
  return now ?? row;
}

/** Mounts what people do with licences: managers with all, whoever looks after a service with that one (R5), others see their own (R2). */
export function mountLicences(app: App): void {
  app.openapi(define('listLicences'), async (c) => {
    const account = c.get('account');
    const all = await listLicences(c.get('db'), askingOf(c));
    const seen = all.filter(({ mine }) => maySee({ role: account.role, mine }));
    return c.json({ licences: seen.map((licence) => viewOf(licence, account)) }, 200);
  });

  app.openapi(define('listSeats'), async (c) => {
    const account = c.get('account');
    const licence = await managed(c, c.req.valid('param').serviceId);
    const { rows, next } = await listSeats(c.get('db'), account.id, licence.id, c.req.valid('query'));
    const now = Date.now();
    return c.json({ licence: viewOf(licence, account), seats: rows.map((row) => grantViewOf(row, now)), next }, 200);
  });

  app.openapi(define('assignSeat'), async (c) => {
    const licence = await managed(c, c.req.valid('param').serviceId);
    const id = c.get('idempotencyId').slice(0, 32);
    const assignment = { id, account: c.get('account'), licence, actor: actor(c) };
    const row = await assignSeat(c.env, c.get('db'), assignment, c.req.valid('json'));
    return c.json(grantViewOf(await settled(c, row, licence), Date.now()), 201);
  });

  app.openapi(define('changeSeat'), async (c) => {
    const licence = await managed(c, c.req.valid('param').serviceId);
    const { version, role, notAfter } = c.req.valid('json');
    const endDate = notAfter === undefined ? null : endDateFault(notAfter, Date.now());
    if (endDate) refuseField('notAfter', endDate);
    const event = {
      type: 'change',
      version,
      ...(role ? { spec: { kind: 'seat', role } as const } : {}),
      ...(notAfter === undefined ? {} : { notAfter }),
    } as const;
    const acted = await act(c.get('db'), seatOf(c), event, actor(c), Date.now(), c.get('idempotencyId'));
    if (!acted.ok) return refuse(acted.code);
    return c.json(grantViewOf(await settled(c, acted.row, licence), Date.now()), 200);
  });

  app.openapi(define('moveSeat'), async (c) => {
    const licence = await managed(c, c.req.valid('param').serviceId);
    const id = c.get('idempotencyId').slice(0, 32);
    const move = { id, account: c.get('account'), licence, actor: actor(c) };
    const row = await passSeatOn(c.get('db'), move, seatOf(c), c.req.valid('json').person);
    const from = c.req.valid('param').grantId;
    return c.json(grantViewOf(await settled(c, row, licence, [from]), Date.now()), 201);
  });

  app.openapi(define('withdrawSeat'), async (c) => {
    const licence = await managed(c, c.req.valid('param').serviceId);
    const event = { type: 'revoke', reason: 'revoked' } as const;
    const acted = await act(c.get('db'), seatOf(c), event, actor(c), Date.now(), c.get('idempotencyId'));
    if (!acted.ok) return refuse(acted.code);
    return c.json(grantViewOf(await settled(c, acted.row, licence), Date.now()), 200);
  });
}
