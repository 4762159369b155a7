import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, actor, foundIn } from './kit/file-acts.ts';
import { type DoorKit, openDoor } from './kit/file-door.ts';

/** Everybody may read and change the stranger's files: only the walk keeps a hand out of them, not the kernel. */
const STRANGER = ['plik.txt', 'dol/glebiej.txt', 'dol/tylko-cudzy.txt'];
const ROUNDS = 240;

let kit: DoorKit;
let acts: Actor;
let before: string;
const swappers: ChildProcess[] = [];

/** Names, permissions, owners, times of change and bytes of the other tree. */
const stranger = () => {
  const looks = execFileSync('find', [kit.path('obcy'), '-printf', '%P %m %U %T@ %s\\0']).toString();
  const texts = STRANGER.map((name) => readFileSync(kit.path('obcy', name), 'utf8')).join();
  return createHash('sha256')
    .update([...looks.split('\0').sort(), texts].join('\n'))
    .digest('hex');
};

beforeAll(async () => {
  kit = await openDoor({
    customers: [
      { tree: 'sklep', uid: 5001, entries: [] },
      { tree: 'obcy', uid: 5002, entries: STRANGER.map((path) => ({ path, text: 'cudze' })) },
    ],
  });
  for (const name of ['', 'dol']) chmodSync(kit.path('obcy', name), 0o777);
  for (const name of STRANGER) chmodSync(kit.path('obcy', name), 0o666);
  // Once at the top of what is asked for, and once within it.
  for (const top of ['', 'otoczka']) {
    if (top) mkdirSync(kit.path('sklep', top));
    mkdirSync(kit.path('sklep', top, 'katalog', 'dol'), { recursive: true });
    for (const name of ['plik.txt', 'dol/glebiej.txt']) writeFileSync(kit.path('sklep', top, 'katalog', name), 'swoje');
    symlinkSync(kit.path('obcy'), kit.path('sklep', top, 'link'));
  }
  mkdirSync(kit.path('sklep', 'cel'));
  execFileSync('chown', ['-R', '-h', '5001:5001', kit.path('sklep')]);
  before = stranger();
  acts = actor(kit);
  for (const top of ['', 'otoczka'])
    swappers.push(spawn(process.execPath, ['-e', SWAP, kit.path('sklep', top)], { stdio: 'inherit', uid: 5001, gid: 5001 }));
});
afterAll(async () => {
  for (const swapper of swappers) {
    swapper.kill('SIGKILL');
    await once(swapper, 'exit');
  }
  await kit.end();
});

/** Puts the link in the directory's place and back. Whatever an act takes away, it goes on with what is there. */
const SWAP = `
const { renameSync } = require('node:fs');
process.chdir(process.argv[1]);
const move = (from, to) => { try { renameSync(from, to); } catch (error) { if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'EACCES'].includes(error.code)) throw error; } };
for (;;) {
  move('katalog', 'prawdziwy'); move('link', 'katalog');
  move('katalog', 'link'); move('prawdziwy', 'katalog');
}`;

async function often(ask: (round: number) => Promise<string>): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 4)
    for (const came of await Promise.all([0, 1, 2, 3].map((n) => ask(round + n)))) seen.add(came);
  expect(stranger(), 'the other tree is as it was').toBe(before);
  return seen;
}
/** What is in the way may be gone before it can be looked at, or be there again. */
const REFUSED = /^(?:fault |4\d\d )(?:missing|is-link|wrong-type|exists|changed|into-itself)/;
const unexpected = (seen: Set<string>) => [...seen].filter((came) => came !== 'done' && came !== '201' && !REFUSED.test(came));
const plant = (name: string) => {
  writeFileSync(kit.path('sklep', name), 'swoje');
  chownSync(kit.path('sklep', name), 5001, 5001);
};

describe('while directories are swapped for links to another tree', () => {
  test('archives hold nothing of it', async () => {
    const seen = await often(async (round) => {
      const response = await acts.download([round % 2 ? '/otoczka' : '/katalog/dol', '/cel/nie-ma'].slice(0, 1));
      if (!response.ok) return `${response.status} missing`;
      const bytes = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
      return bytes.includes('cudz') ? 'foreign' : bytes.includes('swoje') ? 'done' : 'exists'.padStart(11, 'fault ');
    });
    expect(seen).not.toContain('foreign');
    expect([seen.has('done'), seen.size > 1]).toEqual([true, true]);
  });

  test('a search tells nothing of it', async () => {
    const seen = await often(async (round) => {
      const ended = await acts.search(round % 2 ? '/' : '/katalog', 'tylko-cudzy');
      return foundIn(ended).length > 0 ? 'foreign' : ended.came;
    });
    expect([unexpected(seen), seen.has('done')]).toEqual([[], true]);
  });

  test('copies hold nothing of it', async () => {
    const seen = await often(async (round) => {
      const from = round % 2 ? '/otoczka' : '/katalog/dol';
      return (await acts.copy({ from: [from], to: `/cel/${round}` })).came;
    });
    expect([unexpected(seen), seen.size > 1, seen.has('done')]).toEqual([[], true, true]);
    // Files alone: a link that was copied leads out as it did before.
    const copied = execFileSync('find', ['-P', kit.path('sklep', 'cel'), '-type', 'f', '-exec', 'cat', '{}', '+']);
    expect(copied.toString()).not.toContain('cudze');
    expect(copied.toString()).toContain('swoje');
    expect(execFileSync('find', [kit.path('sklep', 'cel'), '-name', 'tylko-cudzy*']).toString()).toBe('');
  });

  test('permissions of it stay', async () => {
    const seen = await often(
      async (round) =>
        (
          await acts.permit(
            round % 2 ? { at: ['/otoczka'], mode: '0755', below: true } : { at: ['/katalog/dol/glebiej.txt'], mode: '0600' },
          )
        ).came,
    );
    expect([unexpected(seen), seen.size > 1, seen.has('done')]).toEqual([[], true, true]);
  });

  test('nothing is moved into it or out of it, and no directory is made there', async () => {
    const seen = await often(async (round) => {
      plant(`wedrowiec-${round}`);
      if (round % 4 === 0) return acts.folder(`/katalog/nowy-${round}`);
      if (round % 4 === 1)
        return (await acts.move({ from: ['/katalog/dol/tylko-cudzy.txt'], to: `/cel/skradziony-${round}` })).came;
      return (await acts.move({ from: [`/wedrowiec-${round}`], into: '/katalog' })).came;
    });
    expect([unexpected(seen), seen.size > 1]).toEqual([[], true]);
  });

  test('what is binned, restored and deleted is never of it', async () => {
    const seen = await often(async (round) => {
      if (round % 4 === 0) return (await acts.bin('/katalog/dol/tylko-cudzy.txt')).came;
      if (round % 4 === 1) {
        plant(`do-kosza-${round}`);
        return (await acts.bin(`/do-kosza-${round}`)).came;
      }
      if (round % 4 === 2)
        return (await acts.move({ from: [`/wedrowiec-${round}`], to: `/katalog/w-${round}`, ifThere: 'replace' })).came;
      // Into the bin as whatever it is at that moment, link or directory, and back.
      const binned = await acts.bin('/otoczka/katalog');
      for (const { id, ref } of await acts.binned()) if (ref === '/otoczka/katalog') await acts.restore(id, 'keep-both');
      return binned.came;
    });
    expect([unexpected(seen), seen.has('done')]).toEqual([[], true]);
    expect((await acts.empty()).came).toBe('done');
    expect([stranger() === before, existsSync(kit.path('obcy', 'dol', 'tylko-cudzy.txt'))]).toEqual([true, true]);
    expect(kit.said).toEqual([]);
  });
});
