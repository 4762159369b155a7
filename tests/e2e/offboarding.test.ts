import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { DEMO_PASSWORD, PEOPLE } from '../../demo/people.ts';
import { FAULT_KINDS } from '../faults/kit/kinds/index.ts';
import { signsInToMailbox } from '../support/programs/index.ts';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anInvitation, mailServer, OFFICE_MAILBOX } from './kit/setting.ts';
import { actOn } from './story/assets.ts';
import { isInPanel, type Leaver, letIntoEverything, type Programs } from './story/leaver.ts';
import { button, byPointer, dialog, markPage, newTeller, type Telling, wasReloaded, wordsIn } from './story/teller.ts';

const scene = useScene({ clouds: true });
const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

const hosting = () => {
  if (!scene.stage.hosting) throw new Error('these tests need a hosting server');
  return scene.stage.hosting;
};
/** What is taken back on the page, by its name there. */
const AREAS = {
  panel: 'Panel klienta',
  domain: 'domena zielnik.example',
  database: 'baza danych zielnik_sklep',
  mailbox: `skrzynka ${OFFICE_MAILBOX.address}`,
  ftp: 'katalog /public_html/sklep',
  seat: 'licencja',
} as const;
type Area = keyof typeof AREAS;

const row = (page: Page, area: Area) =>
  page.locator('.row').filter({ has: page.getByRole('link', { name: AREAS[area], exact: true }) });
const proofOf = async (page: Page, area: Area) => {
  await row(page, area).locator('.state', { hasText: 'zakończony' }).waitFor({ timeout: 30_000 });
  return wordsIn(row(page, area).locator('.row-note'));
};
const AT = /: \d+ \p{L}+ \d{4}, godz\. \d\d:\d\d:\d\d\.$/u;
const PROOF: Record<Area, RegExp> = {
  panel: /^Wstęp zamknięty, także w otwartych oknach/,
  domain: /^Wstęp zamknięty, także w otwartych oknach/,
  database: /^Logowanie odrzucone i brak połączeń/,
  mailbox: /^Logowanie odrzucone i brak połączeń/,
  ftp: /^Logowanie odrzucone i brak połączeń/,
  seat: /^Licencja wyłączona u dostawcy/,
};

async function expectRefused(programs: Programs, kinds: readonly (keyof Programs)[]): Promise<void> {
  for (const kind of kinds) expect([kind, await programs[kind]()]).toEqual([kind, 'refused']);
}

/** Everything from one person in one act, while one service is down; then the service comes back. */
async function tellOfLeaving(telling: Telling, leaver: Leaver, down: 'database' | 'mailbox', newPassword: string): Promise<void> {
  const programs = await letIntoEverything(scene.stage, leaver);
  expect([await programs.ftp(), await programs.database(), await programs.mailbox()]).toEqual(['in', 'in', 'in']);
  expect(await isInPanel(scene.stage.edge, leaver.as)).toBe(true);
  const { name } = PEOPLE[leaver.as];
  const { visitor, page, hands, look } = await newTeller(scene, telling);
  await enterAs(visitor, 'ownerA', '/panel/');
  await hands.write(page.getByLabel('Szukaj'), name);
  await hands.press(page.locator('.person-head').getByRole('link', { name, exact: true }));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Obecnie: 5 dostępów').waitFor();
  await look('one person, everything');

  await FAULT_KINDS[down].stopDaemon(hosting());
  await hands.press(button(page, 'Odbierz wszystko'));
  // Whoever manages a domain is known by number alone: the owner says whether it is the same person.
  await hands.choose(dialog(page).getByLabel(`Klient nr ${leaver.clientNumber}`));
  const listed = await wordsIn(dialog(page));
  for (const area of Object.values(AREAS)) expect(listed).toContain(area);
  expect(listed).toContain('zakończy otwarte połączenia');
  expect(listed).toContain('Dostępy innych osób');
  await look('taking everything back, asked');
  await hands.press(button(dialog(page), 'Odbierz wszystko teraz'));
  await page.waitForURL('**/panel/odbieranie/?id=*');
  await markPage(page);

  const others = (Object.keys(AREAS) as Area[]).filter((area) => area !== down);
  for (const area of others) {
    expect(await proofOf(page, area)).toMatch(PROOF[area]);
    expect(await proofOf(page, area)).toMatch(AT);
  }
  expect(await page.title()).toBe(`Odbieranie dostępu: ${name} – Klucznik`);
  await page.locator('.notice', { hasText: 'Zakończone: 5 z 6. Czeka: 1.' }).waitFor();
  expect(await wordsIn(row(page, down))).toContain('Próbujemy dalej');
  expect(await wordsIn(row(page, down))).not.toContain('zakończony');
  await look('taking everything back, one service down');
  await expectRefused(
    programs,
    (['ftp', 'database', 'mailbox'] as const).filter((kind) => kind !== down),
  );
  expect(await isInPanel(scene.stage.edge, leaver.as)).toBe(false);
  const { users } = scene.stage.clouds?.graph.directory ?? { users: [] };
  expect(users.flatMap(({ assignedLicenses }) => assignedLicenses)).toEqual([]);

  stops.push(await FAULT_KINDS[down].startDaemon(hosting()));
  expect(await proofOf(page, down)).toMatch(PROOF[down]);
  await page.getByText('Wszystko odebrane').waitFor();
  expect(await wasReloaded(page)).toBe(false);
  await expectRefused(programs, ['ftp', 'database', 'mailbox']);
  await look('everything taken back');

  await hands.press(actOn(page, 'Zmień hasło', OFFICE_MAILBOX.address));
  await hands.write(dialog(page).getByLabel('Nowe hasło skrzynki'), newPassword);
  await hands.press(button(dialog(page), 'Zmień hasło'));
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.row', { hasText: 'Hasło skrzynki' }).getByText('zmienione').waitFor();
  await look('shared password changed');
  await page.reload();
  await page.locator('.row', { hasText: 'Hasło skrzynki' }).getByText('zmienione').waitFor();
  expect(await signsInToMailbox(mailServer(scene.stage), OFFICE_MAILBOX.address, DEMO_PASSWORD)).not.toBe('in');
}

test('everything is taken back on a phone while MariaDB is down: proved, shown, retried, finished', async () => {
  await tellOfLeaving(
    { size: 'phone', hands: byPointer, axe: true },
    { as: 'ownerC', clientNumber: '100300' },
    'database',
    'kogut-jezioro-zegar-48',
  );
});

test('everything is taken back at a desk while Dovecot is down', async () => {
  await tellOfLeaving(
    { size: 'desk', hands: byPointer, axe: true },
    { as: 'ownerB', clientNumber: '100200' },
    'mailbox',
    'kogut-jezioro-zegar-49',
  );
});

test('on paper it is what ended, when, and what is left to do, without buttons', async () => {
  const row = await scene.stage.edge.db.prepare('SELECT id FROM offboarding LIMIT 1').first<{ id: string }>();
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', `/panel/odbieranie/?id=${row?.id}`);
  await page.getByText('Wszystko odebrane').waitFor();
  await page.getByLabel('Klucze API').check();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, nav:visible, footer:visible').count()).toBe(0);
  // The domain went under its client's number, so its proof is on that client's own page.
  const areas = (Object.keys(AREAS) as Area[]).filter((area) => area !== 'domain');
  for (const area of areas) expect(await proofOf(page, area)).toMatch(AT);
  await page.emulateMedia({ media: 'screen' });
  await page.reload();
  await page.getByText('Wszystko odebrane').waitFor();
  expect(await page.getByLabel('Klucze API').isChecked(), 'what was ticked off stays so').toBe(true);
});

test('one’s own sign-in stays while all else of one’s own goes, and says why', async () => {
  const { name, email } = PEOPLE.ownerA;
  await anInvitation(scene.stage.edge, { name, email });
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', '/panel/');
  await page.getByLabel('Szukaj').fill(email);
  await page.getByRole('link', { name: /^Odbierz wszystko/ }).tap();
  await page.getByText('loguje się do Panelu jako właściciel').waitFor();
  await dialog(page).getByText('To Twoje własne logowanie').waitFor();
  await expectGoodAtBothSizes(page, 'taking everything back from oneself');
  await button(dialog(page), 'Odbierz wszystko teraz').tap();
  await page.getByText('Wszystko odebrane').waitFor();
  await page.getByText('Zostaje. To Twoje własne logowanie').waitFor();
  await page.goto('/panel/');
  await page.getByRole('heading', { name: 'Kto ma dostęp', exact: true }).waitFor();
});

test('whoever has nothing is said to have nothing', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  owner.troubles.expect('404 /people/:id', '404 /offboardings/:id', '404 /people/nie-ma', '404 /offboardings/nie-ma');
  const page = await enterAs(owner, 'ownerA', '/panel/osoba/?id=nie-ma');
  await page.getByText('Nie ma tu takiej pozycji').waitFor();
  await expectGoodAtBothSizes(page, 'nobody');
  await page.goto('/panel/odbieranie/?id=nie-ma');
  await page.getByText('Nie ma tu takiej pozycji').waitFor();
  const gone = await scene.stage.edge.db
    .prepare('SELECT person_id AS id FROM offboarding ORDER BY started_at LIMIT 1')
    .first<{ id: string }>();
  await page.goto(`/panel/osoba/?id=${gone?.id}`);
  await page.getByRole('heading', { name: 'Ta osoba nie ma teraz żadnego dostępu' }).waitFor();
  await page.getByRole('link', { name: /^Ostatnie odbieranie wszystkiego/ }).waitFor();
  await expectGoodAtBothSizes(page, 'one person, nothing left');
});
