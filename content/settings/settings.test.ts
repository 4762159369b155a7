import { describe, expect, it } from 'vitest';
import { SETTINGS, type SettingName } from '../../contract/index.ts';
import { askedFields, isSettingName, judge, SETTING, type SettingAnswers, stepsFor, tidyAnswers } from './index.ts';
import { settingWords } from './schema.ts';

const GOOD: Record<SettingName, SettingAnswers[]> = {
  'php-version': [{ version: '8.3' }, { version: '8.4', site: 'sklep.example', checks: 'koszyk\n\n formularz ' }],
  'php-memory': [{ memory: '256' }, { memory: '512', upload: '64', time: '120' }],
  cron: [
    { action: 'add', command: 'php /cron.php', rhythm: 'daily', time: '03:30' },
    { action: 'change', which: 'cron.php', command: 'php /nowe.php', rhythm: 'other', expression: '*/5 3 * * 1-5' },
    { action: 'remove', which: 'cron.php' },
  ],
  redirect: [{ from: 'sklep.example/stary', to: 'https://sklep.example/nowy', kind: 'temporary', reach: 'one' }],
  ssl: [
    { action: 'enable', domains: 'sklep.example\nwww.sklep.example' },
    { action: 'renew', domains: 'sklep.example' },
    { action: 'upload', domains: '*.sklep.example', files: 'panel sprzedawcy' },
    { action: 'force', domains: 'sklep.example' },
  ],
  'error-log': [{ action: 'look', period: 'dziś od 14:00', phrase: 'Fatal error' }, { action: 'enable' }, { action: 'disable' }],
};
const CASES = SETTINGS.flatMap((name) => GOOD[name].map((answers) => [name, answers] as const));

describe.each(SETTINGS)('the setting %s', (name) => {
  const { steps: _, ...words } = SETTING[name];

  it('is whole, and its fields are told apart', () => {
    expect(settingWords.safeParse(words).error).toBeUndefined();
    expect(new Set(words.fields.map(({ id }) => id)).size).toBe(words.fields.length);
  });

  it('asks only about answers that another field before it can have', () => {
    for (const [at, { onlyIf }] of words.fields.entries()) {
      if (!onlyIf) continue;
      const before = words.fields.slice(0, at).find(({ id }) => id === onlyIf.field);
      expect(before?.options.map(({ value }) => value)).toEqual(expect.arrayContaining(onlyIf.is));
    }
  });

  it('has patterns that a browser takes', () => {
    for (const { pattern } of words.fields) if (pattern) expect(() => new RegExp(pattern, 'v')).not.toThrow();
  });

  it('speaks without words that keep people at a distance', () =>
    expect(JSON.stringify(words).match(/\bnależy\b|\bproszę\b|Ups!|ł[ea]ś(?!\p{L})/gu)).toBeNull());

  it('refuses an empty form and a field that it does not have', () => {
    expect(Object.values(judge(name, {}))).toContain('required');
    expect(judge(name, { ...GOOD[name][0], obcy: 'x' })).toEqual({ obcy: 'unknown-field' });
  });
});

describe.each(CASES)('%s with %j', (name, answers) => {
  it('is taken, also once more as it is kept', () => {
    expect(judge(name, answers)).toEqual({});
    const kept = tidyAnswers(name, answers);
    expect(judge(name, kept)).toEqual({});
    expect(tidyAnswers(name, kept)).toEqual(kept);
  });

  it('becomes steps, each whole, told apart by ids that the place does not change', () => {
    const steps = stepsFor(name, tidyAnswers(name, answers));
    const ids = steps.map(({ id }) => id);
    expect(steps.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, text } of steps) {
      expect(id.length).toBeLessThanOrEqual(40);
      expect(text).toMatch(/^\p{Lu}/u);
      expect(text).not.toMatch(/undefined|: \.| \./);
    }
    const placed = stepsFor(name, tidyAnswers(name, answers), 'Serwer › PHP');
    expect(placed.map(({ id }) => id)).toEqual(ids);
    expect(placed[0]?.text).toBe('Otwórz w Panelu klienta: Serwer › PHP.');
  });

  it('says in its steps all that was filled in', () => {
    const said = JSON.stringify(stepsFor(name, tidyAnswers(name, answers)));
    const typed = SETTING[name].fields
      .filter(({ type }) => type !== 'choice')
      .flatMap(({ id }) => (answers[id] ?? '').split('\n'));
    for (const part of typed) expect(said).toContain(part.trim());
  });
});

describe('an answer', () => {
  it.each<[SettingName, SettingAnswers, Record<string, string>]>([
    ['php-version', { version: 'najnowsza' }, { version: 'invalid-input' }],
    ['php-version', { version: '8.3\n8.4' }, { version: 'invalid-input' }],
    ['php-version', { version: '8.3', site: 'x'.repeat(301) }, { site: 'too-long' }],
    ['php-version', { version: '8.3', checks: 'x\n'.repeat(21) }, { checks: 'too-long' }],
    ['php-memory', { memory: '256M' }, { memory: 'invalid-input' }],
    ['php-memory', { memory: '7' }, { memory: 'invalid-input' }],
    ['php-memory', { memory: '65537' }, { memory: 'invalid-input' }],
    ['cron', { action: 'add', command: 'x', rhythm: 'daily', time: '25:00' }, { time: 'invalid-input' }],
    ['cron', { action: 'add', command: 'x', rhythm: 'other', expression: '* * *' }, { expression: 'invalid-input' }],
    ['cron', { action: 'explode' }, { action: 'invalid-input' }],
    ['redirect', { ...GOOD.redirect[0], to: 'javascript:alert(1)' }, { to: 'invalid-input' }],
    ['ssl', { action: 'enable', domains: 'sklep.example\nnie domena' }, { domains: 'invalid-input' }],
    ['ssl', { action: 'upload', domains: 'sklep.example' }, { files: 'required' }],
  ])('of %s, %j, is refused at its field', (name, answers, faults) => expect(judge(name, answers)).toEqual(faults));

  it('to a question that is not asked any more is neither judged nor kept', () => {
    const answers = { action: 'remove', which: 'cron.php', rhythm: 'daily', time: 'nigdy', expression: '' };
    expect(askedFields('cron', answers).map(({ id }) => id)).toEqual(['action', 'which']);
    expect(judge('cron', answers)).toEqual({});
    expect(tidyAnswers('cron', answers)).toEqual({ action: 'remove', which: 'cron.php' });
  });
});

it('a setting is known by its name alone', () => {
  expect(isSettingName('cron')).toBe(true);
  expect(isSettingName('toString')).toBe(false);
  expect(isSettingName(null)).toBe(false);
});
