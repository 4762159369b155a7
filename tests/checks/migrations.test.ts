import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationNames } from '../support/stage/migrate-d1.ts';
import { migrationFaults } from './migrations.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../migrations', name), 'utf8');

test.each(migrationNames())('%s loses no data without a word', (name) => {
  expect(migrationFaults(read(name))).toEqual([]);
});

test.each([
  ['CREATE TABLE `__new_grants` (`id` text)'],
  ['id text REFERENCES account(id) ON DELETE cascade'],
  ['DROP TABLE `grants`;'],
])('%s is noticed', (sql) => {
  expect(migrationFaults(sql)).toHaveLength(1);
});

test('migrations are numbered without a gap, as the journal lists them', () => {
  const journal = JSON.parse(read('meta/_journal.json')) as { entries: { tag: string }[] };
  expect(migrationNames()).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
  expect(migrationNames().map((name) => Number(name.slice(0, 4)))).toEqual(migrationNames().map((_, index) => index));
});
