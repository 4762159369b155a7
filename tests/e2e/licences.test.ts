import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { aPanelUser, aSeat } from './kit/members.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { STRONG_PASSWORD } from './kit/setting.ts';
import { asset } from './story/assets.ts';
import { tellOfLicence } from './story/licences.ts';
import { LICENCES, tagOf } from './story/people.ts';
import { button, byKeyboard, byPointer } from './story/teller.ts';

const scene = useScene({ hosting: false });
const OFFICE = `${LICENCES}?usluga=${DEMO_IDS.officeA}`;

test('a licence on a phone, by touch: assigned, widened, moved and withdrawn', async () => {
  await tellOfLicence(
    scene,
    { size: 'phone', hands: byPointer, axe: true },
    { name: 'Ola Dotyk', email: 'ola@zielnik.example' },
    { name: 'Ula Palec', email: 'ula@zielnik.example' },
  );
});

test('a licence at a desk, with the keyboard only', async () => {
  await tellOfLicence(
    scene,
    { size: 'desk', hands: byKeyboard, axe: true },
    { name: 'Iga Tab', email: 'iga@zielnik.example' },
    { name: 'Ida Enter', email: 'ida@zielnik.example' },
  );
});

test('a vendor that is away leaves a licence visibly waiting, with its reason', async () => {
  await aSeat(scene.stage.edge, DEMO_IDS.officeA, { name: 'Czeka Na Chmurę', email: 'czeka@zielnik.example', role: 'user' });
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', OFFICE);
  await tagOf(page, 'czeka@zielnik.example').getByText('Zmiana jest zapisana i nie zginie').waitFor({ timeout: 25_000 });
  await expectGoodAtBothSizes(page, 'licence, vendor away');
  await tagOf(page, 'czeka@zielnik.example').getByRole('link', { name: 'Szczegóły i historia' }).tap();
  await page.getByText('Dostawca tej usługi teraz nie odpowiada').waitFor();
  await expectGoodAtBothSizes(page, 'access of a licence, vendor away');
});

test('when all are taken the page says so, and what can be done', async () => {
  const taken = ['a', 'b', 'c'].map((name) => ({ name, email: `${name}@pelno.example`, role: 'user' as const }));
  for (const one of taken) await aSeat(scene.stage.edge, DEMO_IDS.officeA, one).catch(() => undefined);
  const page = await enterAs(await scene.visitor(), 'ownerA', OFFICE);
  await page.getByText('Wszystkie kupione licencje są przydzielone').waitFor();
  expect(await button(page, 'Przydziel licencję').count()).toBe(0);
});

test('whoever looks after one service sees and manages that one, and nothing else', async () => {
  const { edge } = scene.stage;
  const keeper = { name: 'Oda Opiekunka', email: 'oda@zielnik.example' };
  await aPanelUser(edge, { ...keeper, role: 'user' });
  await aSeat(edge, DEMO_IDS.antivirusA, { ...keeper, role: 'administrator' });
  const visitor = await scene.visitor({ size: 'phone' });
  const { page } = visitor;
  await page.goto('/logowanie/');
  await page.getByLabel('Adres e-mail').fill(keeper.email);
  await page.getByLabel('Hasło').fill(STRONG_PASSWORD);
  await button(page, 'Zaloguj się').tap();
  await page.waitForURL(`**${LICENCES}`);
  await asset(page, 'Antywirus').getByText('Twoja licencja: do pracy i z opieką').waitFor();
  expect(await page.locator('.asset').count()).toBe(1);
  await expectGoodAtBothSizes(page, 'licences of whoever looks after one');
  await page.getByRole('link', { name: 'Kto ma licencję' }).tap();
  await tagOf(page, keeper.email).waitFor();
  expect(await page.getByRole('link', { name: 'Szczegóły i historia' }).count(), 'the page of one access is for managers').toBe(
    0,
  );
  visitor.troubles.expect('404 /licences/demo-zielnik-office/seats');
  await page.goto(OFFICE);
  await page.getByText('Nie ma tu takiej pozycji').waitFor();
});

test('an account without licences says why there is nothing to assign', async () => {
  const page = await enterAs(await scene.visitor({ size: 'phone' }), 'ownerC', LICENCES);
  await page.getByRole('heading', { name: 'Na tym koncie nie ma usług z licencjami' }).waitFor();
  await expectGoodAtBothSizes(page, 'no licences');
});

test('no page about licences scrolls sideways on a narrow phone', async () => {
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  await enterAs(owner, 'ownerA', LICENCES);
  for (const path of [LICENCES, OFFICE, `${LICENCES}?usluga=${DEMO_IDS.antivirusA}`]) {
    await owner.page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(owner.page, path);
  }
});
