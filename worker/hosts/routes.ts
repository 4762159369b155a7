import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { enrolAnswer, enrolRequest, sha256Hex } from '../../contract/index.ts';
import { database } from '../db/index.ts';
import { type AppEnv, refuse } from '../http/index.ts';
import { enrolHost } from './store.ts';

/** A token, a key and a version come to a few hundred bytes; this is read before anybody has proved anything. */
const MAX_ENROL_BYTES = 4096;
const limitEnrolment = bodyLimit({ maxSize: MAX_ENROL_BYTES, onError: () => refuse('body-too-large') });

/** What agents talk to: enrolment by a one-time token, and the socket. No cookies, no browser, so no origin is asked for. */
export const agentRoutes = new Hono<AppEnv>()
  .post('/v1/enrol', limitEnrolment, async (c) => {
    const body = enrolRequest.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return refuse('enrolment-invalid');
    const host = await enrolHost(
      database(c.env.DB),
      await sha256Hex(body.data.token),
      body.data.publicKey,
      body.data.version,
      Date.now(),
    );
    return host ? c.json(enrolAnswer.parse({ hostId: host.id })) : refuse('enrolment-invalid');
  })
  .get('/v1/link', async (c) => {
    const hostId = c.req.query('host') ?? '';
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket' || !/^[\w-]{1,64}$/.test(hostId)) return refuse('not-found');
    return c.env.HOST_LINK.getByName(hostId).fetch(c.req.raw);
  });
