import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, ENCODINGS, encode } from './encoding.ts';
import { LINE_ENDS, type LineEnd, readLines, writeLines } from './line-ends.ts';
import { isBinary, recognise } from './recognise.ts';
import { bytesToSave, readAs, readText } from './text-file.ts';

const ONE_BYTE = ['windows-1250', 'iso-8859-2'] as const;
const POLISH = 'Zażółć gęślą jaźń – ŻÓŁĆ, wróć: ĄŚŹ ąśź\r\n';
const bytesIn = (text: string, encoding: (typeof ENCODINGS)[number]) => {
  const encoded = encode(text, encoding);
  if (!encoded.ok) throw new Error(`${encoding} has no ${encoded.misfits[0]?.letter}`);
  return encoded.bytes;
};
const lineEnd = fc.constantFrom<LineEnd>('lf', 'crlf', 'cr');
const textByte = fc.oneof(fc.integer({ min: 0x20, max: 0xff }), fc.constantFrom(0x09, 0x0a, 0x0d, 0x0c, 0x1a));

describe('opening a file and saving it', () => {
  it('leaves bytes alone when nothing was changed, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(textByte, { maxLength: 300 }), (list) => {
        const bytes = Uint8Array.from(list);
        const file = readText(bytes);
        if (!file) throw new Error('text was taken for something else');
        expect(bytesToSave(file, file)).toEqual({ ok: true, bytes });
      }),
      { numRuns: 2000 },
    );
  });

  it('changes only what was changed, in each encoding and with each line end', () => {
    const letters = [...'abc zZ09<>&"\'\tąćęłńóśźżĄĆĘŁŃÓŚŹŻ'];
    const line = fc.array(fc.constantFrom(...letters), { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 2, maxLength: 12 }),
        lineEnd,
        fc.constantFrom(...ENCODINGS),
        (lines, end, encoding) => {
          const whole = (list: readonly string[]) => bytesIn(list.join(LINE_ENDS[end]), encoding);
          const file = readAs(whole(lines), encoding);
          expect(file).toMatchObject({ lineEnd: end, mixed: false });
          const changed = file && bytesToSave(file, { ...file, text: `X${file.text}` });
          expect(changed).toEqual({ ok: true, bytes: whole([`X${lines[0]}`, ...lines.slice(1)]) });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(ONE_BYTE)('knows every byte of %s both ways', (encoding) => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(encode(decode(all, encoding) ?? '', encoding)).toEqual({ ok: true, bytes: all });
  });
});

describe('recognising an encoding', () => {
  it.each(ENCODINGS)('finds %s', (encoding) => {
    const text = encoding === 'iso-8859-2' ? POLISH.replace('–', '-') : POLISH;
    expect(recognise(bytesIn(text, encoding))).toBe(encoding);
  });
  it('believes what a page says of itself where its letters could be either', () => {
    const page = '<meta charset="iso-8859-2"><p>żółć</p>';
    expect(recognise(bytesIn(page, 'iso-8859-2'))).toBe('iso-8859-2');
    expect(recognise(bytesIn(page.replace(/iso[\d-]+/, 'windows-1250'), 'windows-1250'))).toBe('windows-1250');
  });
  it('does not believe a page that says UTF-8 and is not', () =>
    expect(recognise(bytesIn('<meta charset="utf-8">ąśź', 'windows-1250'))).toBe('windows-1250'));
  it('takes zeros and other controls for no text', () => {
    expect(isBinary(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe(true);
    expect(readText(Uint8Array.of(1, 2, 3))).toBeNull();
    expect(isBinary(new Uint8Array())).toBe(false);
  });
});

it('says which characters do not fit, and where each stands first', () => {
  expect(encode('raz\ndwa 😀 €\n😀 ≤', 'iso-8859-2')).toEqual({
    ok: false,
    misfits: [
      { letter: '😀', line: 2 },
      { letter: '€', line: 2 },
      { letter: '≤', line: 3 },
    ],
  });
  expect(encode('€', 'windows-1250')).toEqual({ ok: true, bytes: Uint8Array.of(0x80) });
  expect(encode('a\ud800', 'utf-8').ok).toBe(false);
});

describe('line ends', () => {
  it.each<[string, LineEnd, boolean]>([
    ['', 'lf', false],
    ['a', 'lf', false],
    ['a\n', 'lf', false],
    ['a\r\nb\r\n', 'crlf', false],
    ['a\rb', 'cr', false],
    ['a\r\nb\r\nc\n', 'crlf', true],
    ['a\nb\nc\r', 'lf', true],
  ])('%j', (raw, end, mixed) => {
    const lines = readLines(raw);
    expect(lines).toMatchObject({ end, mixed });
    if (!mixed) expect(writeLines(lines.text, end)).toBe(raw);
  });
});
