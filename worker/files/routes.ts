import { endpoints, type FilePass } from '../../contract/index.ts';
import { type App, define, refuse } from '../http/index.ts';
import { loadPlace } from './store.ts';

const doorOf = (said: string | null): string | null =>
  said === null ? null : (endpoints.parse(JSON.parse(said)).files?.url ?? null);

/** Mounts the giving out of tickets to an account's own files. */
export function mountFiles(app: App): void {
  app.openapi(define('issueFileTicket'), async (c) => {
    const account = c.get('account').id;
    const place = (await loadPlace(c.get('db'), account, c.req.valid('param').serviceId)) ?? refuse('not-found');
    const url = doorOf(place.endpoints) ?? refuse('files-not-served');
    const { hostId, tree } = place;
    const issued = await c.env.HOST_LINK.getByName(hostId).issueTicket({ host: hostId, account, tree, ...c.req.valid('json') });
    return issued ? c.json({ url, ...issued } satisfies FilePass, 201) : refuse('host-offline');
  });
}
