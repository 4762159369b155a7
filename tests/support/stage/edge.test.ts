import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '../../../contract/index.ts';
import { type Edge, startEdge } from './edge.ts';
import { visitor } from './session.ts';

const dir = mkdtempSync(join(tmpdir(), 'klucznik-edge-'));
let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ dir });
});
afterAll(async () => {
  await edge.stop();
  rmSync(dir, { recursive: true, force: true });
});

const accounts = async (): Promise<unknown> =>
  edge.db
    .prepare('SELECT name FROM account ORDER BY name')
    .all()
    .then(({ results }) => results);
const addAccount = (name: string) =>
  edge.db.prepare('INSERT INTO account (id, client_number, name, created_at) VALUES (?, ?, ?, 0)').bind(name, name, name).run();

const codeOf = async (answer: Promise<Response>): Promise<string> => problem.parse(await (await answer).json()).error.code;

describe('the staged edge', () => {
  test('answers as the worker does, on localhost', async () => {
    expect(await codeOf(visitor(edge).call('readSession'))).toBe('not-signed-in');
  });

  test('takes a change from its own origin and from no other', async () => {
    const signIn = (headers: Record<string, string>) =>
      codeOf(visitor(edge).call('signIn', { body: { email: 'a@b.example', password: 'x' }, headers }));
    expect(await signIn({})).toBe('wrong-credentials');
    expect(await signIn({ Origin: 'https://elsewhere.example' })).toBe('foreign-origin');
  });

  test('runs the cron trigger when asked', async () => {
    await expect(edge.runCron()).resolves.toBeUndefined();
  });

  test('comes back after a kill with the same data, on the same port, as another process', async () => {
    await addAccount('before');
    const pid = edge.workerdPid;
    await edge.kill();
    expect(edge.workerdPid).not.toBe(pid);
    expect(await codeOf(visitor(edge).call('readSession'))).toBe('not-signed-in');
    await addAccount('later');
    expect(await accounts()).toEqual([{ name: 'before' }, { name: 'later' }]);
  });

  test('keeps its data when it is stopped and started from the same folder', async () => {
    const { port } = edge;
    await edge.stop();
    edge = await startEdge({ dir, port });
    expect(await accounts()).toHaveLength(2);
  });

  test('keeps its log in its folder', () => {
    expect(readFileSync(edge.logFile, 'utf8')).toContain('crashed unexpectedly');
  });
});
