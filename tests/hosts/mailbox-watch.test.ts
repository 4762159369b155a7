import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type MailBench, openMailBench } from './kit/mail-bench.ts';

let bench: MailBench;
let [program, folder] = ['', ''];
const processes: ChildProcess[] = [];
beforeAll(async () => {
  bench = await openMailBench({ lookEvery: 1 });
  folder = join(bench.dovecot.paths.mailRoot, 'sklep');
  program = join(bench.dovecot.paths.dir, 'dovecot/imap');
  await mkdir(folder);
  await mkdir(join(program, '..'));
  await copyFile('/usr/bin/sleep', program);
});
afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});
afterAll(() => bench.close());

/** A process that calls itself a session, as anybody on the machine may who can walk to a folder of mail. */
function titled(title: string): ChildProcess {
  const child = spawn(program, ['60'], { argv0: `dovecot/imap [${title}]`, cwd: folder, stdio: 'ignore' });
  processes.push(child);
  return child;
}

/** Two looks one after the other: the second began after whatever stood when this was called. */
async function looks(): Promise<void> {
  for (const user of ['kl-nikt', 'kl-nikt-inny']) await once(titled(`${user} 127.0.0.1`), 'exit');
}

it('leaves a process that serves several people alone, because its title names none of them', async () => {
  const shared = titled('2 connections');
  await looks();
  expect(shared.signalCode).toBeNull();
});

it('is not kept from its work by a name that nobody has', async () => {
  titled(`${'x'.repeat(5000)} 127.0.0.1`);
  await looks();
});
