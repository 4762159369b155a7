import { expect, test } from 'vitest';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { DEMO_PASSWORD, enterAs, PEOPLE } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { linkAfter } from './kit/setting.ts';
import { begin, CESSION, tellOfCession } from './story/cession.ts';
import { button, byPointer, comeBack, dialog, newTeller } from './story/teller.ts';

const scene = useScene({ hosting: false });

test('the block is set at once and lifted a day later, and nothing can be begun meanwhile', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', CESSION);
  await button(page, 'Zablokuj cesję').click();
  await button(dialog(page), 'Zablokuj teraz').click();
  await page.getByText('Teraz się nie da, bo cesja jest zablokowana').waitFor();
  await expectGoodAtBothSizes(page, 'cession blocked');
  await button(page, 'Zdejmij blokadę').click();
  await button(dialog(page), 'Zdejmij blokadę').click();
  await page.getByText('Blokada przestanie działać:').waitFor();
  expect(await button(page, 'Rozpocznij cesję').count(), 'still blocked for a day').toBe(0);
  await scene.stage.edge.db.prepare('UPDATE account SET cession_blocked = 0, cession_unblock_at = NULL').run();
});

test('a domain goes to another client, who signs in with the address that was written to, and it is called off', async () => {
  const teller = await newTeller(scene, { size: 'desk', hands: byPointer, axe: true });
  await enterAs(teller.visitor, 'ownerA', CESSION);
  await begin(teller, { kind: 'Jedną domenę', typed: 'sklep-zielnik.example', name: 'Marek Maj', email: PEOPLE.ownerB.email });
  const other = await scene.visitor({ size: 'phone' });
  await other.page.goto(await linkAfter(scene.stage.edge, PEOPLE.ownerB.email));
  await other.page.getByLabel('Adres e-mail').fill(PEOPLE.ownerB.email);
  await other.page.getByLabel('Hasło').fill(DEMO_PASSWORD);
  await button(other.page, 'Zaloguj się').tap();
  await other.page.getByText(`Podpisujesz jako: ${PEOPLE.ownerB.email}`).waitFor();
  await expectGoodAtBothSizes(other.page, 'cession of a domain offered');
  await button(teller.page, 'Odwołaj cesję').click();
  await button(dialog(teller.page), 'Odwołaj teraz').click();
  await teller.page.getByRole('heading', { name: 'Cesja nie doszła do skutku' }).waitFor();
  await expectGoodAtBothSizes(teller.page, 'cession called off');
  other.troubles.expect('410 /cessions/lookup');
  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Ta cesja została odwołana' }).waitFor();
});

test('whoever it is offered to may say no', async () => {
  const teller = await newTeller(scene, { size: 'phone', hands: byPointer, axe: false });
  await enterAs(teller.visitor, 'ownerA', CESSION);
  await begin(teller, { kind: 'Całe konto', typed: '100100', name: 'Ola Nie', email: 'ola@nie.example' });
  const other = await scene.visitor({ size: 'phone' });
  await other.page.goto(await linkAfter(scene.stage.edge, 'ola@nie.example'));
  await button(other.page, 'Nie przejmuję').tap();
  await button(dialog(other.page), 'Odmów teraz').tap();
  await other.page.getByRole('heading', { name: 'Odmowa zapisana' }).waitFor();
  await comeBack(teller.page);
  await teller.page.getByText('Druga strona odmówiła').waitFor();
});

test('an administrator is told that this is the owner’s alone; no page scrolls sideways on a narrow phone', async () => {
  const administrator = await scene.visitor({ size: 'phone', width: 320 });
  administrator.troubles.expect('403 /cessions');
  const page = await enterAs(administrator, 'administratorA', CESSION);
  await page.getByRole('heading', { name: 'Cesję prowadzi właściciel konta' }).waitFor();
  await expectNoSidewaysScroll(page, 'cession, not for an administrator');
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  await enterAs(owner, 'ownerC', CESSION);
  await owner.page.getByRole('heading', { name: 'Cesja to nie dostęp' }).waitFor();
  await expectNoSidewaysScroll(owner.page, 'cession, empty');
});

test('an account passes on between two phones, by touch', async () => {
  await tellOfCession(scene, { size: 'phone', hands: byPointer, axe: true });
});
