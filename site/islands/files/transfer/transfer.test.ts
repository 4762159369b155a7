import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldersOf, gatherChosen } from './gather.ts';
import { Queue } from './queue.ts';
import { durationWords, Speed } from './speed.ts';
import { pauseBefore, type SendOutcome, type Transfer } from './transfer.ts';
import { Uploads } from './uploads.ts';

const fileOf = (name: string, bytes = 10) => new File(['x'.repeat(bytes)], name);
const filesOf = (...names: string[]) => ({
  folders: [],
  files: names.map((name) => ({ path: name.split('/'), file: fileOf(name) })),
});

/** A server that answers when it is told to. */
function played() {
  const asked: { transfer: Transfer; signal: AbortSignal; answer: (outcome: SendOutcome) => Promise<void> }[] = [];
  const givenUp: string[] = [];
  const uploads = new Uploads({
    onGivenUp: ({ name }) => givenUp.push(name),
    send: (transfer, signal, onSent) =>
      new Promise((resolve) => {
        const answer = async (outcome: SendOutcome) => {
          if (outcome.ok) onSent(transfer.size);
          resolve(outcome);
          await vi.advanceTimersByTimeAsync(250);
        };
        asked.push({ transfer, signal, answer });
      }),
  });
  const look = async () => {
    await vi.advanceTimersByTimeAsync(250);
    return uploads.watch.snapshot;
  };
  return { uploads, asked, givenUp, look, names: () => asked.map(({ transfer }) => transfer.name) };
}
const NO = (fault: Extract<SendOutcome, { ok: false }>['fault']) => ({ ok: false, fault }) as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('uploads', () => {
  it('go three at a time', async () => {
    const { uploads, asked, names, look } = played();
    uploads.add(filesOf('a', 'b', 'c', 'd'), '/');
    expect(names()).toEqual(['a', 'b', 'c']);
    await asked[1]?.answer({ ok: true });
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
    expect((await look()).totals).toMatchObject({ counts: { done: 1, running: 3 }, size: 40, sent: 10 });
  });

  it('make directories first, one after another, and count one that is there already as made', async () => {
    const { uploads, asked, names } = played();
    const file = { path: ['x', 'y', 'a.txt'], file: fileOf('a.txt') };
    uploads.add({ folders: [['x'], ['x', 'y']], files: [file] }, '/public_html');
    expect(names()).toEqual(['x']);
    await asked[0]?.answer(NO('exists'));
    await asked[1]?.answer({ ok: true });
    expect(asked[2]?.transfer).toMatchObject({ name: 'x/y/a.txt', at: '/public_html/x/y/a.txt', into: '/public_html' });
  });

  it('give up what lies in a directory that cannot be made', async () => {
    const { uploads, asked, look } = played();
    uploads.add({ folders: [['x']], files: [{ path: ['x', 'a'], file: fileOf('a') }, ...filesOf('b').files] }, '/');
    await asked[0]?.answer(NO('denied'));
    expect((await look()).totals.counts).toMatchObject({ failed: 2, running: 1 });
  });

  it('wait for a lost connection and go on at once when it is back', async () => {
    const { uploads, asked, look } = played();
    uploads.add(filesOf('a'), '/');
    await asked[0]?.answer(NO('network'));
    expect((await look()).rows[0]).toMatchObject({ state: 'offline', fault: 'network' });
    uploads.online();
    expect(asked).toHaveLength(2);
    await asked[1]?.answer(NO('network'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked, 'also by itself').toHaveLength(3);
  });

  it('stop while paused, one or all, and never believe an answer to what was stopped', async () => {
    const { uploads, asked, look } = played();
    uploads.add(filesOf('a', 'b'), '/');
    uploads.pause(1);
    expect(asked[0]?.signal.aborted).toBe(true);
    await asked[0]?.answer({ ok: true });
    expect((await look()).totals.counts).toMatchObject({ paused: 1, done: 0 });
    uploads.pauseAll();
    expect(await look()).toMatchObject({ held: true, going: false, totals: { counts: { running: 0, waiting: 1, paused: 1 } } });
    uploads.resumeAll();
    expect((await look()).totals.counts.running).toBe(2);
  });

  it('tell the server of what is cancelled', async () => {
    const { uploads, givenUp, look } = played();
    uploads.add(filesOf('a', 'b', 'c', 'd'), '/');
    uploads.cancel(1);
    expect(givenUp).toEqual(['a']);
    uploads.cancelAll();
    expect(givenUp.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect((await look()).totals).toMatchObject({ counts: { cancelled: 4 }, size: 0, sent: 0 });
  });

  it('ask once what to do with what is there, for one or for all that come', async () => {
    const { uploads, asked, look } = played();
    uploads.add(filesOf('a', 'b', 'c', 'd'), '/');
    await asked[0]?.answer(NO('exists'));
    expect((await look()).asking).toMatchObject({ name: 'a' });
    await asked[1]?.answer(NO('exists'));
    uploads.answer(1, 'skip', false);
    expect((await look()).asking).toMatchObject({ name: 'b' });
    uploads.answer(2, 'replace', true);
    await asked[2]?.answer(NO('exists'));
    expect((await look()).asking).toBeNull();
    expect(asked.slice(3).map(({ transfer }) => [transfer.name, transfer.ifThere])).toEqual([
      ['d', 'refuse'],
      ['b', 'replace'],
      ['c', 'replace'],
    ]);
  });

  it('hold everything when the disk is full, and go on when told to', async () => {
    const { uploads, asked, look } = played();
    uploads.add(filesOf('a', 'b'), '/');
    await asked[0]?.answer(NO('disk-full'));
    expect(await look()).toMatchObject({ diskFull: true, held: true, totals: { counts: { failed: 1, waiting: 1 } } });
    uploads.retryFailed();
    expect(await look()).toMatchObject({ diskFull: false, held: false, totals: { counts: { running: 2 } } });
  });

  it('keep their hands off what a person cannot see: thousands are fifty rows', async () => {
    const { uploads, look } = played();
    uploads.add(filesOf(...Array.from({ length: 5000 }, (_, at) => `plik-${at}`)), '/');
    const { rows, totals } = await look();
    expect(rows).toHaveLength(50);
    expect(totals.counts).toMatchObject({ running: 3, waiting: 4997 });
  });
});

describe('a pause before another try', () => {
  it('grows to half a minute, and never ends for a connection', () => {
    expect([0, 1, 2, 9, 99].map((tries) => pauseBefore('network', tries))).toEqual([1000, 2000, 4000, 30_000, 30_000]);
    expect(pauseBefore('unavailable', 8)).toBeNull();
  });
  it('is none where a person must do something', () => expect(pauseBefore('denied', 0)).toBeNull());
});

it('keeps sums right whatever happens to each', () => {
  const queue = new Queue();
  const part = {
    file: null,
    at: '/a',
    into: '/',
    name: 'a',
    ifThere: 'refuse',
    fault: null,
    tries: 0,
    state: 'waiting',
  } as const;
  queue.add([1, 2, 3].map((id) => ({ ...part, id, size: 10 * id, sent: 0 })));
  queue.change(2, { state: 'running', sent: 5 });
  queue.change(3, { state: 'cancelled' });
  expect(queue.totals).toMatchObject({ size: 30, sent: 5, counts: { waiting: 1, running: 1, cancelled: 1 } });
  queue.change(2, { state: 'done', sent: 20 });
  queue.forgetOver();
  expect(queue.totals).toMatchObject({ size: 10, sent: 0, counts: { waiting: 1, done: 0, cancelled: 0 } });
});

it('tells the time left once it has seen enough', () => {
  const speed = new Speed();
  speed.mark(0, 0);
  speed.mark(1000, 1_000_000);
  expect(speed.timeFor(1)).toBeNull();
  speed.mark(4000, 4_000_000);
  expect(speed.timeFor(60_000_000)).toBe(60_000);
  speed.mark(5000, 0);
  expect(speed.timeFor(1), 'begun anew').toBeNull();
  expect([30_000, 61_000, 3 * 3_600_000].map(durationWords)).toEqual([
    'mniej niż minuta',
    'około 2\u00a0minuty',
    'około 3\u00a0godziny',
  ]);
});

describe('what was chosen', () => {
  it('knows every directory on the way, those above first', () =>
    expect(foldersOf([['a', 'b', 'c'], ['a'], ['x']])).toEqual([['a'], ['x'], ['a', 'b'], ['a', 'b', 'c']]));
  it('writes names as everybody else does', () => {
    const file = fileOf('zdje\u0328cie.jpg');
    expect(gatherChosen([file]).files[0]?.path).toEqual(['zdjęcie.jpg']);
  });
  it('keeps the place of a file in a chosen directory', () => {
    const file = Object.defineProperty(fileOf('a.txt'), 'webkitRelativePath', { value: 'strona/css/a.txt' });
    expect(gatherChosen([file])).toMatchObject({
      folders: [['strona'], ['strona', 'css']],
      files: [{ path: ['strona', 'css', 'a.txt'] }],
    });
  });
});
