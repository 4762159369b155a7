import { describe, expect, it } from 'vitest';
import { pasteInto } from './acts/clipboard.ts';
import type { Act, Said } from './door/act.ts';
import { doorFailure } from './door/fault.ts';
import { commandOf, findTyped, stepFrom } from './keys.ts';
import { isEditable, kindOf } from './kinds.ts';
import { nameFault, stemLength } from './names.ts';
import { type Choice, carry, type Performer } from './perform.ts';
import { modeFor, parseMode, readMode, riskOf, withRight } from './permissions.ts';
import { addressOf, placeIn, pointedIn, shownPath, wayTo } from './place.ts';
import { extendTo, keptIn, NOTHING, only, toggle } from './selection.ts';

describe('the address of a directory', () => {
  it.each(['/', '/public_html/zdj%C4%99cia', '/a%20b%22%0A'])('leads back to %s', (ref) => {
    const address = new URL(addressOf('s1', ref, `${ref === '/' ? '' : ref}/x`), 'https://k.example');
    expect(placeIn(address.search)).toBe(ref);
    expect(pointedIn(address.search)).toBe(`${ref === '/' ? '' : ref}/x`);
    expect(address.searchParams.get('usluga')).toBe('s1');
  });
  it.each(['', '?w=', '?w=../etc', '?w=/a/../b', '?w=/a//b', '?w=/a%2500'])('that is none (%j) means the top', (search) => {
    expect(placeIn(search)).toBe('/');
  });
  it('goes by every directory on the way, shown so that nothing in it is hidden', () => {
    expect(wayTo('/a/b')).toEqual(['/', '/a', '/a/b']);
    expect(shownPath('/a%0Ab/c')).toBe('/a\\nb/c');
  });
});

describe('choosing', () => {
  const refs = ['/a', '/b', '/c', '/d'];
  it('takes a range from where it began, both ways', () => {
    const begun = only('/c');
    expect([...extendTo(begun, refs, '/a').chosen]).toEqual(['/a', '/b', '/c']);
    expect([...extendTo(extendTo(begun, refs, '/a'), refs, '/d').chosen]).toEqual(['/c', '/d']);
  });
  it('adds one and takes it away', () => {
    const two = toggle(only('/a'), '/c');
    expect([...two.chosen]).toEqual(['/a', '/c']);
    expect([...toggle(two, '/a').chosen]).toEqual(['/c']);
  });
  it('keeps what is still there, and the keyboard where it was', () => {
    const both = toggle(only('/b'), '/d');
    expect(keptIn(both, ['/a', '/b', '/c'], refs)).toMatchObject({ chosen: new Set(['/b']), focus: '/c' });
    expect(keptIn(both, [], refs)).toMatchObject({ focus: null });
    expect(keptIn(NOTHING, refs, [])).toMatchObject({ focus: null });
  });
});

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
    commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  it('mean what they mean in other file managers', () => {
    expect(press('F2')).toEqual({ do: 'rename' });
    expect(press('Delete')).toEqual({ do: 'bin' });
    expect(press('x', { ctrlKey: true })).toEqual({ do: 'cut' });
    expect(press('V', { metaKey: true })).toEqual({ do: 'paste' });
    expect(press('ArrowDown', { shiftKey: true })).toEqual({ do: 'step', step: 'down', how: 'extend' });
    expect(press('ż')).toEqual({ do: 'type', letter: 'ż' });
  });
  it('that are the browser’s stay the browser’s', () => {
    for (const key of ['Tab', 'F5', 'Shift']) expect(press(key)).toBeNull();
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });
  it('never lead out of the list', () => {
    expect(stepFrom(0, 'up', 3, 2)).toBe(0);
    expect(stepFrom(2, 'page-down', 3, 2)).toBe(2);
    expect(stepFrom(-1, 'down', 3, 2)).toBe(0);
    expect(stepFrom(0, 'down', 0, 2)).toBe(-1);
  });
  it('find a name by its first letters, without diacritics, and go on at the same letter', () => {
    const names = ['ala', 'Łódka', 'las', 'lato'];
    expect(findTyped(names, 0, 'l')).toBe(1);
    expect(findTyped(names, 1, 'l')).toBe(2);
    expect(findTyped(names, 3, 'll')).toBe(1);
    expect(findTyped(names, 1, 'lat')).toBe(3);
    expect(findTyped(names, 0, 'x')).toBe(-1);
  });
});

describe('permissions in words', () => {
  it('are what the digits say', () => {
    expect(readMode('0644')).toMatchObject({ ownerWrites: true, othersRead: true, othersWrite: false });
    expect(withRight('0644', 'othersRead', false, false)).toBe('0600');
    expect(withRight('0700', 'othersRead', true, true), 'and through it').toBe('0755');
    expect(withRight('0755', 'othersWrite', true, true)).toBe('0777');
  });
  it('warn where everybody may write, or not even the owner may', () => {
    expect(['0777', '0666', '0755', '0400'].map(riskOf)).toEqual([
      'everybody-writes',
      'everybody-writes',
      null,
      'owner-locked-out',
    ]);
  });
  it('are read from what people type', () =>
    expect(['755', '0755', ' 644 ', '999', '4755', ''].map(parseMode)).toEqual(['0755', '0755', '0644', null, null, null]));
  it('never let a file run because a directory may be entered', () => {
    expect(modeFor('file', '0755', 'directory')).toBe('0644');
    expect(modeFor('directory', '0640', 'file')).toBe('0750');
  });
});

describe('names', () => {
  it.each(['', 'a/b', '.', '..', 'a\0b', 'ż'.repeat(128)])('refuses %j', (name) => expect(nameFault(name)).not.toBeNull());
  it.each(['a', '.htaccess', 'zażółć "gęślą"', 'ż'.repeat(127)])('takes %j', (name) => expect(nameFault(name)).toBeNull());
  it('marks a name without its ending', () =>
    expect(['a.txt', '.htaccess', 'a.tar.gz', 'katalog'].map(stemLength)).toEqual([1, 9, 5, 7]));
  it('know what is text and what is a picture', () => {
    const file = (name: string, size = 1) => ({ type: 'file' as const, name, size });
    expect(['A.JPG', 'index.php', '.htaccess', 'x.zip'].map((name) => kindOf(file(name)))).toEqual([
      'picture',
      'text',
      'text',
      'file',
    ]);
    expect(isEditable(file('a.txt', 3_000_000))).toBe(false);
  });
});

it('pasting where it was cut does nothing, and where it was copied makes another', () => {
  expect(pasteInto({ post: '/moves', refs: ['/a/x'] }, '/a')).toBe('nothing');
  expect(pasteInto({ post: '/copies', refs: ['/a/x'] }, '/a')).toBe('keep-both');
  expect(pasteInto({ post: '/moves', refs: ['/a/x'] }, '/b')).toBe('ask');
});

describe('moving where names are taken', () => {
  /** A server that moves one after another and stops at the first name that is taken. */
  function played(taken: readonly string[]) {
    const moved: string[] = [];
    const orders: { from: readonly string[]; ifThere: string | undefined }[] = [];
    const door: Performer = {
      async *act(act: Act): AsyncGenerator<Said, void> {
        if (!('from' in act.order)) throw new Error('not played');
        const { from, ifThere } = act.order;
        orders.push({ from, ifThere });
        for (const ref of from) {
          if (ifThere === 'refuse' && taken.includes(ref)) return yield { end: doorFailure('exists', `/z${ref}`) };
          moved.push(`${ref}${ifThere === 'refuse' ? '' : ` ${ifThere}`}`);
        }
        yield { end: { ok: true, value: { entries: [], truncated: false, binned: [], skipped: 0 } } };
      },
    };
    return { door, moved, orders };
  }
  const watched = { signal: new AbortController().signal, onProgress: () => {} };
  const go = (door: Performer, from: readonly string[], choices: (Choice | null)[]) => {
    const asked: string[] = [];
    const ask = async (ref: string, more: boolean) => {
      asked.push(`${ref}${more ? '' : ' last'}`);
      return choices.shift() ?? null;
    };
    return carry(door, { post: '/moves', from, into: '/z' }, ask, watched).then((outcome) => ({ outcome, asked }));
  };

  it('asks about each, and goes on with the rest', async () => {
    const { door, moved } = played(['/b', '/d']);
    const choices: Choice[] = [
      { what: 'keep-both', forAll: false },
      { what: 'skip', forAll: false },
    ];
    const { outcome, asked } = await go(door, ['/a', '/b', '/c', '/d'], choices);
    expect(asked).toEqual(['/b', '/d last']);
    expect(moved).toEqual(['/a', '/b keep-both', '/c']);
    expect(outcome).toMatchObject({ skipped: 1, failure: null });
  });
  it('asks once for all', async () => {
    const { door, moved } = played(['/a', '/b', '/c']);
    expect((await go(door, ['/a', '/b', '/c'], [{ what: 'replace', forAll: true }])).asked).toEqual(['/a']);
    expect(moved).toEqual(['/a replace', '/b replace', '/c replace']);
  });
  it('skips all that are taken, and moves the others', async () => {
    const { door, moved } = played(['/a', '/c']);
    const { outcome } = await go(door, ['/a', '/b', '/c', '/d'], [{ what: 'skip', forAll: true }]);
    expect(moved).toEqual(['/b', '/d']);
    expect(outcome.skipped).toBe(2);
  });
  it('leaves all that comes after when the person gives it up', async () => {
    const { door, moved } = played(['/b']);
    expect((await go(door, ['/a', '/b', '/c'], [])).outcome).toMatchObject({ skipped: 2, failure: null });
    expect(moved).toEqual(['/a']);
  });
  it('sends no more than a thousand at a time', async () => {
    const { door, orders } = played([]);
    await go(
      door,
      Array.from({ length: 2500 }, (_, at) => `/${at}`),
      [],
    );
    expect(orders.map(({ from }) => from.length)).toEqual([1000, 1000, 500]);
  });
});
