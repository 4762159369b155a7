import { isOnline } from '../hosts/index.ts';
import { type App, define, refuse } from '../http/index.ts';
import { readDirectories } from './directories.ts';
import { listServices, loadService, type StoredService } from './store.ts';

const viewOf = ({ id, kind, name, host }: StoredService, now: number) => ({
  id,
  kind,
  name,
  host: { name: host.name, online: isOnline(host, now), lastSeenAt: host.lastSeenAt },
});

/** Mounts the reading of services and of the directories on them. */
export function mountServices(app: App): void {
  app.openapi(define('listServices'), async (c) => {
    const rows = await listServices(c.get('db'), c.get('account').id);
    const now = Date.now();
    return c.json({ services: rows.map((row) => viewOf(row, now)) }, 200);
  });

  app.openapi(define('listDirectories'), async (c) => {
    const service = (await loadService(c.get('db'), c.get('account').id, c.req.valid('param').serviceId)) ?? refuse('not-found');
    const listed = await readDirectories(c.env, service, c.req.valid('query').path);
    return listed.ok ? c.json(listed.listing, 200) : refuse(listed.code);
  });
}
