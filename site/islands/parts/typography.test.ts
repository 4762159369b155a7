import { h, type VNode } from 'preact';
import { expect, it } from 'vitest';
import { tieText } from './typography.ts';

const shown = (vnode: { type: unknown; props: { children?: unknown } }) => {
  tieText(vnode as VNode);
  return vnode.props.children;
};

it('ties one-letter words in what people read', () => {
  expect(shown(h('p', {}, 'Plik w katalogu'))).toBe('Plik w\u00a0katalogu');
  expect(shown(h('p', {}, 'Zmiana i ', h('b', {}, 'x'), ' koniec'))).toEqual(['Zmiana i\u00a0', expect.anything(), ' koniec']);
});

it('leaves names and values as they are on the server', () => {
  expect(shown(h('code', {}, 'a b'))).toBe('a b');
  expect(shown(h('span', { class: 'path' }, '/zdjęcia z wakacji'))).toBe('/zdjęcia z wakacji');
});
