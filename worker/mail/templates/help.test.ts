import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../../../contract/index.ts';
import { database } from '../../db/index.ts';
import type { CaseSubject, SettingSubject } from '../help-store.ts';
import { compose } from '../message.ts';
import { caseAnsweredLetter } from './help.ts';
import { settingAnsweredLetter, settingRequestLetter } from './setting.ts';

const CASE: CaseSubject = {
  id: 'c1',
  number: 1042,
  kind: 'message',
  subject: 'Poczta <i>',
  state: 'waiting',
  text: 'Dzień dobry,\nsprawdzamy.\n\n<b>Chwila</b>',
  author: 'Kasia z BOK',
  attachments: 0,
};
const answered = (over: Partial<CaseSubject> = {}) =>
  compose(caseAnsweredLetter({ subject: { ...CASE, ...over }, recipient: 'anna@alfa.test', origin: 'https://pomoc.test' }));

describe('an answer by e-mail', () => {
  test('says what staff wrote, line by line, and runs none of it', async () => {
    const { subject, text, html } = await answered();
    expect(subject).toBe('S-1042: odpowiedź w sprawie „Poczta <i>”');
    expect(text).toContain('Dzień dobry,\n\nsprawdzamy.\n\n<b>Chwila</b>\n\nSprawa: S-1042');
    expect(text).toContain('https://pomoc.test/panel/pomoc/sprawa/?id=c1\n');
    expect(html).not.toMatch(/<b>|<i>/);
  });
  test('says that files wait in the Panel, and that a closed case can go on', async () => {
    const { text } = await answered({ attachments: 2, state: 'closed', kind: 'order' });
    expect(text).toContain('Zlecenie: S-1042');
    expect(text).toContain('Załączniki: 2, do pobrania');
    expect(text).toContain('Sprawa jest zamknięta.');
  });
});

const NOW = Date.UTC(2026, 6, 3);
const SETTING: SettingSubject = {
  id: 'r1',
  setting: 'cron',
  state: 'answered',
  sending: 2,
  expiresAt: NOW + 1,
  askedBy: 'Anna Nowak',
  helperName: 'Jan',
  note: '',
  accountName: 'Alfa',
  serviceName: 'Sklep',
};
const occasion = (over: Partial<SettingSubject>, sending = 2) => ({
  db: database(env.DB),
  subject: { ...SETTING, ...over },
  recipient: 'jan@it.test',
  sending,
  origin: 'https://pomoc.test',
  now: NOW,
});

describe('a question about a setting', () => {
  test.each([
    ['of an earlier sending', {}, 1],
    ['whose time is over', { expiresAt: NOW }, 2],
    ['that is no longer wanted', { state: 'dropped' }, 2],
    ['that is done', { state: 'done' }, 2],
  ] as const)('%s is not sent any more', async (_, over, sending) =>
    expect(await settingRequestLetter(occasion(over, sending))).toBeNull(),
  );
  test.each(SETTINGS)('about %s can be answered about', async (setting) => {
    const letter = settingAnsweredLetter(occasion({ setting })) ?? expect.fail('nothing to say');
    expect((await compose(letter)).text).toContain('nie dostała przy tym żadnego dostępu');
  });
  test('is not told of as answered once it is over', () => {
    for (const state of ['sent', 'done', 'dropped'] as const) expect(settingAnsweredLetter(occasion({ state }))).toBeNull();
  });
  test('is about a setting that exists', () =>
    expect(() => settingAnsweredLetter(occasion({ setting: 'toString' }))).toThrow('does not exist'));
});
