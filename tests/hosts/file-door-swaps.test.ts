import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processGone } from '../support/stage/process.ts';
import { waitFor } from '../support/stage/wait.ts';
import { type DoorKit, openDoor } from './kit/file-door.ts';
import { outcome, type Uploader, uploader } from './kit/uploads.ts';

/** Everybody may read and change the stranger's files: only the walk keeps a hand out of them, not the kernel. */
const STRANGER = [
  { path: 'wspolny.txt', text: 'cudze' },
  { path: 'dol/glebiej.txt', text: 'cudze' },
];
const OWN = [
  { path: 'katalog/wspolny.txt', text: 'swoje' },
  { path: 'katalog/dol/glebiej.txt', text: 'swoje' },
];
const ROUNDS = 300;

let kit: DoorKit;
let tus: Uploader;
let swapper: ChildProcess;
beforeAll(async () => {
  kit = await openDoor({
    customers: [
      { tree: 'sklep', uid: 5001, entries: OWN },
      { tree: 'obcy', uid: 5002, entries: STRANGER },
    ],
  });
  tus = uploader(kit);
  for (const name of ['', 'dol']) chmodSync(kit.path('obcy', name), 0o777);
  for (const { path } of STRANGER) chmodSync(kit.path('obcy', path), 0o666);
  symlinkSync('../obcy', kit.path('sklep', 'link'));
  swapper = spawn(process.execPath, ['-e', SWAP, kit.path('sklep')], { stdio: 'inherit' });
});
afterAll(async () => {
  swapper.kill('SIGKILL');
  await once(swapper, 'exit');
  await kit.end();
});

/** Puts the link in the directory's place and back, as fast as it can. */
const SWAP = `
const { renameSync } = require('node:fs');
process.chdir(process.argv[1]);
for (;;) {
  renameSync('katalog', 'prawdziwy'); renameSync('link', 'katalog');
  renameSync('katalog', 'link'); renameSync('prawdziwy', 'katalog');
}`;

/** What came of the same request over and over, while the directory is now itself, now a link, now missing. */
async function often(ask: (round: number) => Promise<string>): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 4)
    for (const came of await Promise.all([0, 1, 2, 3].map((n) => ask(round + n)))) seen.add(came);
  return seen;
}
/** What is in the way may be gone before it can be looked at. */
const REFUSED = /^(404 missing|409 is-link|409 wrong-type)$/;
const query = (ref: string) => `at=${encodeURIComponent(ref)}`;
const said = async (response: Response) => (response.ok ? response.text() : outcome(response));

describe('while a directory is swapped for a link to another tree', () => {
  test.each(['/katalog/wspolny.txt', '/katalog/dol/glebiej.txt'])('%s is read as it is here, or not at all', async (ref) => {
    const seen = await often(async () => said(await kit.ask(`/content?${query(ref)}`)));
    expect([...seen].filter((came) => came !== 'swoje' && !REFUSED.test(came))).toEqual([]);
    expect(seen.size, 'the swaps were met').toBeGreaterThan(1);
    expect(seen).toContain('swoje');
  });

  test('no name of the other tree is listed', async () => {
    const seen = await often(async () => {
      const text = await said(await kit.ask(`/entries?${query('/katalog')}`));
      return text.replace(/"changedAt":\d+|"etag":"[^,]*|"here".*/g, '');
    });
    expect([...seen].filter((came) => came.startsWith('{'))).toHaveLength(1);
    expect(seen.size).toBeGreaterThan(1);
  });

  test('nothing is written into the other tree', async () => {
    const seen = await often(async (round) => {
      const headers = { 'If-None-Match': '*' };
      return outcome(await kit.ask(`/content?${query(`/katalog/put-${round}`)}`, { method: 'PUT', headers, body: 'x' }));
    });
    expect(seen).toContain('201');
    const uploads = await often(async (round) => {
      const begun = await tus.begin({ at: `/katalog/wyslany-${round}`, length: 1 });
      if (!begun.ok) return outcome(begun);
      return outcome(await tus.patch(`/${begun.headers.get('location')}`, 0, 'x'));
    });
    expect(uploads).toContain('204');
    expect([...seen, ...uploads].filter((came) => !/^20[14]$/.test(came) && !REFUSED.test(came))).toEqual([]);
    expect(readdirSync(kit.path('obcy')).sort()).toEqual(['dol', 'wspolny.txt']);
    expect(readFileSync(kit.path('obcy', 'wspolny.txt'), 'utf8')).toBe('cudze');
  });
});

test('an agent that is killed leaves neither door nor hand behind', async () => {
  const program = fileURLToPath(new URL('./kit/door-holder.ts', import.meta.url));
  const holder = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(holder.stdout, 'data')) as [Buffer];
  const pids: number[] = JSON.parse(line.toString());
  expect(pids.length).toBeGreaterThanOrEqual(2);
  holder.kill('SIGKILL');
  await Promise.all(pids.map(processGone));
  await waitFor('both gone', () => pids.every((pid) => !existsSync(`/proc/${pid}`)));
});
