import { expect, it } from 'vitest';
import type { GrantSpec } from '../../../contract/index.ts';
import { aGrant } from '../../testing/grant.ts';
import { overlapping } from './overlap.ts';

const grant = (id: string, spec: GrantSpec, part = {}) => aGrant({ id, spec, ...part });
const shop = grant('shop', { kind: 'ftp', directory: '/public_html/sklep', access: 'write' });
const idsFor = (...others: ReturnType<typeof grant>[]) => overlapping(shop, [shop, ...others]).map(({ id }) => id);

it('finds what opens the same files, from above, from below and the very same', () => {
  const whole = grant('whole', { kind: 'ftp', directory: '/', access: 'read' });
  const below = grant('below', { kind: 'ftp', directory: '/public_html/sklep/zdjecia', access: 'read' });
  const same = grant('same', { ...shop.spec } as GrantSpec);
  expect(idsFor(whole, below, same)).toEqual(['whole', 'below', 'same']);
});

it('leaves out neighbours by name, other services and what has ended', () => {
  const neighbour = grant('neighbour', { kind: 'ftp', directory: '/public_html/sklep-stary', access: 'read' });
  const elsewhere = grant('elsewhere', shop.spec, { service: { id: 'other', name: 'Inna', kind: 'hosting' } });
  expect(idsFor(neighbour, elsewhere, grant('over', shop.spec, { state: 'ended' }))).toEqual([]);
});

it('compares databases and mailboxes by their names', () => {
  const one = grant('one', { kind: 'mailbox', address: 'biuro@sklep.example', access: 'read' });
  const two = grant('two', { kind: 'mailbox', address: 'biuro@sklep.example', access: 'write' });
  const other = grant('other', { kind: 'mailbox', address: 'praca@sklep.example', access: 'write' });
  expect(overlapping(one, [one, two, other]).map(({ id }) => id)).toEqual(['two']);
});
