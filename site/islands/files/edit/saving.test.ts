import { describe, expect, it } from 'vitest';
import { MOST_EDITED_BYTES } from '../../../../contract/files/door.ts';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { Door } from '../door/door.ts';
import { differing } from './differing.ts';
import { indentIn } from './indent.ts';
import { copyName, readyToSave, saveCopy } from './saving.ts';
import { readText } from './text-file.ts';
import { misfitWords } from './words.ts';

const fileOf = (text: string) => {
  const file = readText(new TextEncoder().encode(text));
  if (!file) throw new Error('no text');
  return file;
};

describe('before saving', () => {
  it('says that there is nothing to save', () => {
    const file = fileOf('a\r\nb\n');
    expect(readyToSave(file, file, false)).toEqual({ ok: false, why: 'unchanged' });
  });
  it('asks before lines that end in different ways end alike', () => {
    const file = fileOf('a\r\nb\r\nc\n');
    const draft = { ...file, text: `${file.text}d` };
    expect(readyToSave(file, draft, false)).toEqual({ ok: false, why: 'mixed' });
    expect(readyToSave(file, draft, true)).toEqual({ ok: true, bytes: new TextEncoder().encode('a\r\nb\r\nc\r\nd') });
  });
  it('names what an encoding cannot write', () => {
    const file = fileOf('a');
    expect(readyToSave(file, { ...file, text: '≤', encoding: 'windows-1250' }, false)).toMatchObject({ why: 'misfits' });
    expect(
      misfitWords([
        { letter: '≤', line: 3 },
        { letter: '\u200b', line: 9 },
      ]),
    ).toBe('„≤” (wiersz 3), „U+200B” (wiersz 9)');
  });
  it('keeps to what may be saved at once', () => {
    const file = fileOf('a');
    expect(readyToSave(file, { ...file, text: 'ą'.repeat(MOST_EDITED_BYTES / 2 + 1) }, false)).toEqual({
      ok: false,
      why: 'too-large',
    });
    expect(readyToSave(file, { ...file, text: 'ą'.repeat(MOST_EDITED_BYTES / 2) }, false).ok).toBe(true);
  });
});

describe('a copy', () => {
  it('keeps the ending that says what it is', () =>
    expect([copyName('menu.css', 1), copyName('menu.css', 2), copyName('.htaccess', 1)]).toEqual([
      'menu (moja wersja).css',
      'menu (moja wersja 2).css',
      '.htaccess (moja wersja)',
    ]));
  it('takes the first name that is free, and never one that is not', async () => {
    const tried: string[] = [];
    const door = new Door(async () => ({ ok: true, value: { ticket: 't', url: 'http://nigdzie.example', notAfter: 0 } }));
    door.save = async (at, _, headers) => {
      tried.push(`${at} ${headers['If-None-Match']}`);
      return tried.length < 3 ? { ok: false, fault: 'exists', at, edge: null } : { ok: true, value: { ref: at } as FileEntry };
    };
    const saved = await saveCopy(door, { ref: '/a/x.txt', name: 'x.txt' } as FileEntry, new Uint8Array());
    expect(saved).toMatchObject({ ok: true, value: { ref: '/a/x%20(moja%20wersja%203).txt' } });
    expect(tried.every((one) => one.endsWith(' *'))).toBe(true);
  });
});

it('shows of two versions what differs, with two lines round it', () => {
  const lines = Array.from({ length: 20 }, (_, at) => `wiersz ${at + 1}`);
  const mine = lines.with(9, 'mój');
  expect(differing(lines.join('\n'), mine.join('\n'))).toEqual({
    theirs: { from: 8, lines: ['wiersz 8', 'wiersz 9', 'wiersz 10', 'wiersz 11', 'wiersz 12'] },
    mine: { from: 8, lines: ['wiersz 8', 'wiersz 9', 'mój', 'wiersz 11', 'wiersz 12'] },
  });
  expect(differing('a', 'a\nb')).toEqual({ theirs: { from: 1, lines: ['a'] }, mine: { from: 1, lines: ['a', 'b'] } });
});

it('indents as the text itself does', () =>
  expect([indentIn('a {\n\tb\n}'), indentIn('a:\n    b'), indentIn('a:\n  b'), indentIn('')]).toEqual([
    '\t',
    '    ',
    '  ',
    '  ',
  ]));
