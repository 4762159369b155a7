import { expect, test } from 'vitest';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anInvitation, stateOf } from './kit/setting.ts';
import { button, dialog, state } from './story/teller.ts';

const scene = useScene({ hosting: false });

test('an empty account says what would be there and how it comes', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerC', '/panel/');
  await page.getByRole('heading', { name: 'Żaden dostęp nie jest teraz nadany' }).waitFor();
  await expectGoodAtBothSizes(page, 'empty list');
  await button(page, 'Zakończone').tap();
  await page.getByText('Żaden dostęp jeszcze się nie skończył').waitFor();
  await page.goto('/panel/nadaj/');
  await page.getByText('Na tym koncie nie ma jeszcze hostingu').waitFor();
  await expectGoodAtBothSizes(page, 'give, without a service');
  await page.goto('/panel/historia/');
  await page.getByText('Nic się jeszcze nie wydarzyło').waitFor();
  await expectGoodAtBothSizes(page, 'empty history');
});

test('an administrator takes back what the owner gave', async () => {
  const { grantId } = await anInvitation(scene.stage.edge, { name: 'Zaproszona' });
  const administrator = await scene.visitor();
  const page = await enterAs(administrator, 'administratorA', `/panel/dostep/?id=${grantId}`);
  await button(page, 'Wycofaj zaproszenie').click();
  await button(dialog(page), 'Wycofaj teraz').click();
  await state(page).filter({ hasText: 'zakończony: wycofany przed przyjęciem' }).waitFor();
  await page.locator('.entries', { hasText: 'Dostęp zakończony' }).waitFor();
  await expectGoodAtBothSizes(page, 'access, withdrawn');
});

test('who belongs to two accounts switches between them, and as a user is led to their licences and sees no one’s access', async () => {
  const both = await scene.visitor();
  const page = await enterAs(both, 'inBoth', '/panel/');
  both.troubles.expect('403 /grants', '403 /access-overview', '403 /services', '403 /audit');
  const choice = page.locator('.account-switch select');
  const switchTo = async (name: string) => {
    const account = await choice.locator('option', { hasText: name }).getAttribute('value');
    if ((await choice.inputValue()) !== account) await Promise.all([page.waitForEvent('load'), choice.selectOption(account)]);
  };
  const refused = page.getByText('Twoja rola na tym koncie na to nie pozwala');
  await switchTo('Zielnik');
  await page.getByRole('heading', { name: 'Kto ma dostęp', exact: true }).waitFor();
  await switchTo('Warsztat Maj');
  await page.getByText('Nie masz teraz żadnej licencji').waitFor();
  await page.goto('/panel/');
  await refused.waitFor();
  await expectGoodAtBothSizes(page, 'role too low');
  await page.goto('/panel/nadaj/');
  await refused.waitFor();
  await switchTo('Zielnik');
  await page.getByRole('heading', { name: 'Kto ma dostęp' }).waitFor();
  await refused.waitFor({ state: 'detached' });
});

test('another account’s access is as good as none', async () => {
  const { grantId } = await anInvitation(scene.stage.edge);
  const stranger = await scene.visitor({ size: 'phone' });
  stranger.troubles.expect('404 /grants/:id');
  const page = await enterAs(stranger, 'ownerB', `/panel/dostep/?id=${grantId}`);
  await page.getByText('Nie ma tu takiej pozycji').waitFor();
  await expectGoodAtBothSizes(page, 'access, not found');
});

test('support sees a customer’s access and can change nothing; the customer sees that', async () => {
  const { grantId } = await anInvitation(scene.stage.edge, { name: 'Oglądana Osoba' });
  const support = await scene.visitor({ size: 'phone' });
  const page = await enterAs(support, 'support', '/bok/');
  await page.locator('#clientNumber:focus').waitFor();
  await page.keyboard.type('100100');
  await page.keyboard.press('Enter');
  await page.locator('td', { hasText: 'Oglądana Osoba' }).waitFor();
  expect(await page.locator('main').getByRole('button').allInnerTexts()).toEqual(['Znajdź klienta']);
  await expectGoodAtBothSizes(page, 'customer');
  support.troubles.expect('403 /grants/:id/revocation', '404 /grants/:id/revocation');
  const status = await page.evaluate(async (id) => {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return (await fetch(`/api/v1/grants/${id}/revocation`, { method: 'POST', headers })).status;
  }, grantId);
  expect([status, await stateOf(scene.stage.edge, grantId)]).toEqual([403, 'requested']);
  const owner = await enterAs(await scene.visitor(), 'ownerA', '/panel/historia/');
  await owner.getByText('Pracownik obsługi otworzył podgląd tego konta').first().waitFor();
});

test('support is told when there is no such customer, and where it may not go', async () => {
  const support = await scene.visitor({ size: 'phone' });
  support.troubles.expect('404 /staff/customers', '403 /grants', '403 /access-overview', '403 /services', '403 /staff/hosts');
  const page = await enterAs(support, 'support', '/bok/');
  await page.getByLabel('Numer klienta').fill('999999');
  await button(page, 'Znajdź klienta').tap();
  await page.getByText('Nie ma klienta o numerze 999999').waitFor();
  await expectGoodAtBothSizes(page, 'no such customer');
  await page.goto('/panel/');
  await page.getByRole('alert').waitFor();
  await page.goto('/bok/serwery/');
  await page.getByRole('alert').waitFor();
  await expectGoodAtBothSizes(page, 'not for support');
});

test('the operator adds a server and gets its code once', async () => {
  const operator = await scene.visitor({ size: 'phone' });
  const page = await enterAs(operator, 'operator', '/bok/serwery/');
  await page.getByRole('rowheader', { name: 'serwer-demo.example' }).waitFor();
  await page.getByLabel('Nazwa serwera').fill('Ślimak 2');
  await button(page, 'Dodaj serwer i pokaż kod').tap();
  await page.locator('.field-error').waitFor();
  await page.getByLabel('Nazwa serwera').fill(' S2.Example ');
  await button(page, 'Dodaj serwer i pokaż kod').tap();
  await page.getByRole('heading', { name: 'Kod przyłączenia: s2.example' }).waitFor();
  await expectGoodAtBothSizes(page, 'enrolment code');
  await page.getByRole('rowheader', { name: 's2.example' }).waitFor();
  await button(page, 'Kod zapisany – ukryj').tap();
  await page.getByRole('row', { name: 's2.example' }).getByText('czeka na przyłączenie').waitFor();
  await expectGoodAtBothSizes(page, 'servers');
});
