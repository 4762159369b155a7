import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { aDelegation } from './kit/members.ts';
import { enterAs, PEOPLE } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { linkAfter, newestMessage } from './kit/setting.ts';
import { asset } from './story/assets.ts';
import { begin, CESSION, confirm, giveData, signInAs, tellOfCession } from './story/cession.ts';
import { changeRecords, DOMAINS, row, zonePage } from './story/domains.ts';
import { button, byKeyboard, byPointer, comeBack, dialog, newTeller } from './story/teller.ts';

const scene = useScene({ hosting: false });
const SHOP = { id: DEMO_IDS.domainA2, name: 'sklep-zielnik.example' };
const TO_MAREK = { kind: 'Jedną domenę', typed: SHOP.name, name: 'Marek Maj', email: PEOPLE.ownerB.email };

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
  await begin(teller, TO_MAREK);
  const other = await newTeller(scene, { size: 'phone', hands: byPointer, axe: false });
  await other.page.goto(await linkAfter(scene.stage.edge, PEOPLE.ownerB.email));
  await signInAs(other, PEOPLE.ownerB);
  await expectGoodAtBothSizes(other.page, 'cession of a domain offered');
  await button(teller.page, 'Odwołaj cesję').click();
  await button(dialog(teller.page), 'Odwołaj teraz').click();
  await teller.page.getByRole('heading', { name: 'Cesja nie doszła do skutku' }).waitFor();
  await expectGoodAtBothSizes(teller.page, 'cession called off');
  other.visitor.troubles.expect('410 /cessions/lookup');
  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Ta cesja została odwołana' }).waitFor();
});

test('a domain goes to another client for good: who managed it does no longer, and its records are the new owner’s', async () => {
  const { edge } = scene.stage;
  const before = await newestMessage(edge, PEOPLE.ownerB.email);
  const giver = await newTeller(scene, { size: 'desk', hands: byPointer, axe: true });
  await changeRecords(edge, SHOP, { add: [{ name: 'www', type: 'A', ttl: 300, data: '192.0.2.7' }] });
  await aDelegation(edge, SHOP.id, 'ownerC', '100300');
  await enterAs(giver.visitor, 'ownerA', CESSION);
  await begin(giver, TO_MAREK);
  const taker = await newTeller(scene, { size: 'phone', hands: byPointer, axe: true });
  await taker.page.goto(await linkAfter(edge, PEOPLE.ownerB.email, before));
  await signInAs(taker, PEOPLE.ownerB);
  await giveData(taker, { isNew: false });
  await comeBack(giver.page);
  await button(giver.page, 'Wszystko się kończy').click();
  await button(dialog(giver.page), 'Zakończ wszystkie').click();
  await giver.page.getByText('Każda pozycja ma decyzję').waitFor();
  await confirm(giver, 'first');
  await giver.page.getByText('Twoje potwierdzenie już mamy').waitFor();
  await comeBack(taker.page);
  await confirm(taker, 'last');
  await taker.page.getByRole('heading', { name: 'Ta domena jest teraz Twoja' }).waitFor();
  await taker.look('cession of a domain, welcome');
  await taker.page.getByRole('link', { name: 'Przejdź do domen' }).tap();
  await asset(taker.page, SHOP.name)
    .getByRole('link', { name: /Rekordy DNS/ })
    .tap();
  await row(taker.page, `www.${SHOP.name}`, '192.0.2.7').waitFor();
  expect(await taker.page.getByText('To domena innego klienta').count()).toBe(0);
  await comeBack(giver.page);
  await giver.page.getByRole('heading', { name: 'Ta domena nie jest już Twoja' }).waitFor();
  await giver.look('cession of a domain, farewell');
  giver.visitor.troubles.expect(`404 /domains/${SHOP.id}/zone`);
  await giver.page.goto(zonePage(SHOP));
  await giver.page.getByText('Nie ma tu takiej pozycji').waitFor();
  const manager = await enterAs(await scene.visitor(), 'ownerC', DOMAINS);
  await manager.getByRole('heading', { name: 'Na tym koncie nie ma jeszcze domeny' }).waitFor();
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

test('an account passes on at a desk, with the keyboard only', async () => {
  const to = { name: 'Iga Tab', email: 'iga@klawisz.example' };
  await tellOfCession(
    scene,
    { size: 'desk', hands: byKeyboard, axe: true },
    { from: 'ownerB', account: 'Warsztat Maj', number: '100200', to },
  );
});

test('an account passes on between two phones, by touch', async () => {
  const to = { name: 'Tomasz Nowy', email: 'tomasz@nowa.example' };
  await tellOfCession(
    scene,
    { size: 'phone', hands: byPointer, axe: true },
    { from: 'ownerA', account: 'Zielnik', number: '100100', to },
  );
});
