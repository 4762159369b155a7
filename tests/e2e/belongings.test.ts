import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anAcceptedGrant, OFFICE_MAILBOX, SHOP_DATABASE } from './kit/setting.ts';
import { DATABASES, MAILBOXES, tellOfDatabase, tellOfMailbox } from './story/lives.ts';
import { byKeyboard, byPointer, wordsIn } from './story/teller.ts';

const scene = useScene();

test('a database on a phone, by touch', async () => {
  await tellOfDatabase(scene, { size: 'phone', hands: byPointer, axe: true }, 'sezon', 'Ola Dotyk');
});

test('a database at a desk, with the keyboard only', async () => {
  await tellOfDatabase(scene, { size: 'desk', hands: byKeyboard, axe: true }, 'rozsada', 'Iga Tab');
});

test('a mailbox on a phone, by touch', async () => {
  await tellOfMailbox(scene, { size: 'phone', hands: byPointer, axe: true }, 'sezon', 'Ula Palec');
});

test('a mailbox at a desk, by mouse', async () => {
  await tellOfMailbox(scene, { size: 'desk', hands: byPointer, axe: true }, 'rozsada', 'Jan Mysz');
});

test('a user of the account, and everybody of another one, see nothing of it', async () => {
  const user = await scene.visitor();
  user.troubles.expect('403 /grants', '403 /access-overview', '403 /services');
  await enterAs(user, 'inBoth', '/panel/');
  const account = user.page.locator('.account-switch select');
  const warsztat = await account.locator('option', { hasText: 'Warsztat Maj' }).getAttribute('value');
  if ((await account.inputValue()) !== warsztat)
    await Promise.all([user.page.waitForEvent('load'), account.selectOption(warsztat)]);
  for (const path of ['/panel/bazy/', '/panel/skrzynki/']) {
    await user.page.goto(path);
    await user.page.getByText('Twoja rola na tym koncie na to nie pozwala').waitFor();
    expect(await user.page.locator('.asset').count()).toBe(0);
  }
  const stranger = await scene.visitor();
  for (const path of [DATABASES, MAILBOXES]) {
    await enterAs(stranger, 'ownerB', path);
    await stranger.page.getByText('Usługi z tego adresu nie ma na wybranym koncie').waitFor();
    expect(await wordsIn(stranger.page.locator('main'))).not.toContain('zielnik');
    await expectGoodAtBothSizes(stranger.page, `${path}, another account`);
  }
});

test('no page about them scrolls sideways on a narrow phone', async () => {
  const { edge } = scene.stage;
  const [database, mailbox] = [
    await anAcceptedGrant(edge, { spec: SHOP_DATABASE }),
    await anAcceptedGrant(edge, { spec: OFFICE_MAILBOX }),
  ];
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  await enterAs(owner, 'ownerA', '/panel/');
  const access = [database, mailbox].flatMap(({ grantId, link }) => [`/panel/dostep/?id=${grantId}`, link]);
  const give = ['baza-danych', 'skrzynka'].map(
    (kind) => `/panel/nadaj/?rodzaj=${kind}&prawo=odczyt&dni=7&usluga=${DEMO_IDS.serviceA}`,
  );
  for (const path of [DATABASES, MAILBOXES, ...give, ...access]) {
    await owner.page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(owner.page, path);
  }
});

test('without JavaScript each page says what to do', async () => {
  const { page } = await scene.visitor({ javaScript: false });
  for (const path of [
    '/panel/bazy/',
    '/panel/skrzynki/',
    '/panel/nadaj/?rodzaj=baza-danych&prawo=odczyt&dni=7',
    '/zaproszenie/',
  ]) {
    await page.goto(path);
    const advice = page.locator('main noscript .notice');
    await advice.waitFor();
    expect(await wordsIn(advice)).toContain('Włącz go w przeglądarce i odśwież stronę');
  }
});
