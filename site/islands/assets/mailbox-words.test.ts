import { describe, expect, it } from 'vitest';
import { assetRoutes } from '../../../contract/index.ts';
import { HOUR, NOW } from '../../testing/grant.ts';
import { binWords, isRestorable, lastUseWords, namesIn, readersFault } from './mailbox-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const DAY = 24 * HOUR;

describe('last use', () => {
  it('tells „nobody yet” from „not known now”', () => {
    expect(lastUseWords({ lastUseAt: null, bytes: 0 })).toBe('jeszcze żadnego');
    expect(lastUseWords({ lastUseAt: null, bytes: null })).toBe('nieznane');
    expect(plain(lastUseWords({ lastUseAt: NOW, bytes: 0 }))).toBe('26 czerwca 2026, godz. 12:00');
  });
});

describe('the bin', () => {
  it('names the day it ends, and how long that is', () => {
    expect(plain(binWords({ binnedUntil: NOW + 7 * DAY }, NOW))).toMatch(
      /^Na przywrócenie masz czas do 3 lipca 2026.*jeszcze 7 dni/,
    );
  });
  it('promises nothing once the week is over', () => {
    expect(binWords({ binnedUntil: NOW }, NOW)).toMatch(/minął/);
    expect([NOW - 1, NOW, NOW + 1, null].map((binnedUntil) => isRestorable({ binnedUntil }, NOW))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});

it('does not speak of a bin where a mailbox was put aside on the server itself', () => {
  expect(binWords({ binnedUntil: null }, NOW)).not.toMatch(/kosz|przywr/i);
});

describe('who knows the password', () => {
  it('is written one person in a line, spaces and repetitions aside', () => {
    expect(namesIn(' Jan \n\nEwa Lis\nJan')).toEqual(['Jan', 'Ewa Lis']);
  });
  it('is refused where the contract refuses it', () => {
    const { schema } = assetRoutes.noteMailboxReaders.request.body.content['application/json'];
    const lists = [[], ['x'.repeat(80)], ['x'.repeat(81)], Array(20).fill('Jan'), Array(21).fill('Jan')];
    for (const people of lists)
      expect(readersFault(people) === null).toBe(schema.safeParse({ address: 'biuro@zielnik.example', people }).success);
  });
});
