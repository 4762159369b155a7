import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WideAgent } from './wide-agent.ts';

const SENT = randomBytes(8 * 1024 * 1024);
/** What Node reads at once by itself. */
const NARROW_BYTES = 64 * 1024;

const dir = mkdtempSync(join(tmpdir(), 'kl-wide-'));
const socketPath = join(dir, 'socket');
const agent = new WideAgent({ keepAlive: true });
const server = createServer((asked, answer) => {
  if (asked.url === '/half')
    answer.writeHead(200, { 'Content-Length': SENT.length }).write(SENT.subarray(0, 1000), () => answer.destroy());
  else answer.end(asked.url === '/small' ? 'mało' : SENT);
});

beforeAll(async () => {
  server.listen(socketPath);
  await once(server, 'listening');
});
afterAll(() => {
  agent.destroy();
  server.close();
  rmSync(dir, { recursive: true });
});

async function ask(path: string): Promise<IncomingMessage> {
  const asked = request({ socketPath, agent, path, highWaterMark: 1024 * 1024 } as object);
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}

describe('a wide agent', () => {
  it('gives every byte in its order, and more of them at once than Node by itself', async () => {
    const parts: Buffer[] = [];
    for await (const part of await ask('/')) parts.push(part);
    expect(Buffer.concat(parts).equals(SENT)).toBe(true);
    expect(Math.max(...parts.map(({ length }) => length))).toBeGreaterThan(NARROW_BYTES);
  });

  it('waits for whoever takes it slowly', async () => {
    const answer = await ask('/');
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => {
      parts.push(part);
      answer.pause();
      void setTimeout(2).then(() => answer.resume());
    });
    await once(answer, 'end');
    expect(Buffer.concat(parts).equals(SENT)).toBe(true);
  });

  it('asks again over a connection that it kept', async () => {
    const connections = new Set<unknown>();
    for (let time = 0; time < 3; time += 1) {
      const answer = await ask('/small');
      connections.add(answer.socket);
      expect(Buffer.concat(await answer.toArray()).toString()).toBe('mało');
      await setTimeout(5);
    }
    expect(connections.size).toBe(1);
  });

  it('says that an answer was broken off', async () => {
    const answer = await ask('/half');
    await expect(answer.toArray()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
