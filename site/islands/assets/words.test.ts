import { describe, expect, it } from 'vitest';
import { APPLY_FAULTS, type ApplyFault, ASSET_STATES } from '../../../contract/index.ts';
import { accessLinks, assetTrouble, isDeletable, isOpenable, peopleWords, planWords, stateMark } from './words.ts';

const AGAIN = 'Utwórz ją jeszcze raz.';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const jan = { grantId: 'g1', person: 'Jan Kowalski', email: 'jan@example.pl' };
const ewa = { grantId: 'g2', person: 'Ewa Lis', email: 'ewa@example.pl' };

describe('a state', () => {
  it('has a word of its own, so that colour alone never says it', () => {
    const words = ASSET_STATES.map((state) => stateMark({ state, problem: null }).word);
    expect(new Set(words).size).toBe(ASSET_STATES.length);
  });
  it('shows trouble in the word and in the look, and says once that it failed', () => {
    expect(stateMark({ state: 'ready', problem: 'database-missing' })).toEqual({ word: 'gotowa – jest kłopot', look: 'failed' });
    expect(stateMark({ state: 'failed', problem: 'tree-missing' })).toEqual({ word: 'nie powstała', look: 'failed' });
  });
  it('offers no access to what is not whole', () => {
    expect(isOpenable({ state: 'ready', problem: null })).toBe(true);
    expect(isOpenable({ state: 'ready', problem: 'database-missing' })).toBe(false);
    expect(isOpenable({ state: 'creating', problem: null })).toBe(false);
  });
});

describe('trouble with a database or a mailbox', () => {
  it('is said for every fault, and never in words about access', () => {
    for (const problem of Object.keys(APPLY_FAULTS) as ApplyFault[]) {
      const words = assetTrouble({ state: 'creating', problem }, AGAIN);
      expect(words, problem).toMatch(/\.$/);
      expect(words, problem).not.toMatch(/katalogu (już )?nie|dostępu nie/);
    }
  });
  it('says how to try again once it has failed, where that may help', () => {
    expect(assetTrouble({ state: 'failed', problem: 'tree-missing' }, AGAIN)).toMatch(/Napisz do BOK[^.]*\.$/);
    expect(assetTrouble({ state: 'failed', problem: 'unexpected' }, AGAIN)).toContain(AGAIN);
    expect(assetTrouble({ state: 'failed', problem: null }, AGAIN)).toMatch(/nie mógł.*jeszcze raz/);
    expect(assetTrouble({ state: 'creating', problem: 'disk-full' }, AGAIN)).not.toContain(AGAIN);
    expect(assetTrouble({ state: 'ready', problem: null }, AGAIN)).toBeNull();
  });
  it('does not lock anything in: what cannot be finished can be deleted', () => {
    expect(isDeletable({ state: 'creating', problem: null })).toBe(false);
    expect(isDeletable({ state: 'creating', problem: 'disk-full' })).toBe(true);
    expect(isDeletable({ state: 'deleting', problem: 'disk-full' })).toBe(false);
    expect(isDeletable({ state: 'failed', problem: null })).toBe(true);
  });
});

describe('who has access', () => {
  it('counts a person once, however many accesses they have', () => {
    expect(plain(peopleWords([jan, ewa, { ...jan, grantId: 'g3' }]))).toBe('2 osoby');
    expect(peopleWords([])).toBe('nikt');
  });
  it('gives every link a name of its own', () => {
    const namesake = { grantId: 'g4', person: 'Jan Kowalski', email: 'inny@example.pl' };
    const labels = accessLinks([jan, namesake, { ...jan, grantId: 'g3' }]).map(({ label }) => label);
    expect(labels).toEqual([
      'Jan Kowalski (jan@example.pl)',
      'Jan Kowalski (inny@example.pl)',
      'Jan Kowalski (jan@example.pl), dostęp 2',
    ]);
    expect(accessLinks([jan, ewa]).map(({ label }) => label)).toEqual(['Jan Kowalski', 'Ewa Lis']);
  });
  it('tells people without an address apart by their names', () => {
    const both = [
      { ...jan, email: '' },
      { ...ewa, email: '' },
    ];
    expect(plain(peopleWords(both))).toBe('2 osoby');
  });
});

it('says how much of the plan is used, also when sizes are not known', () => {
  const plan = { used: 3, most: 10, bytes: 1_200_000_000, mostBytes: 5_000_000_000 };
  expect(plain(planWords('Bazy', plan))).toBe('Bazy: 3 z 10. Zajęte miejsce: 1,2 GB z 5 GB.');
  expect(plain(planWords('Bazy', { ...plan, bytes: null }))).toBe('Bazy: 3 z 10. Zajęte miejsce: teraz nieznane.');
});
