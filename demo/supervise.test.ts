import { afterEach, expect, test } from 'vitest';
import { Supervisor } from './supervise.ts';

const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
afterEach(() =>
  listeners.forEach((signal) => {
    process.removeAllListeners(signal);
  }),
);

const part = (name: string, stopped: string[], gone?: Promise<unknown>) => ({
  name,
  stop: async () => {
    stopped.push(name);
  },
  ...(gone ? { gone } : {}),
});

test('parts are stopped last started first', async () => {
  const stopped: string[] = [];
  const supervisor = new Supervisor();
  for (const name of ['edge', 'hosting', 'agent']) supervisor.add(part(name, stopped));
  await supervisor.stopAll();
  expect(stopped).toEqual(['agent', 'hosting', 'edge']);
});

test('a part that cannot be stopped does not keep the others running', async () => {
  const stopped: string[] = [];
  const supervisor = new Supervisor();
  supervisor.add(part('edge', stopped));
  supervisor.add({ name: 'agent', stop: () => Promise.reject(new Error('stuck')) });
  await expect(supervisor.stopAll()).rejects.toThrow('some parts did not stop');
  expect(stopped).toEqual(['edge']);
});

test('a part that dies is named', async () => {
  const supervisor = new Supervisor();
  supervisor.add(part('agent', [], Promise.resolve()));
  expect(await supervisor.ended).toEqual({ why: 'died', part: 'agent' });
});

test('a part that ends because of Ctrl-C is not called dead', async () => {
  const supervisor = new Supervisor();
  supervisor.add(part('agent', [], Promise.resolve()));
  process.emit('SIGINT');
  expect(await supervisor.ended).toEqual({ why: 'asked' });
});

test('a part that would end the process at a signal is kept from it', async () => {
  const supervisor = new Supervisor();
  const heard: string[] = [];
  process.on('SIGTERM', () => heard.push('Miniflare'));
  supervisor.add(part('edge', []));
  process.emit('SIGTERM');
  expect(await supervisor.ended).toEqual({ why: 'asked' });
  expect(heard).toEqual([]);
});
