import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { inBlocks } from './in-blocks.ts';
import { type ZipEntry, zipOf } from './zip.ts';

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

/** What a reader that goes by the end and the list in front of it finds; it checks every sum. `unzip` reads them in tests/hosts. */
async function readBack(entries: Iterable<ZipEntry>) {
  const blocks: Buffer[] = [];
  for await (const block of inBlocks(zipOf(each(entries)))) blocks.push(block);
  const bytes = Buffer.concat(blocks);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const end64 = bytes.readUInt32LE(end - 20) === 0x07064b50 ? Number(bytes.readBigUInt64LE(end - 12)) : null;
  const count = end64 === null ? bytes.readUInt16LE(end + 10) : Number(bytes.readBigUInt64LE(end64 + 32));
  let at = end64 === null ? bytes.readUInt32LE(end + 16) : Number(bytes.readBigUInt64LE(end64 + 48));
  return Array.from({ length: count }, () => {
    const { next, ...entry } = readEntry(bytes, at);
    at = next;
    return entry;
  });
}

function readEntry(bytes: Buffer, at: number) {
  expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
  const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const isLong = bytes.readUInt32LE(at + 24) === 0xffffffff;
  const size = isLong ? Number(bytes.readBigUInt64LE(at + 46 + nameLength + 4)) : bytes.readUInt32LE(at + 24);
  const local = isLong ? Number(bytes.readBigUInt64LE(at + 46 + nameLength + 20)) : bytes.readUInt32LE(at + 42);
  expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + size);
  expect(bytes.readUInt32LE(at + 16)).toBe(crc32(content));
  const mode = (bytes.readUInt32LE(at + 38) >>> 16).toString(8);
  return {
    name,
    isUtf8: (bytes.readUInt16LE(at + 8) & 2048) !== 0,
    mode,
    content: content.toString(),
    next: at + 46 + nameLength + extraLength,
  };
}

test('an archive holds files, empty ones and directories under names of every kind', async () => {
  const all = await readBack([
    aFile('puste.txt'),
    aFile('żółw "x"\n.txt', [Buffer.from('a'), Buffer.from('bc')]),
    { ...aFile('katalog'), mode: 0o755, content: null },
    aFile(Buffer.from([0x6b, 0xf3, 0x77]), [Buffer.from('latin')]),
    aFile(`${'d'.repeat(255)}/${'e'.repeat(255)}`, [Buffer.from('1')]),
  ]);
  expect(all.map(({ name, ...entry }) => [name.toString('latin1'), ...Object.values(entry)])).toEqual([
    ['puste.txt', true, '100640', ''],
    [Buffer.from('żółw "x"\n.txt').toString('latin1'), true, '100640', 'abc'],
    ['katalog/', true, '40755', ''],
    ['k\xf3w', false, '100640', 'latin'],
    [`${'d'.repeat(255)}/${'e'.repeat(255)}`, true, '100640', '1'],
  ]);
});

test('more files than 16 bits count are all found', async () => {
  const all = await readBack(Array.from({ length: 65_600 }, (_, n) => aFile(`p/${n}`)));
  expect(all).toHaveLength(65_600);
});

test('a file that is shorter than it was said to be does not spoil what follows', async () => {
  const short = aFile('krótszy', [], { content: { size: 5_000_000_000, bytes: each([Buffer.from('mało')]) } });
  const all = await readBack([short, aFile('następny', [Buffer.from('cały')])]);
  expect(all.map(({ name, content }) => [name.toString(), content])).toEqual([
    ['krótszy', 'mało'],
    ['następny', 'cały'],
  ]);
});

test.each([0, -86_400_000, Date.UTC(2200, 0)])('a time of change like %i is put down as well as may be', async (changedAt) => {
  expect(await readBack([aFile('a', [Buffer.from('1')], { changedAt })])).toHaveLength(1);
});
