import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryPage, refSegment } from '../../../contract/index.ts';
import { actor } from '../kit/file-acts.ts';
import { outcome, uploader } from '../kit/uploads.ts';
import type { Webftp } from './webftp.ts';

/** Names that programs trip over, as references have them. */
const NAMES: readonly [what: string, segment: string][] = [
  ['Polish letters', refSegment('Zażółć gęślą jaźń.txt')],
  ['quotes', refSegment(`"cudzysłów" 'apostrof' \`x\` $(id).txt`)],
  ['a newline', refSegment('dwie\nlinie\r.txt')],
  ['a backslash', refSegment('..\\..\\etc\\passwd')],
  ['a dash in front', refSegment('-rf --no-preserve-root')],
  ['a dot in front', '.htaccess'],
  ['an emoji', refSegment('👩‍🌾🌿.txt')],
  ['255 bytes', refSegment(`${'ż'.repeat(127)}x`)],
  ['bytes that are no UTF-8', 'k%F3%B3w%FF.txt'],
  ['percents that look like a way out', refSegment('%2e%2e%2Fx')],
  ['three dots', '...'],
  ['spaces and control letters', refSegment('  \t\u0001\u007f ')],
  ['letters that turn the line round', refSegment('\u202Etxt.exe')],
  ["a web address' own letters", refSegment('a?b=c&d#e+f;g')],
];

/** One file of each kind of name through everything that is done with files. */
export function names(webftp: () => Webftp): void {
  test.each(NAMES)('with %s is uploaded, listed, read, renamed, moved, binned, restored and deleted', async (what, segment) => {
    const client = await webftp().client();
    const [acts, tus] = [actor(client), uploader(client)];
    const onDisk = (ref: string) => Buffer.from(`${webftp().path('zielnik')}${latin(ref)}`, 'latin1');
    const read = async (ref: string) => (await client.ask(`/content?${new URLSearchParams({ at: ref })}`)).text();
    for (const folder of ['/nazwy', '/nazwy-obok']) expect(['201', '409 exists']).toContain(await acts.folder(folder));
    const at = `/nazwy/${segment}`;

    const address = await tus.open({ at, length: Buffer.byteLength(what) });
    expect(await outcome(await tus.patch(address, 0, what))).toBe('204');
    expect(readFileSync(onDisk(at), 'utf8')).toBe(what);
    const page = entryPage.parse(await (await client.ask('/entries?at=/nazwy')).json());
    expect(page.entries.map(({ ref }) => ref)).toEqual([at]);
    expect(await read(at)).toBe(what);

    expect((await acts.move({ from: [at], to: '/nazwy/inna' })).came).toBe('done');
    expect((await acts.move({ from: ['/nazwy/inna'], to: at })).came).toBe('done');
    expect((await acts.move({ from: [at], into: '/nazwy-obok' })).came).toBe('done');
    const moved = `/nazwy-obok/${segment}`;
    expect([existsSync(onDisk(at)), readFileSync(onDisk(moved), 'utf8')]).toEqual([false, what]);

    expect((await acts.bin(moved)).came).toBe('done');
    expect(existsSync(onDisk(moved))).toBe(false);
    const [item] = await acts.binned();
    expect(item?.ref).toBe(moved);
    expect(await acts.restore(item?.id ?? '')).toBe('200');
    expect(await read(moved)).toBe(what);
    expect((await acts.bin(moved)).came).toBe('done');
    expect(await acts.destroy((await acts.binned())[0]?.id ?? '')).toBe('204');
    expect([existsSync(onDisk(moved)), await acts.binned()]).toEqual([false, []]);
  });
}

/** A reference with each byte as one letter. */
const latin = (ref: string) => ref.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
