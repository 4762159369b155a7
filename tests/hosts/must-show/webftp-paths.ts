import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { Webftp } from './webftp.ts';
import { changesOf, readingOf, tried } from './webftp-requests.ts';

const OUT: readonly string[] = [
  '..',
  '/..',
  '/../warsztat',
  '/public_html/../../warsztat/public_html/index.html',
  '/./public_html',
  '/%2e%2e/warsztat',
  '/%2E%2E/warsztat',
  '/.%2E/warsztat',
  '/%2E./warsztat',
  '/public_html%2F..%2F..%2Fwarsztat',
  '/%2Fetc%2Fpasswd',
  '//etc/passwd',
  'public_html/index.html',
  'file:///etc/passwd',
  '/kopie/2026-10.txt%00.png',
  '/kopie/2026-10.txt\0.png',
  '/zażółć',
  '/%zz',
];
const TOO_LONG = [`/${'d'.repeat(256)}`, `/${'%C5%BC'.repeat(128)}`, `/${'d'.repeat(200)}`.repeat(70)];

/** References that lead elsewhere, or nowhere. */
export function paths(webftp: () => Webftp): void {
  const looks = async () => Promise.all(['zielnik', 'zielnik-test', 'warsztat'].map((tree) => webftp().look(tree)));
  const everything = (at: string) => [...readingOf(at), ...changesOf(at)];
  const only = (came: Record<string, string>) => [...new Set(Object.values(came))];

  test.each([...OUT, ...TOO_LONG].map((ref) => [ref.length > 80 ? `${ref.length} letters long` : JSON.stringify(ref), ref]))(
    '%s is refused by every act, and by the edge for a ticket',
    async (_, ref) => {
      const before = await looks();
      const came = await tried(await webftp().client(), everything(ref));
      expect([ref, only(came)]).toEqual([ref, ['422 invalid-request']]);
      expect(await looks()).toEqual(before);
      expect((await webftp().pass({ path: ref })).status).toBe(422);
    },
  );

  test('the place of another tree on the disk is a path of nothing in this one', async () => {
    const client = await webftp().client();
    const came = await tried(client, readingOf(webftp().path('warsztat', 'public_html')));
    expect(only(came)).toEqual(['404 missing']);
    expect(await tried(client, readingOf('/.klucznik')).then(only)).toEqual(['404 missing']);
  });

  test('a link out of the tree is not followed by any act', async () => {
    const before = await looks();
    const came = await tried(await webftp().client(), everything('/public_html/sklep/na-zewnatrz/hostname'));
    expect(only(came).filter((word) => !/(^409|^fault) is-link$/.test(word))).toEqual([]);
    expect(await looks()).toEqual(before);
  });

  test('ids and addresses that climb are those of nothing', async () => {
    const client = await webftp().client();
    const climbing = ['/bin/..%2F..%2Fwarsztat', '/uploads/..%2F..%2F..%2Fzielnik%2Fkopie', '/uploads/%2e%2e', '/bin/....'];
    for (const path of climbing)
      for (const method of ['DELETE', 'HEAD', 'PATCH'])
        expect([path, method, (await client.ask(path, { method, headers: { 'Tus-Resumable': '1.0.0' } })).status]).toEqual([
          path,
          method,
          404,
        ]);
    // As it stands, which fetch would tidy first.
    for (const path of ['/files/v1/../../etc/passwd', '/etc/passwd', '//etc/passwd'])
      expect([path, await raw(webftp().url, path, client.mint())]).toEqual([path, 404]);
  });
}

const raw = (url: string, path: string, ticket: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, path, headers: { Authorization: `Ticket ${ticket}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
