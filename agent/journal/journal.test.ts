import { describe, expect, it } from 'vitest';
import type { DesiredItem } from '../../contract/index.ts';
import { Journal, type Step } from './index.ts';

const item = (gen: number): DesiredItem => ({
  kind: 'ftp',
  principal: 'kl-jan',
  gen,
  state: {
    tree: 'sklep',
    directory: '/',
    access: 'read',
    notAfter: null,
    password: { hash: '$7$tajne', print: 'a'.repeat(64) },
    keys: [],
  },
});
const jan = { kind: 'ftp', principal: 'kl-jan' } as const;

describe('the journal', () => {
  it('says each step once it is durable', () => {
    const steps: Step[] = [];
    const journal = new Journal(':memory:', (step) => steps.push(step));
    journal.begin(item(1), false);
    journal.advance(item(1), 'applied');
    journal.advance(item(1), 'read-back');
    journal.finish(item(1));
    journal.told(item(1));
    expect(steps).toEqual(['intent', 'applied', 'read-back', 'done', 'acked']);
    expect(journal.open()).toEqual([]);
  });

  it('keeps the hash until the change is finished, and no longer', () => {
    const journal = new Journal(':memory:');
    journal.begin(item(1), false);
    expect(journal.open()).toEqual([item(1)]);
    journal.finish(item(1));
    expect(JSON.stringify(journal.read(jan))).not.toContain('tajne');
  });

  it('never lets the applied gen fall', () => {
    const journal = new Journal(':memory:');
    journal.begin(item(5), false);
    journal.finish(item(5));
    journal.begin(item(3), false);
    journal.finish(item(3));
    expect(journal.read(jan)).toMatchObject({ applied: 5, item: { gen: 5 } });
    journal.begin(item(6), false);
    expect(journal.read(jan)).toMatchObject({ applied: 5, step: 'intent' });
  });

  it('passes the cut that a change owes on to the next one, until it is proven', () => {
    const journal = new Journal(':memory:');
    journal.begin(item(1), true);
    journal.begin(item(2), false);
    journal.finish(item(2));
    expect(journal.read(jan)?.cut).toBe(true);
    journal.cutProven(item(2));
    journal.begin(item(3), false);
    expect(journal.read(jan)?.cut).toBe(false);
  });

  it('takes up again a change that the edge knows of, as long as it owes a second look', () => {
    const journal = new Journal(':memory:');
    journal.begin(item(1), true);
    journal.finish(item(1));
    journal.told(item(1));
    expect(journal.open()).toHaveLength(1);
    journal.cutProven(item(1));
    expect(journal.open()).toEqual([]);
  });

  it('does not take up again what was refused, until it is begun anew', () => {
    const journal = new Journal(':memory:');
    journal.begin(item(1), false);
    journal.refuse(item(1), 'directory-missing');
    expect(journal.open()).toEqual([]);
    journal.begin(item(1), false);
    expect(journal.open()).toEqual([item(1)]);
  });
});
