import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { type ZipEntry, zipOf } from './zip.ts';

const dir = mkdtempSync(join(tmpdir(), 'kl-zip-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const aFile = (name: string | Buffer, pieces: Buffer[] = [], more: Partial<ZipEntry> = {}): ZipEntry => ({
  name: Buffer.from(name as string),
  mode: 0o640,
  changedAt: Date.UTC(2026, 10, 22, 10, 11, 13),
  content: { size: pieces.reduce((sum, piece) => sum + piece.length, 0), bytes: each(pieces) },
  ...more,
});
async function* each<T>(all: Iterable<T>): AsyncGenerator<T> {
  yield* all;
}

/** What Python's reader, which is not ours, finds in an archive; it checks every sum. */
async function readBack(entries: Iterable<ZipEntry>) {
  const path = join(dir, 'archiwum.zip');
  await pipeline(zipOf(each(entries)), createWriteStream(path));
  const program = `
import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([z.testzip(), [[i.filename, i.file_size, i.is_dir(), oct(i.external_attr >> 16), i.header_offset, i.flag_bits >> 11] for i in z.infolist()]]))`;
  const [broken, all] = JSON.parse(execFileSync('/usr/bin/python3', ['-c', program, path], { maxBuffer: 2 ** 26 }).toString());
  expect(broken, 'a file whose sum is wrong').toBeNull();
  return all as [string, number, boolean, string, number, number][];
}

test('an archive holds files, empty ones and directories under names of every kind', async () => {
  const all = await readBack([
    aFile('puste.txt'),
    aFile('żółw "x"\n.txt', [Buffer.from('a'), Buffer.from('bc')]),
    { ...aFile('katalog'), mode: 0o755, content: null },
    aFile(Buffer.from([0x6b, 0xf3, 0x77]), [Buffer.from('latin')]),
    aFile(`${'d'.repeat(255)}/${'e'.repeat(255)}`, [Buffer.from('1')]),
  ]);
  expect(all.map(([name, size, isDirectory, mode]) => [name, size, isDirectory, mode])).toEqual([
    ['puste.txt', 0, false, '0o100640'],
    ['żółw "x"\n.txt', 3, false, '0o100640'],
    ['katalog/', 0, true, '0o40755'],
    // Python reads what is not marked as UTF-8 as code page 437.
    ['k≤w', 5, false, '0o100640'],
    [`${'d'.repeat(255)}/${'e'.repeat(255)}`, 1, false, '0o100640'],
  ]);
});

test('more files than 16 bits count are all found', async () => {
  const all = await readBack(Array.from({ length: 65_600 }, (_, n) => aFile(`p/${n}`)));
  expect(all).toHaveLength(65_600);
});

test('a file that is shorter than it was said to be does not spoil what follows', async () => {
  const short = aFile('krótszy', [], { content: { size: 5_000_000_000, bytes: each([Buffer.from('mało')]) } });
  const all = await readBack([short, aFile('następny', [Buffer.from('cały')])]);
  expect(all.map(([name, size]) => [name, size])).toEqual([
    ['krótszy', 5],
    ['następny', 5],
  ]);
});

test.each([0, -86_400_000, Date.UTC(2200, 0)])('a time of change like %i is put down as well as may be', async (changedAt) => {
  expect(await readBack([aFile('a', [Buffer.from('1')], { changedAt })])).toHaveLength(1);
});
