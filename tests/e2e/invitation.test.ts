import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mustRun, sftpByKey } from '../support/hosting/index.ts';
import { readShown, signInOverFtps } from './kit/ftp.ts';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anAcceptedGrant, anInvitation, claim, STRONG_PASSWORD, stateOf } from './kit/setting.ts';
import { button, comeBack, dialog, radio, state } from './story/teller.ts';

const scene = useScene();
const hosting = () => {
  if (!scene.stage.hosting) throw new Error('These tests need a hosting server');
  return scene.stage.hosting;
};
const open = { heading: 'Wybierz, jak chcesz się logować' };

test('an invitation that a script-running browser opened twenty times can still be accepted', async () => {
  const { grantId, link } = await anInvitation(scene.stage.edge);
  for (let scanner = 0; scanner < 4; scanner += 1) {
    const { page } = await scene.visitor();
    for (let opened = 0; opened < 5; opened += 1) {
      await (opened < 3 ? page.goto(link) : page.reload());
      await page.getByRole('heading', { name: open.heading }).waitFor();
      await page.mouse.move(200, 300);
    }
  }
  expect(await stateOf(scene.stage.edge, grantId)).toBe('requested');
  const { page } = await scene.visitor({ size: 'phone' });
  await page.goto(link);
  await page.getByLabel('Twoje hasło').fill(STRONG_PASSWORD);
  await button(page, 'Ustaw hasło i przyjmij dostęp').tap();
  await page.getByText('Gotowe. Dostęp działa').waitFor();
});

test('every dead link says what it is and what to do', async () => {
  const { edge } = scene.stage;
  const used = await anAcceptedGrant(edge);
  await edge.db.prepare(`UPDATE grants SET state = 'ended', end_reason = 'revoked' WHERE id = ?`).bind(used.grantId).run();
  const [expired, declined] = [await anInvitation(edge), await anInvitation(edge)];
  await edge.db.prepare('UPDATE invitation SET expires_at = 1 WHERE grant_id = ?').bind(expired.grantId).run();
  await edge.db.prepare(`UPDATE invitation SET state = 'void' WHERE grant_id = ?`).bind(declined.grantId).run();
  const { page, troubles } = await scene.visitor({ size: 'phone' });
  troubles.expect('410 /invitations/lookup', '404 /invitations/lookup');
  for (const [link, words] of [
    [used.link, 'Ten dostęp już się skończył'],
    [expired.link, 'To zaproszenie wygasło'],
    [declined.link, 'To zaproszenie zostało wycofane'],
    [`/zaproszenie/#${'x'.repeat(43)}`, 'Ten link nie prowadzi do żadnego zaproszenia'],
  ] as const) {
    await page.goto('/pomoc/');
    await page.goto(link);
    await page.getByText(words).first().waitFor();
    await expectGoodAtBothSizes(page, words);
  }
});

test('who accepted already finds the data to connect again from the same link', async () => {
  const { link } = await anInvitation(scene.stage.edge);
  const slow = await scene.visitor();
  await slow.page.goto(link);
  await slow.page.getByLabel('Twoje hasło').fill(STRONG_PASSWORD);
  await claim(scene.stage.edge, link);
  slow.troubles.expect('410 /invitations/claim');
  await button(slow.page, 'Ustaw hasło i przyjmij dostęp').click();
  await slow.page.getByText('To zaproszenie zostało już przyjęte').waitFor();
  await slow.page.reload();
  await slow.page.getByText('Dane do połączenia').waitFor();
});

test('a key instead of a password: a private one is sent back, a public one opens SFTP', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'klucznik-key-'));
  try {
    const key = join(dir, 'id_ed25519');
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    const { page } = await scene.visitor();
    await page.goto((await anInvitation(scene.stage.edge)).link);
    await radio(page, 'Klucz publiczny SSH').check();
    await page.getByLabel('Klucz publiczny', { exact: true }).fill(readFileSync(key, 'utf8'));
    await button(page, 'Dodaj klucz i przyjmij dostęp').click();
    await page.getByText('To klucz prywatny').waitFor();
    await expectGoodAtBothSizes(page, 'invitation, private key');
    await page.getByLabel('Klucz publiczny', { exact: true }).fill(readFileSync(`${key}.pub`, 'utf8'));
    await button(page, 'Dodaj klucz i przyjmij dostęp').click();
    await page.getByText('Gotowe. Dostęp działa').waitFor();
    expect(await page.getByText('Port FTPS').count(), 'a key does not open FTPS').toBe(0);
    const user = (await page.locator('.copy', { hasText: 'Nazwa użytkownika' }).locator('.copy-value').textContent()) ?? '';
    expect((await sftpByKey(hosting(), user, key, 'ls')).stdout).toContain('wpis.html');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('declining takes one question, and the owner sees it', async () => {
  const { grantId, link } = await anInvitation(scene.stage.edge);
  const { page } = await scene.visitor({ size: 'phone' });
  await page.goto(link);
  await button(page, 'Nie chcę tego dostępu').tap();
  await expectGoodAtBothSizes(page, 'declining');
  await button(dialog(page), 'Odmów przyjęcia').tap();
  await page.getByText('Zrobione').waitFor();
  await comeBack(page);
  await expectGoodAtBothSizes(page, 'declined');
  const owner = await enterAs(await scene.visitor(), 'ownerA', `/panel/dostep/?id=${grantId}`);
  await state(owner).filter({ hasText: 'zakończony: nieprzyjęty' }).waitFor();
});

test('credentials that are shown once work, and are not there a second time', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', '/panel/nadaj/');
  await radio(page, 'zielnik.example').check();
  await radio(page, 'Cały serwer').check();
  await page.getByLabel('Imię i nazwisko albo firma').fill('Raz Pokazany');
  await radio(page, 'Pokaż mi dane raz').check();
  await button(page, 'Sprawdź przed nadaniem').tap();
  await button(page, 'Nadaj dostęp').tap();
  await page.getByRole('heading', { name: 'Zapisz hasło' }).waitFor();
  await state(page).filter({ hasText: 'działa' }).waitFor();
  const password = (await page.locator('.copy', { hasText: 'Hasło' }).locator('.copy-value').textContent()) ?? '';
  await expectGoodAtBothSizes(page, 'shown once');
  const list = await signInOverFtps(hosting(), await readShown(page), password);
  expect(list.stdout, list.stderr).toContain('public_html');
  await page.getByRole('link', { name: 'Hasło zapisane – przejdź do dostępu' }).tap();
  await state(page).filter({ hasText: 'działa' }).waitFor();
  expect(await page.content()).not.toContain(password);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(password);
});
