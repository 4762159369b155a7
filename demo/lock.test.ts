import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endLeftovers, releaseLock, runningDemo, writeLock } from './lock.ts';

const dir = mkdtempSync(join(tmpdir(), 'klucznik-lock-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const sleeper = ({ program = 'sleep', cwd = tmpdir() } = {}) => {
  const child = spawn(program, ['60'], { cwd });
  return { pid: child.pid ?? 0, gone: once(child, 'exit') };
};

test('a folder without a lock has no demo and nothing left over', async () => {
  expect([runningDemo(dir), await endLeftovers(dir)]).toEqual([null, 0]);
});

test('whoever wrote the lock runs until it is released', () => {
  writeLock(dir, []);
  expect(runningDemo(dir)).toBe(process.pid);
  releaseLock(dir);
  expect(runningDemo(dir)).toBeNull();
});

test('what a killed demo left running is ended', async () => {
  const part = sleeper();
  writeLock(dir, [part.pid]);
  expect(await endLeftovers(dir)).toBe(1);
  await part.gone;
  expect(await endLeftovers(dir)).toBe(0);
});

test('a daemon that works in the folder is ended though no lock names it, and a shell in the same place is not', async () => {
  const program = join(dir, 'mariadbd');
  copyFileSync('/usr/bin/sleep', program);
  const [daemon, shell] = [sleeper({ program, cwd: dir }), sleeper({ cwd: dir })];
  expect(await endLeftovers(dir)).toBe(1);
  await daemon.gone;
  expect(process.kill(shell.pid, 'SIGTERM')).toBe(true);
  await shell.gone;
});

test('a daemon that works elsewhere is left alone', async () => {
  const program = join(mkdtempSync(join(tmpdir(), 'klucznik-lock-other-')), 'mariadbd');
  copyFileSync('/usr/bin/sleep', program);
  const other = sleeper({ program, cwd: dirname(program) });
  expect(await endLeftovers(dir)).toBe(0);
  process.kill(other.pid, 'SIGTERM');
  await other.gone;
  rmSync(dirname(program), { recursive: true });
});

test('another program that got the number of a part since is left alone', async () => {
  const stranger = sleeper();
  writeLock(dir, [stranger.pid]);
  const file = join(dir, 'running.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { demo: { began: string }; parts: { began: string }[] };
  for (const process of [lock.demo, ...lock.parts]) process.began = '1';
  writeFileSync(file, JSON.stringify(lock));
  expect([runningDemo(dir), await endLeftovers(dir)]).toEqual([null, 0]);
  process.kill(stranger.pid, 'SIGTERM');
  await stranger.gone;
});
