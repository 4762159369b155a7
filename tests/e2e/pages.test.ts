import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { pageAddress, shortestWayTo } from '../../content/wizard-engine/index.ts';
import { FLOWS } from '../../content/wizards/index.ts';
import { SETTINGS } from '../../contract/index.ts';
import { expectGoodAcross, expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anInvitation } from './kit/setting.ts';
import { state } from './story/teller.ts';

const scene = useScene({ hosting: false });

const WIZARD = FLOWS.flatMap((flow) => [
  `/kreator/${flow.id}/`,
  ...[...Object.keys(flow.routing.questions), ...Object.keys(flow.policy.outcomes)].map((page) =>
    pageAddress(flow.id, page, shortestWayTo(flow, page) ?? []),
  ),
]);
const GUIDES = readdirSync(new URL('../../content/guides/', import.meta.url)).map(
  (file) => `/poradniki/${basename(file, '.md')}/`,
);
const SETTING_PAGES = ['/ustawienia/', ...SETTINGS.map((setting) => `/ustawienia/${setting}/`)];
const SIGNED_OUT = ['/logowanie/', '/zaproszenie/', '/cesja/', '/zmiana/', '/napisz/'];
const OPEN = ['/', '/poradniki/', ...GUIDES, ...SETTING_PAGES, '/pomoc/', ...SIGNED_OUT, '/kreator/'];
const NARROW = 320;

/** Two browsers share the pages: axe keeps a whole core busy. */
test('every open page and every page of the wizard is good at both sizes', async () => {
  const pages = [...OPEN, ...WIZARD];
  const visit = async (share: readonly string[]) => {
    const { page } = await scene.visitor();
    for (const path of share) {
      await page.goto(path);
      await (OPEN.includes(path) ? expectGoodAtBothSizes : expectGoodAcross)(page, path);
    }
  };
  await Promise.all([0, 1].map((half) => visit(pages.filter((_, at) => at % 2 === half))));
}, 300_000);

test('an address that leads nowhere is answered with a way on', async () => {
  const { page, troubles } = await scene.visitor({ size: 'phone' });
  troubles.expect('404 /nie-ma/');
  await page.goto('/nie-ma/');
  await expectGoodAtBothSizes(page, '404');
  expect(await page.getByRole('link', { name: 'Wróć na początek' }).getAttribute('href')).toBe('/');
});

test('no page scrolls sideways on a narrow phone', async () => {
  const long = {
    name: 'Przedsiębiorstwo-Wielobranżowe-Źdźbło-i-Synowie-Spółka',
    email: `${'bardzo-dlugi.adres-'.repeat(3)}x@poczta.example.com`,
  };
  const { grantId, link } = await anInvitation(scene.stage.edge, {
    ...long,
    directory: `/${'dlugi_katalog_'.repeat(8)}/w/srodku`,
  });
  const owner = await scene.visitor({ size: 'phone', width: NARROW });
  for (const path of [...OPEN, ...WIZARD, link]) {
    await owner.page.goto(path);
    await expectNoSidewaysScroll(owner.page, path);
  }
  await enterAs(owner, 'ownerA', '/panel/');
  for (const path of ['/panel/', `/panel/dostep/?id=${grantId}`, '/panel/nadaj/', '/panel/historia/']) {
    await owner.page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(owner.page, path);
  }
});

test('no page of the staff scrolls sideways either', async () => {
  const { edge } = scene.stage;
  await anInvitation(edge);
  const support = await scene.visitor({ size: 'phone', width: NARROW });
  const page = await enterAs(support, 'support', '/bok/');
  await page.getByLabel('Numer klienta').fill('100100');
  await page.keyboard.press('Enter');
  await page.locator('td', { hasText: 'Studio Pędzel' }).first().waitFor();
  await expectNoSidewaysScroll(page, '/bok/');
  const operator = await scene.visitor({ size: 'phone', width: NARROW });
  await enterAs(operator, 'operator', '/bok/serwery/');
  await operator.page.getByRole('rowheader').first().waitFor();
  await expectNoSidewaysScroll(operator.page, '/bok/serwery/');
});

test('an access on paper is its tag, its life and what it opens, without buttons, black on white', async () => {
  const { grantId } = await anInvitation(scene.stage.edge, { name: 'Na Papierze' });
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', `/panel/dostep/?id=${grantId}`);
  await state(page).waitFor();
  await page.locator('.entries li').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, nav:visible, footer:visible').count()).toBe(0);
  for (const part of ['.tag', '.steps', '.entries']) expect(await page.locator(part).first().isVisible(), part).toBe(true);
  const colours = await page
    .locator('.tag-who')
    .evaluate((who) => [getComputedStyle(who).color, getComputedStyle(document.documentElement).backgroundColor]);
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
