import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { entryPage, type FileTicket, fileProblem, TICKET_MS } from '../../contract/index.ts';
import { mustRun } from '../support/hosting/index.ts';
import { waitFor } from '../support/stage/wait.ts';
import { ACCOUNT, type DoorKit, EDGE, newKey, openDoor } from './kit/file-door.ts';

let kit: DoorKit;
beforeAll(async () => {
  kit = await openDoor({
    customers: [
      { tree: 'sklep', uid: 5001 },
      { tree: 'obcy', uid: 5002, entries: [{ path: 'tajne.txt', text: 'cudze' }] },
      { tree: 'system', uid: 0, entries: [{ path: 'passwd', text: 'root' }] },
    ],
  });
});
afterAll(() => kit.end());
afterEach(() => {
  expect(kit.said.splice(0)).toEqual([]);
});

const at = (ref: string) => `at=${encodeURIComponent(ref)}`;
const content = (ref: string, options: Parameters<DoorKit['ask']>[1] = {}) => kit.ask(`/content?${at(ref)}`, options);
/** The status and, of a no, its code. */
async function outcome(response: Response): Promise<string> {
  if (response.status < 400) return String(response.status);
  return `${response.status} ${fileProblem.parse(await response.json()).error.code}`;
}
const plant = (name: string, text: string, tree = 'sklep', uid = 5001) => {
  writeFileSync(kit.path(tree, name), text);
  chownSync(kit.path(tree, name), uid, uid);
};

describe('a ticket', () => {
  const now = Date.now();
  test.each<[string, () => string]>([
    ['that is none', () => 'ticket'],
    ['with a signature of nothing', () => `${kit.mint().split('.')[0]}.${'A'.repeat(43)}`],
    ['signed with another key', () => kit.mint({}, newKey())],
    ['whose words were changed', () => `${kit.mint({ tree: 'obcy' }).split('.')[0]}.${kit.mint().split('.')[1]}`],
    ['of another host', () => kit.mint({ host: 'host-2' })],
    ['that has run out', () => kit.mint({ issuedAt: now - 2 * TICKET_MS, notAfter: now - 1000 })],
    ['that is good for longer than any', () => kit.mint({ notAfter: now + 3_600_000 })],
    ['of another version', () => kit.mint({ v: 2 } as unknown as Partial<FileTicket>)],
  ])('%s is refused', async (_, ticket) => {
    expect(await outcome(await kit.ask(`/entries?${at('/')}`, { ticket: ticket() }))).toBe('401 ticket-refused');
  });

  test('opens its own tree and no other', async () => {
    expect(await (await content('/tajne.txt', { ticket: kit.mint({ tree: 'obcy' }) })).text()).toBe('cudze');
    expect(await outcome(await content('/tajne.txt'))).toBe('404 missing');
  });

  test('opens its own path and what lies below, not what begins alike', async () => {
    const ticket = kit.mint({ path: '/public_html/blog' });
    expect(await outcome(await content('/public_html/blog/wpis.html', { ticket }))).toBe('200');
    for (const ref of ['/public_html', '/', '/public_html/blog2', '/public_html/index.html'])
      expect(await outcome(await kit.ask(`/entries?${at(ref)}`, { ticket }))).toBe('403 outside-ticket');
  });

  test('for reading changes nothing', async () => {
    const ticket = kit.mint({ right: 'read' });
    const put = await content('/nowy.txt', { method: 'PUT', ticket, headers: { 'If-None-Match': '*' }, body: 'x' });
    expect(await outcome(put)).toBe('403 read-only');
    const upload = await kit.ask('/uploads', { method: 'POST', ticket, headers: { 'Tus-Resumable': '1.0.0' } });
    expect(await outcome(upload)).toBe('403 read-only');
  });

  test('made void opens nothing, cuts off what it began, and leaves those of others and newer ones alone', async () => {
    writeFileSync(kit.path('sklep', 'długi.bin'), Buffer.alloc(256 * 2 ** 20));
    const [old, other] = [kit.mint(), kit.mint({ account: 'account-2' })];
    const answer = await content('/d%C5%82ugi.bin', { ticket: old });
    const reader = answer.body?.getReader();
    await reader?.read();
    kit.door.voidTickets(ACCOUNT, Date.now() + 1);
    await expect(
      (async () => {
        while (!(await reader?.read())?.done);
      })(),
    ).rejects.toThrow();
    expect(await outcome(await content('/kopie/2026-10.txt', { ticket: old }))).toBe('401 ticket-refused');
    expect(await outcome(await content('/kopie/2026-10.txt', { ticket: other }))).toBe('200');
    await waitFor('a newer ticket', async () => (await content('/kopie/2026-10.txt', { ticket: kit.mint() })).ok);
  });

  test('of the link before counts until it runs out, and what is void stays so when the door is started again', async () => {
    const old = kit.mint({ account: 'account-3' });
    kit.door.voidTickets('account-3', Date.now() + 1);
    const before = kit.mint();
    kit.door.takeKey(newKey());
    const pid = kit.doorPid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await waitFor('another door', async () => (await content('/kopie/2026-10.txt', { ticket: before }).catch(() => null))?.ok);
    expect(kit.doorPid()).not.toBe(pid);
    expect(await outcome(await content('/kopie/2026-10.txt', { ticket: old }))).toBe('401 ticket-refused');
    expect(kit.said.splice(0)).toEqual(['files-door: ended by itself, is started again']);
    kit.door.takeKey(kit.key);
  });
});

describe('a page in a browser', () => {
  const preflight = (origin: string) => kit.ask('/content', { method: 'OPTIONS', ticket: '', headers: { Origin: origin } });

  test('of the edge may ask, and read what it needs of the answer', async () => {
    const allowed = await preflight(EDGE);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, EDGE]);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('upload-offset');
    const answer = await content('/kopie/2026-10.txt', { headers: { Origin: EDGE } });
    expect(answer.headers.get('access-control-expose-headers')).toContain('ETag');
  });

  test.each(['https://obcy.example', 'null'])('of %s may not', async (origin) => {
    expect(await outcome(await preflight(origin))).toBe('401 ticket-refused');
    expect(await outcome(await content('/kopie/2026-10.txt', { headers: { Origin: origin } }))).toBe('401 ticket-refused');
  });

  test('is never given anything that could run or be guessed at', async () => {
    const { headers } = await content('/public_html/index.html');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });
});

describe('a hand', () => {
  test('has the rights of its customer and no others', async () => {
    await kit.ask(`/entries?${at('/')}`);
    const status = kit.handPids().map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
    const ours = status.find((text) => /^Uid:\s+5001\s+5001\s+5001\s+5001$/m.test(text));
    expect(ours).toMatch(/^Gid:\s+5001\s+5001\s+5001\s+5001$/m);
    expect(ours).toMatch(/^Groups:\s*$/m);
    expect(ours).toMatch(/^CapEff:\s+0+$/m);
    plant('root.txt', 'tajne', 'sklep', 0);
    chmodSync(kit.path('sklep', 'root.txt'), 0o600);
    expect(await outcome(await content('/root.txt'))).toBe('403 denied');
  });

  test.each(['system', 'nie-ma', 'skrot'])('does not serve the tree „%s”', async (tree) => {
    if (tree === 'skrot') symlinkSync('obcy', kit.path('skrot'));
    expect(await outcome(await kit.ask(`/entries?${at('/')}`, { ticket: kit.mint({ tree }) }))).toBe('404 missing');
  });

  test('is started again after it was killed', async () => {
    await kit.ask(`/entries?${at('/')}`);
    for (const pid of kit.handPids()) process.kill(pid, 'SIGKILL');
    await waitFor('no hand', () => kit.handPids().length === 0);
    expect(await outcome(await kit.ask(`/entries?${at('/')}`))).toBe('200');
    expect(new Set(kit.said.splice(0))).toEqual(new Set(['files-hand: ended by itself']));
  });

  test('waits for no FIFO and follows no link', async () => {
    await mustRun('mkfifo', [kit.path('sklep', 'rura')]);
    chownSync(kit.path('sklep', 'rura'), 5001, 5001);
    expect(await outcome(await content('/rura', { signal: AbortSignal.timeout(10_000) }))).toBe('409 wrong-type');
    expect(await outcome(await content('/kopie'))).toBe('409 wrong-type');
    expect(await outcome(await content('/public_html/sklep/na-zewnatrz'))).toBe('409 is-link');
    expect(await outcome(await content('/public_html/sklep/na-zewnatrz/passwd'))).toBe('409 is-link');
    expect(await outcome(await kit.ask(`/entries?${at('/public_html/sklep/do-bloga')}`))).toBe('409 is-link');
  });

  test.each(['/../obcy/tajne.txt', '/kopie/../../obcy', '/%2E%2E/obcy', '/a%2Fb', '//kopie', 'kopie', '/a%00', ''])(
    'takes „%s” for no reference',
    async (ref) => {
      expect(await outcome(await kit.ask(`/entries?${at(ref)}`))).toBe('422 invalid-request');
    },
  );
});

describe('a file', () => {
  test.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('is sent as far as %s asks', async (range, status, text, said) => {
    plant('cyfry.txt', '0123456789');
    const answer = await content('/cyfry.txt', { headers: { Range: range } });
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([status, text, said]);
  });

  test('is sent whole when it is not the one that was begun', async () => {
    plant('cyfry.txt', '0123456789');
    const etag = (await content('/cyfry.txt', { method: 'HEAD' })).headers.get('etag') ?? '';
    const part = { Range: 'bytes=8-' };
    expect(await (await content('/cyfry.txt', { headers: { ...part, 'If-Range': etag } })).text()).toBe('89');
    plant('cyfry.txt', '9876543210');
    expect(await (await content('/cyfry.txt', { headers: { ...part, 'If-Range': etag } })).text()).toBe('9876543210');
    expect((await content('/cyfry.txt', { headers: { Range: 'bytes=10-' } })).status).toBe(416);
  });

  test('is saved only by who knows what it replaces', async () => {
    const put = (headers: Record<string, string>, body: BodyInit) => content('/zapis.txt', { method: 'PUT', headers, body });
    expect(await outcome(await put({}, 'x'))).toBe('422 invalid-request');
    expect(await outcome(await put({ 'If-None-Match': '*' }, 'pierwszy'))).toBe('201');
    expect(await outcome(await put({ 'If-None-Match': '*' }, 'drugi'))).toBe('409 exists');
    chmodSync(kit.path('sklep', 'zapis.txt'), 0o640);
    const etag = (await content('/zapis.txt')).headers.get('etag') ?? '';
    const saved = await put({ 'If-Match': etag }, 'drugi');
    expect(await saved.json()).toMatchObject({ mode: '0640', size: 5, etag: saved.headers.get('etag') });
    expect(await outcome(await put({ 'If-Match': etag }, 'trzeci'))).toBe('412 changed');
    expect(await (await content('/zapis.txt')).text()).toBe('drugi');
    expect(await outcome(await put({ 'If-Match': saved.headers.get('etag') ?? '' }, 'x'.repeat(2 ** 21 + 1)))).toBe(
      '413 too-large',
    );
  });
});

describe('a directory', () => {
  test('is listed with names of every kind, and each is found again by its reference', async () => {
    const names = ['Zażółć gęślą.txt', `"i" 'a'.txt`, 'nowa\nlinia', 'ż'.repeat(127), 'a%2Fb#?&', ' ', '-rf'];
    mkdirSync(kit.path('sklep', 'nazwy'));
    for (const name of names) plant(`nazwy/${name}`, name);
    const raw = Buffer.concat([Buffer.from(`${kit.path('sklep', 'nazwy')}/`), Buffer.from([0x66, 0xff, 0xb1])]);
    writeFileSync(raw, 'nie utf-8');
    const page = entryPage.parse(await (await kit.ask(`/entries?${at('/nazwy')}`)).json());
    expect(page.total).toBe(names.length + 1);
    for (const { ref, name } of page.entries)
      expect(await (await content(ref)).text()).toBe(name.includes('\uFFFD') ? 'nie utf-8' : name);
    expect(page.entries.map(({ ref }) => ref)).toContain('/nazwy/f%FF%B1');
  });

  test('of ten thousand names is given page by page, each once', async () => {
    mkdirSync(kit.path('sklep', 'tysiace'));
    for (let n = 0; n < 10_000; n += 1) writeFileSync(kit.path('sklep', 'tysiace', `plik-${n}.txt`), '');
    const seen = new Set<string>();
    for (let next: string | null = ''; next !== null; ) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const page = entryPage.parse(await (await kit.ask(`/entries?${at('/tysiace')}&limit=1000${after}`)).json());
      expect([page.total, page.entries.length]).toEqual([10_000, 1000]);
      for (const { name } of page.entries) seen.add(name);
      next = page.next;
    }
    expect(seen.size).toBe(10_000);
    const largest = await kit.ask(`/entries?${at('/public_html')}&order=size&descending=1&only=directories`);
    expect(entryPage.parse(await largest.json()).entries.map(({ name }) => name)).toEqual(['sklep', 'blog']);
  });
});
