import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { waitFor } from '../support/stage/index.ts';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anAcceptedGrant, anInvitation, STRONG_PASSWORD } from './kit/setting.ts';
import { button, comeBack, dialog, markPage, state, wasReloaded, wordsIn } from './story/teller.ts';

const scene = useScene();
const agent = () => {
  if (!scene.stage.agent) throw new Error('These tests need an agent');
  return scene.stage.agent;
};
const isOnline = (online: 0 | 1) =>
  waitFor('the edge to notice', async () => {
    const row = await scene.stage.edge.db
      .prepare('SELECT online FROM host WHERE id = ?')
      .bind(DEMO_IDS.host)
      .first<{ online: number }>();
    return row?.online === online;
  });

test('while the server is away everyone sees that it waits, and it heals by itself', async () => {
  const taken = await anAcceptedGrant(scene.stage.edge, { name: 'Do Odebrania' });
  const waiting = await anInvitation(scene.stage.edge, { name: 'Czeka Serwer' });
  await agent().stop();
  await isOnline(0);

  const grantee = await scene.visitor({ size: 'phone' });
  await grantee.page.goto(waiting.link);
  await grantee.page.getByLabel('Twoje hasło').fill(STRONG_PASSWORD);
  await button(grantee.page, 'Ustaw hasło i przyjmij dostęp').tap();
  await grantee.page.getByText('Serwer teraz nie odpowiada. Twoje hasło jest przyjęte').waitFor();
  await expectGoodAtBothSizes(grantee.page, 'invitation, server away');

  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', `/panel/dostep/?id=${waiting.grantId}`);
  await page.getByText('nie odpowiada').first().waitFor();
  expect(await wordsIn(state(page))).toBe('w toku');
  await expectGoodAtBothSizes(page, 'access, server away');

  const other = await owner.context.newPage();
  await other.goto(`/panel/dostep/?id=${taken.grantId}`);
  await button(other, 'Odbierz dostęp').click();
  await button(dialog(other), 'Odbierz teraz').click();
  await other.getByText('Odbieranie jest zapisane').waitFor();
  await expectGoodAtBothSizes(other, 'access, taking back, server away');

  owner.troubles.expect('503 /services/demo-zielnik-www/directories', '503 /services/demo-zielnik-test/directories');
  const form = await owner.context.newPage();
  await form.goto('/panel/nadaj/');
  await form.getByRole('radio', { name: 'zielnik.example' }).check();
  await form.getByText('Nie możemy pokazać jego katalogów').waitFor();
  await expectGoodAtBothSizes(form, 'give, server away');
  const list = await owner.context.newPage();
  await list.goto('/panel/');
  await list.getByText('Serwer nie odpowiada').first().waitFor();
  await expectGoodAtBothSizes(list, 'list, server away');

  for (const open of [grantee.page, page, other, list]) await markPage(open);
  await agent().restart();
  await isOnline(1);
  await state(page).filter({ hasText: 'działa' }).waitFor();
  await grantee.page.getByText('Gotowe. Dostęp działa').waitFor();
  await state(other).filter({ hasText: 'zakończony' }).waitFor();
  await comeBack(list);
  await list.getByText('Serwer nie odpowiada').waitFor({ state: 'detached' });
  for (const open of [grantee.page, page, other, list]) expect(await wasReloaded(open)).toBe(false);
});
