import { Hono } from 'hono';
import type { Env } from '../../worker/http/index.ts';
import worker from '../../worker/index.ts';
import { lastRecording, recordingEnv } from './recording.ts';
import { type Lesson, replay } from './replay.ts';

/*
 * The whole product, and beside it bare routes that ask D1 the same: both in one workerd, on one database, reached the
 * same way. A bare route learns from a recorded request what to ask, so that it cannot fall behind the real one.
 */
export { GuessCounter, HostLink } from '../../worker/index.ts';

const lessons = new Map<string, Lesson>();
const bench = new Hono<{ Bindings: Env }>().basePath('/api/bench');

bench.get('/recording', (c) => c.json(lastRecording));
bench.post('/lessons/:name', async (c) => {
  const { made } = await c.req.json<Pick<Lesson, 'made'>>();
  lessons.set(c.req.param('name'), { trips: lastRecording.during, made });
  return c.json({ trips: lastRecording.during.length });
});
bench.all('/bare/:name', async (c) => {
  const lesson = lessons.get(c.req.param('name'));
  if (!lesson) return c.notFound();
  if (c.req.method !== 'GET') await c.req.json();
  return c.json(await replay(c.env.DB, lesson));
});
bench.post('/cron', async (c) => {
  // Any moment but a full hour: what is swept hourly is bounded by the sessions of half a day.
  const scheduledTime = Math.floor(Date.now() / 3_600_000) * 3_600_000 + 60_000;
  await worker.scheduled({ scheduledTime, cron: '* * * * *', noRetry: () => {} }, recordingEnv(c.env));
  return c.json(lastRecording);
});

export default {
  fetch(request, env, context) {
    if (new URL(request.url).pathname.startsWith('/api/bench/')) return bench.fetch(request, env, context);
    return worker.fetch(request, request.headers.has('Bench-Record') ? recordingEnv(env) : env, context);
  },
} satisfies ExportedHandler<Env>;
