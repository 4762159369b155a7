import { type AssetKind, databasePrefix } from '../../contract/index.ts';
import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { poke } from '../hosts/index.ts';
import { type App, type Caller, type CallerAccount, define, type Env, refuse, refuseField } from '../http/index.ts';
import { type SealedPassword, sealChosen } from '../secrets/index.ts';
import { accessTo } from './access-store.ts';
import { changeAsset, deleteAsset, restoreAsset, type Wish } from './change.ts';
import { createAsset } from './create.ts';
import { readAssets } from './list.ts';
import { type Home, loadHome, type StoredAsset } from './store.ts';
import { databaseViewOf, type Known, mailboxViewOf } from './view.ts';

/** What every route here finds in its context. */
interface Asking {
  env: Env;
  get(name: 'db'): Database;
  get(name: 'account'): CallerAccount;
  req: { valid(target: 'param'): { serviceId: string } };
}
/** And what every change does besides. */
interface Wishing extends Asking {
  get(name: 'db'): Database;
  get(name: 'account'): CallerAccount;
  get(name: 'caller'): Caller;
  get(name: 'idempotencyId'): string;
  req: Asking['req'] & { raw: Request };
  executionCtx: Pick<ExecutionContext, 'waitUntil'>;
}

const homeOf = async (c: Asking): Promise<Home> =>
  (await loadHome(c.get('db'), c.get('account').id, c.req.valid('param').serviceId)) ?? refuse('not-found');

const wishFor = (c: Wishing, home: Home, kind: AssetKind, name: string): Wish => ({
  home,
  kind,
  name,
  actor: actorOf(c.get('caller'), c.req.raw),
  op: c.get('idempotencyId'),
});

const sealed = async (password: string): Promise<SealedPassword> => {
  const seal = await sealChosen(password);
  return typeof seal === 'string' ? refuseField('password', seal) : seal;
};

/** An asset that has just been changed, as its page shows it until the host is asked again. Its host is told, of access too. */
async function told(c: Wishing, row: StoredAsset): Promise<Known> {
  c.executionCtx.waitUntil(poke(c.env, row.hostId));
  return { kind: row.kind, name: row.name, row, found: null, access: await accessTo(c.get('db'), row) };
}

function mountDatabases(app: App): void {
  const kind = 'database-asset';

  app.openapi(define('listDatabases'), async (c) => {
    const home = await homeOf(c);
    const { live, plan, all } = await readAssets(c.env, c.get('db'), home, kind);
    return c.json({ live, prefix: databasePrefix(home.tree), plan, databases: all.map(databaseViewOf) }, 200);
  });

  app.openapi(define('createDatabase'), async (c) => {
    const home = await homeOf(c);
    const wish = wishFor(c, home, kind, databasePrefix(home.tree) + c.req.valid('json').name);
    const row = await createAsset(c.env, c.get('db'), { ...wish, seal: async () => null });
    return c.json(databaseViewOf(await told(c, row)), 201);
  });

  app.openapi(define('deleteDatabase'), async (c) => {
    const { name, typed } = c.req.valid('json');
    const row = await deleteAsset(c.env, c.get('db'), wishFor(c, await homeOf(c), kind, name), typed);
    return c.json(databaseViewOf(await told(c, row)), 200);
  });
}

function mountMailboxes(app: App): void {
  const kind = 'mailbox-asset';

  app.openapi(define('listMailboxes'), async (c) => {
    const home = await homeOf(c);
    const { live, plan, all } = await readAssets(c.env, c.get('db'), home, kind);
    return c.json({ live, domains: home.domains, plan, mailboxes: all.map(mailboxViewOf) }, 200);
  });

  app.openapi(define('createMailbox'), async (c) => {
    const home = await homeOf(c);
    const { local, password, ...body } = c.req.valid('json');
    const domain = body.domain.trim().toLowerCase();
    // Before the name is looked at, so that nothing is said of somebody else's mailboxes.
    if (!home.domains.includes(domain)) refuseField('domain', 'domain-foreign');
    const wish = wishFor(c, home, kind, `${local}@${domain}`);
    const row = await createAsset(c.env, c.get('db'), { ...wish, seal: () => sealed(password) });
    return c.json(mailboxViewOf(await told(c, row)), 201);
  });

  app.openapi(define('changeMailboxPassword'), async (c) => {
    const home = await homeOf(c);
    const { address, password } = c.req.valid('json');
    const by = c.get('caller').user.name;
    const row = await changeAsset(c.env, c.get('db'), wishFor(c, home, kind, address), async () => ({
      type: 'change-password',
      tree: home.tree,
      password: await sealed(password),
      by,
    }));
    return c.json(mailboxViewOf(await told(c, row)), 200);
  });

  app.openapi(define('noteMailboxReaders'), async (c) => {
    const { address, people } = c.req.valid('json');
    const wish = wishFor(c, await homeOf(c), kind, address);
    const row = await changeAsset(c.env, c.get('db'), wish, () => ({ type: 'note-readers', people }));
    return c.json(mailboxViewOf(await told(c, row)), 200);
  });

  app.openapi(define('deleteMailbox'), async (c) => {
    const { address, typed } = c.req.valid('json');
    const row = await deleteAsset(c.env, c.get('db'), wishFor(c, await homeOf(c), kind, address), typed);
    return c.json(mailboxViewOf(await told(c, row)), 200);
  });

  app.openapi(define('restoreMailbox'), async (c) => {
    const wish = wishFor(c, await homeOf(c), kind, c.req.valid('json').address);
    const row = await restoreAsset(c.env, c.get('db'), wish);
    return c.json(mailboxViewOf(await told(c, row)), 200);
  });
}

/** Mounts what an account's managers do with databases (R9) and mailboxes (R10); what is in a mailbox nobody reads here. */
export function mountAssets(app: App): void {
  mountDatabases(app);
  mountMailboxes(app);
}
