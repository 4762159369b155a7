import { describe, expect, it } from 'vitest';
import { intentFromQuery, type ServiceView } from '../../../contract/index.ts';
import { failure } from '../../api/result.ts';
import { saidAloud } from './said-aloud.ts';
import { addressOf, chosenService, giveAddress } from './service.ts';
import { isTypedName } from './typed-name.ts';
import { withAsset } from './use-assets.ts';

const service = (id: string): ServiceView => ({
  id,
  kind: 'hosting',
  name: id,
  host: { name: 's1.example.pl', online: true, lastSeenAt: null },
});
const services = [service('sklep'), service('blog')];
const query = (text: string) => new URLSearchParams(text);

describe('the service in the address', () => {
  it('is the first one where none is named', () => expect(chosenService(services, query(''))?.id).toBe('sklep'));
  it('is the named one', () => {
    const { search } = new URL(addressOf('/panel/bazy/', 'blog'), 'https://site.example');
    expect(chosenService(services, query(search))?.id).toBe('blog');
  });
  it('is never silently another one', () => expect(chosenService(services, query('usluga=obca'))).toBeNull());
});

describe('the way to giving access', () => {
  it.each([
    ['baza-danych', 'database'],
    ['skrzynka', 'mailbox'],
  ] as const)('proposes the smallest one to a %s, and names nothing', (word, kind) => {
    const { searchParams } = new URL(giveAddress(word, 'sklep'), 'https://site.example');
    expect(intentFromQuery(searchParams)).toMatchObject({ kind, access: 'read', days: 7 });
    expect([...searchParams.keys()]).toEqual(['rodzaj', 'prawo', 'dni', 'usluga']);
  });
});

describe('a name typed once more', () => {
  it('is the name, spaces round it aside', () => {
    expect(isTypedName(' zielnik_sklep ', 'zielnik_sklep')).toBe(true);
    expect(isTypedName('zielnik_Sklep', 'zielnik_sklep')).toBe(false);
    expect(isTypedName('', 'zielnik_sklep')).toBe(false);
  });
  it('may be typed as it is shown, where nobody could type it', () => {
    expect(isTypedName('zielnik_a\\u{200b}b', 'zielnik_a\u200bb')).toBe(true);
  });
});

describe('an outcome shown in the list', () => {
  const nameOf = ({ name }: { name: string }) => name;
  const list = [
    { name: 'b', state: 'ready' },
    { name: 'd', state: 'ready' },
  ];
  it('takes its place among the names, or the place of what it was', () => {
    expect(withAsset(list, { name: 'c', state: 'creating' }, nameOf).map(nameOf)).toEqual(['b', 'c', 'd']);
    expect(withAsset(list, { name: 'b', state: 'deleting' }, nameOf)).toEqual([{ name: 'b', state: 'deleting' }, list[1]]);
  });
  it('leaves the list once it is gone', () => {
    expect(withAsset(list, { name: 'b', state: 'gone' }, nameOf).map(nameOf)).toEqual(['d']);
  });
});

describe('a refusal', () => {
  const refused = failure('invalid-input', '', [{ field: 'address', code: 'mailbox-unmanaged', message: 'Najpierw hasło.' }]);
  it('is said for the whole form where none of its fields says it', () => {
    expect(saidAloud(refused, ['typed'])?.message).toBe('Najpierw hasło.');
    expect(saidAloud(failure('host-offline'), ['typed'])?.message).toMatch(/Serwer/);
  });
  it('is not said twice', () => {
    expect(saidAloud(refused, ['typed', 'address'])).toBeNull();
    expect(saidAloud(null, [])).toBeNull();
  });
});
