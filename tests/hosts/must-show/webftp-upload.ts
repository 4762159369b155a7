import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statfsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { UPLOAD_CHUNK_BYTES } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { command } from '../../support/hosting/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import { actor } from '../kit/file-acts.ts';
import { sumOf } from '../kit/made-bytes.ts';
import type { SenderSaid, Sending } from '../kit/tus-sender.ts';
import type { Webftp } from './webftp.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const SENDER = fileURLToPath(new URL('../kit/tus-sender.ts', import.meta.url));
/** In the middle of a part, each. */
const STOPS = [5, 14, 22].map((part) => (part + 0.5) * UPLOAD_CHUNK_BYTES);

/** One large upload with tus' own client, through everything that may die on its way. */
export function largeUpload(webftp: () => Webftp): void {
  const senders: ChildProcess[] = [];
  afterAll(() => {
    for (const sender of senders) sender.kill('SIGKILL');
  });
  function begin(sending: Sending): { sender: ChildProcess; said: SenderSaid[] } {
    const said: SenderSaid[] = [];
    const sender = fork(SENDER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    senders.push(sender);
    sender.on('message', (message) => said.push(message as SenderSaid));
    sender.send(sending);
    return { sender, said };
  }
  const count = (said: readonly SenderSaid[], what: SenderSaid['t']) => said.filter(({ t }) => t === what).length;
  const soon = { ms: 60_000 };

  test('of 1 GiB, while the hand, the door and the browser are killed one after another, goes on where it was and is whole', async () => {
    const { world, url, path, handPids, doorPid } = webftp();
    const disk = statfsSync(world.dir);
    expect(disk.bavail * disk.bsize, 'free bytes').toBeGreaterThan(3 * GIB);
    const file = path('zielnik', 'duży.bin');
    const sending: Sending = {
      edge: world.edge.url,
      cookie: world.owner.cookie,
      serviceId: DEMO_IDS.serviceA,
      door: url,
      at: '/du%C5%BCy.bin',
      seed: 'duży',
      size: GIB,
      goOn: null,
      stops: STOPS,
    };
    const first = begin(sending);
    const stands = (times: number) =>
      waitFor('the middle of a part', () => count(first.said, 'stands') === times || failed(first.said), soon);

    await stands(1);
    const [hand] = handPids();
    process.kill(hand ?? 0, 'SIGKILL');
    await stands(2);
    expect(handPids()).not.toContain(hand);
    const door = doorPid();
    process.kill(door, 'SIGKILL');
    await stands(3);
    expect(doorPid()).not.toBe(door);
    first.sender.kill('SIGKILL');
    await once(first.sender, 'exit');
    expect(existsSync(file), 'half a file').toBe(false);

    const address = first.said.flatMap((said) => (said.t === 'address' ? [said.address] : []))[0] ?? '';
    const second = begin({ ...sending, goOn: address, stops: [] });
    const expected = sumOf(sending.seed, GIB);
    await waitFor('the end', () => count(second.said, 'done') === 1 || failed(second.said), soon);

    // Each loss cost no more than the part that was on its way, and never went back to the beginning.
    const from = [...first.said, ...second.said].flatMap((said) => (said.t === 'goes-on' ? [said.from] : []));
    expect(from).toHaveLength(3);
    for (const [turn, stop] of STOPS.entries()) {
      expect(from[turn], `after loss ${turn + 1}`).toBeGreaterThanOrEqual(stop - UPLOAD_CHUNK_BYTES / 2);
      expect(from[turn], `after loss ${turn + 1}`).toBeLessThanOrEqual(stop + MIB);
    }
    const sum = await command('sha256sum', [file], { timeoutMs: 60_000 });
    expect(sum.stdout.replace(/^\\/, '').split(' ')[0]).toBe(await expected);
    const { size, blocks, uid } = statSync(file);
    expect([size, blocks * 512 >= GIB, uid]).toEqual([GIB, true, 5101]);
    const acts = actor(await webftp().client());
    expect((await acts.bin('/du%C5%BCy.bin')).came).toBe('done');
    expect((await acts.empty()).came).toBe('done');
  }, 240_000);
}

/** Throws what a sender gave as its reason. */
function failed(said: readonly SenderSaid[]): false {
  for (const one of said) if (one.t === 'failed') throw new Error(one.why);
  return false;
}
