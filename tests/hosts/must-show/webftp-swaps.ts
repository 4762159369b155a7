import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceFrom, oneOf } from '../../faults/kit/chance.ts';
import { mustRun } from '../../support/hosting/index.ts';
import { type Actor, actor } from '../kit/file-acts.ts';
import type { DoorClient } from '../kit/file-door.ts';
import { outcome, type Uploader, uploader } from '../kit/uploads.ts';
import type { Webftp } from './webftp.ts';

const SEED = process.env.SEED ?? 'podmiana';
const ROUNDS = 400;
const AT_ONCE = 4;
const OWNER = '5101:5101';

/** Puts a link to another customer's tree in a directory's place and back as fast as it can; the seed says how long each stays. */
const SWAP = `
const { renameSync } = require('node:fs');
process.chdir(process.argv[1]);
let state = [...process.argv[2]].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
const stay = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; for (let n = state % 20000; n > 0; n -= 1); };
const move = (from, to) => { try { renameSync(from, to); } catch (error) { if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error; } };
for (;;) {
  move('katalog', 'prawdziwy'); move('link', 'katalog'); stay();
  move('katalog', 'link'); move('prawdziwy', 'katalog'); stay();
}`;

/** What was done, and the bytes that came of it, if any. */
type Came = { act: string; came: string; bytes?: Buffer };
type Hands = { client: DoorClient; acts: Actor; tus: Uploader };
type Act = (hands: Hands, round: number) => Promise<Omit<Came, 'act'>>;

const bytesOf = async (response: Response): Promise<Omit<Came, 'act'>> => {
  if (!response.ok) return { came: await outcome(response) };
  // One that finds a link on its way is broken off.
  const bytes = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
  return { came: bytes.length > 0 ? 'done' : 'cut off', bytes };
};
const ACTS: Record<string, Act> = {
  upload: async ({ tus }, round) => {
    const begun = await tus.begin({ at: `/podmiany/katalog/wyslany-${round}`, length: 5 });
    if (!begun.ok) return { came: await outcome(begun) };
    const came = await outcome(await tus.patch(`/${begun.headers.get('location')}`, 0, 'swoje'));
    return { came: came === '204' ? 'done' : came };
  },
  replace: async ({ tus }) => {
    const begun = await tus.begin({ at: '/podmiany/katalog/public_html/index.html', length: 5, ifThere: 'replace' });
    if (!begun.ok) return { came: await outcome(begun) };
    const came = await outcome(await tus.patch(`/${begun.headers.get('location')}`, 0, 'swoje'));
    return { came: came === '204' ? 'done' : came };
  },
  download: async ({ client }) => bytesOf(await client.ask('/content?at=/podmiany/katalog/public_html/index.html')),
  zip: async ({ acts }) => bytesOf(await acts.download(['/podmiany/katalog'])),
  list: async ({ client }) => {
    const { bytes, came } = await bytesOf(await client.ask('/entries?at=/podmiany/katalog/kopie'));
    return bytes ? { came, bytes } : { came };
  },
  'move in': async ({ acts }, round) => {
    await acts.folder(`/podmiany/wedrowiec-${round}`);
    return acts.move({ from: [`/podmiany/wedrowiec-${round}`], into: '/podmiany/katalog' });
  },
  'move out': ({ acts }, round) =>
    acts.move({ from: ['/podmiany/katalog/kopie/tylko-cudzy.txt'], to: `/podmiany/wyjety-${round}` }),
  'copy out': ({ acts }, round) => acts.copy({ from: ['/podmiany/katalog/public_html'], to: `/podmiany/kopia-${round}` }),
  'copy in': ({ acts }, round) => acts.copy({ from: ['/podmiany/wlasny.txt'], to: `/podmiany/katalog/kopia-${round}` }),
  permit: ({ acts }) => acts.permit({ at: ['/podmiany/katalog/kopie'], mode: '0777', below: true }),
  bin: ({ acts }) => acts.bin('/podmiany/katalog/kopie/tylko-cudzy.txt'),
};
/** What is in the way may be gone before it can be looked at, or be there again. */
const REFUSED = /^(?:cut off$|(?:fault |4\d\d )(?:missing|is-link|wrong-type|exists|changed)\b)/;

/** A customer's own directory and a link to another customer's tree change places while everything is done in it. */
export function swaps(webftp: () => Webftp): void {
  let swapper: ChildProcess;
  beforeAll(async () => {
    const { path } = webftp();
    // Everybody may read and change the stranger's files: only the walk keeps a hand out of them, not the kernel.
    await run('printf cudze | tee "$1/kopie/tylko-cudzy.txt" "$1/public_html/index.html" >/dev/null', path('warsztat'));
    await run('chown -R 5103:5103 "$1" && chmod -R a+rwX "$1"', path('warsztat'));
    const own = path('zielnik', 'podmiany');
    await run('mkdir -p "$1/katalog/public_html" "$1/katalog/kopie" && ln -s "$2" "$1/link"', own, path('warsztat'));
    await run('printf swoje | tee "$1/wlasny.txt" "$1/katalog/public_html/index.html" "$1/katalog/kopie/a.txt" >/dev/null', own);
    await run(`chown -R -h ${OWNER} "$1"`, own);
    swapper = spawn(process.execPath, ['-e', SWAP, own, SEED], { stdio: 'inherit', uid: 5101, gid: 5101 });
  });
  afterAll(async () => {
    if (!swapper || swapper.exitCode !== null) return;
    swapper.kill('SIGKILL');
    await once(swapper, 'exit');
  });

  test(`nothing of it is read or changed, whatever is asked for (seed ${SEED})`, async () => {
    const before = await webftp().look('warsztat');
    const chance = chanceFrom(SEED);
    const kinds = Object.keys(ACTS) as [string, ...string[]];
    const seen = new Map<string, Set<string>>(kinds.map((kind) => [kind, new Set()]));
    for (let round = 0; round < ROUNDS; round += AT_ONCE) {
      const client = await webftp().client();
      const hands = { client, acts: actor(client), tus: uploader(client) };
      const drawn = Array.from({ length: AT_ONCE }, () => oneOf(chance, kinds));
      for (const { act, came, bytes } of await Promise.all(drawn.map((act, n) => did(act, hands, round + n)))) {
        seen.get(act)?.add(came);
        expect([act, bytes?.includes('cudz') ?? false], 'foreign bytes').toEqual([act, false]);
      }
    }
    expect(await webftp().look('warsztat')).toBe(before);
    const unexpected = [...seen].flatMap(([act, came]) =>
      [...came].filter((one) => one !== 'done' && !REFUSED.test(one)).map((one) => `${act}: ${one}`),
    );
    expect(unexpected).toEqual([]);
    for (const act of ['upload', 'download', 'move in', 'copy in', 'copy out', 'zip'])
      expect([act, seen.get(act)?.has('done'), (seen.get(act)?.size ?? 0) > 1], 'it was met and it was missed').toEqual([
        act,
        true,
        true,
      ]);
    // Nor did any of it come to lie in the customer's own tree; find does not follow what leads out of it.
    const held = await run(
      'find "$1" -type f -exec grep -l cudze {} +; find "$1" -name "tylko-cudzy*"',
      webftp().path('zielnik'),
    );
    expect(held).toBe('');
  }, 120_000);
}

const did = async (act: string, hands: Hands, round: number): Promise<Came> => {
  const { came, bytes } = (await ACTS[act]?.(hands, round)) ?? { came: 'nothing' };
  return { act, came, ...(bytes ? { bytes } : {}) };
};
/** A line of shell, its arguments beside it. */
const run = (line: string, ...args: string[]) => mustRun('sh', ['-c', `${line}; true`, 'sh', ...args]);
