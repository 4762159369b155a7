import { expect, it } from 'vitest';
import { addressOf, isNarrowed, queryOf, readView, type View } from './view.ts';

const PLAIN: View = { order: 'person', show: 'live', kind: '', serviceId: '', state: '', search: '' };

it('opens again as its address says, and never puts what was searched for into it', () => {
  const view: View = { order: 'end', show: 'live', kind: 'mailbox', serviceId: 's-1', state: 'pending', search: 'Kowalski' };
  const address = addressOf(view);
  expect(address).not.toContain('Kowalski');
  expect(readView(new URLSearchParams(address), { szukaj: 'Kowalski' })).toEqual(view);
  expect(readView(new URLSearchParams(address), null)).toEqual({ ...view, search: '' });
  expect(addressOf(PLAIN)).toBe('');
});

it('leaves out what it does not know', () => {
  const query = new URLSearchParams('?kolejnosc=kolor&rodzaj=ssh&stan=ended');
  expect(readView(query, 'nic')).toEqual(PLAIN);
});

it('asks for no state among what has ended', () => {
  const ended: View = { ...PLAIN, show: 'ended', state: 'active', search: '  ola ' };
  expect(queryOf(ended)).toEqual({ order: 'person', show: 'ended', search: 'ola' });
  expect(isNarrowed({ ...ended, search: ' ' })).toBe(false);
  expect(isNarrowed({ ...PLAIN, kind: 'ftp' })).toBe(true);
});
