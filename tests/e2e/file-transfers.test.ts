import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { waitFor } from '../support/stage/index.ts';
import type { Visitor } from './kit/browser.ts';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';

const scene = useScene({ serves: {} });
const MIB = 1024 * 1024;
/** What a person has on their own computer. */
let desk = '';

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const onServer = (...names: string[]) => {
  const { hosting } = scene.stage;
  if (!hosting) throw new Error('no hosting server');
  return join(hosting.paths.customersRoot, 'zielnik', ...names);
};
/** A file on the person's computer. */
function make(name: string, bytes: string | Buffer): string {
  const path = join(desk, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}
/** A file that is on the server already, as the customer's own. */
function plant(name: string, bytes: string | Buffer): void {
  const path = onServer(name);
  writeFileSync(path, bytes);
  execFileSync('chown', ['--reference', onServer(), path]);
}
/** Uploads that have not come to lie anywhere yet. */
const begunOnServer = () =>
  readdirSync(onServer('..', '.klucznik', 'zielnik', 'uploads')).filter((name) => name.endsWith('.data'));
const arrives = (name: string, bytes: Buffer, ms = 60_000) =>
  waitFor(`${name} to arrive whole`, async () => existsSync(onServer(name)) && sha(readFileSync(onServer(name))) === sha(bytes), {
    ms,
  });

const chooser = (page: Page, word: string) => page.locator(`input[type=file][aria-label="${word}"]`);
const sending = (page: Page) => page.getByRole('region', { name: 'Wysyłanie na serwer' });
const saysDone = (page: Page) =>
  sending(page)
    .getByText(/Gotowe, na serwerze/)
    .waitFor();

async function atFiles(visitor: Visitor): Promise<Page> {
  const page = await enterAs(visitor, 'ownerA', `/panel/pliki/?usluga=${DEMO_IDS.serviceA}`);
  await page.getByRole('button', { name: 'Wyślij pliki' }).waitFor();
  return page;
}
const open = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const fileWindow = (page: Page) => page.locator('dialog.file-window');

/** Stands between the browser and the server's uploads; a part may pass, be held, or be cut off. */
async function standBetween(page: Page) {
  const offsets: number[] = [];
  const way: { next: 'pass' | 'hold' | 'cut' } = { next: 'pass' };
  await page.route('**/files/v1/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return way.next === 'cut' ? route.abort('internetdisconnected') : route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    if (way.next === 'cut') await route.abort('connectionreset');
    else if (way.next === 'pass') await route.continue();
  });
  return { offsets, way };
}
const PART = 32 * MIB;
/** As the system does when somebody lets go of what they dragged from their desk. */
async function dropFrom(page: Page, files: string[]): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await wire.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    if (type === 'dragOver') await page.getByText('Upuść, a wyślemy to tutaj').waitFor();
  }
}

beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'kl-desk-'));
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

test('several files and whole directories, chosen and dropped, arrive as they are', async () => {
  const visitor = await scene.visitor();
  const page = await atFiles(visitor);
  const bytes = ['zażółć gęślą.bin', "it's „to”.bin", 'pusty.bin'].map(
    (name, at) => [name, randomBytes(at === 2 ? 0 : 300_000)] as const,
  );
  await chooser(page, 'Wyślij pliki').setInputFiles(bytes.map(([name, content]) => make(name, content)));
  for (const [name, content] of bytes) await arrives(name, content);
  await saysDone(page);
  await expectGoodAtBothSizes(page, 'files have arrived');

  const inside = randomBytes(50_000);
  make('strona/css/główny.css', inside);
  make('strona/index.html', '<p>');
  await chooser(page, 'Wyślij katalog').setInputFiles(join(desk, 'strona'));
  await arrives('strona/css/główny.css', inside);

  make('upuszczony/a/b.txt', 'b');
  mkdirSync(join(desk, 'upuszczony/pusty'), { recursive: true });
  await dropFrom(page, [join(desk, 'upuszczony'), make('luzem.txt', 'luzem')]);
  await arrives('upuszczony/a/b.txt', Buffer.from('b'));
  await arrives('luzem.txt', Buffer.from('luzem'));
  expect(readdirSync(onServer('upuszczony')).toSorted()).toEqual(['a', 'pusty']);
});

test('a lost connection is waited for, and what has arrived is not sent again', async () => {
  const visitor = await scene.visitor();
  const page = await atFiles(visitor);
  const bytes = randomBytes(70 * MIB);
  const { offsets, way } = await standBetween(page);
  page.on('response', (response) => {
    if (response.request().method() === 'PATCH') way.next = 'cut';
  });
  await chooser(page, 'Wyślij pliki').setInputFiles(make('duży.bin', bytes));
  await sending(page).getByText('Czekamy na połączenie').waitFor({ timeout: 60_000 });
  await expectGoodAtBothSizes(page, 'no connection');
  page.removeAllListeners('response');
  way.next = 'pass';
  await arrives('duży.bin', bytes);
  await saysDone(page);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
});

test('a pause is a pause, and after the page was closed the same file goes on', async () => {
  const visitor = await scene.visitor({ size: 'phone' });
  const page = await atFiles(visitor);
  const bytes = randomBytes(70 * MIB);
  const path = make('wznowiony.bin', bytes);
  const { offsets, way } = await standBetween(page);
  page.on('response', (response) => {
    if (response.request().method() === 'PATCH') way.next = 'hold';
  });
  await chooser(page, 'Wyślij pliki').setInputFiles(path);
  await waitFor('its second part', async () => offsets.length === 2, { ms: 60_000 });
  await page.getByRole('button', { name: 'Wstrzymaj wszystko' }).tap();
  await sending(page).getByText('Wysyłanie jest wstrzymane').waitFor();
  await expectGoodAtBothSizes(page, 'a paused upload');
  await page.getByRole('button', { name: 'Wznów wysyłanie' }).tap();
  await waitFor('it to go on', async () => offsets.length === 3, { ms: 60_000 });
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept());
  await Promise.all([asked, page.reload()]);
  await page.getByText('Poprzednio nie skończyło się wysyłanie').waitFor();
  await expectGoodAtBothSizes(page, 'an upload of an earlier visit');
  page.removeAllListeners('response');
  way.next = 'pass';
  await chooser(page, 'Wyślij pliki').setInputFiles(path);
  await arrives('wznowiony.bin', bytes);
  await saysDone(page);
  expect(offsets).toEqual([0, PART, PART, PART, 2 * PART]);

  way.next = 'hold';
  await chooser(page, 'Wyślij pliki').setInputFiles(make('porzucony.bin', randomBytes(MIB)));
  await waitFor('its only part', async () => offsets.length === 6, { ms: 60_000 });
  expect(begunOnServer()).toHaveLength(1);
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.getByRole('button', { name: 'Usuń to, co doszło' }).tap();
  await waitFor('the server to forget it', async () => begunOnServer().length === 0, { ms: 60_000 });
});

test('what is there already is asked about, and nothing is lost unasked', async () => {
  const visitor = await scene.visitor();
  const page = await atFiles(visitor);
  for (const name of ['raz.txt', 'dwa.txt', 'trzy.txt']) plant(name, 'stare');
  const paths = ['raz.txt', 'dwa.txt', 'trzy.txt'].map((name) => make(name, 'nowe'));
  await chooser(page, 'Wyślij pliki').setInputFiles(paths);
  const asking = page.getByRole('dialog', { name: 'Taki plik już jest na serwerze' });
  await asking.waitFor();
  await expectGoodAtBothSizes(page, 'something is there already');
  const skipped = (await asking.locator('.path').textContent()) ?? '';
  await asking.getByRole('button', { name: 'Pomiń' }).click();
  await waitFor('the next one to be asked about', async () => (await asking.locator('.path').textContent()) !== skipped);
  await asking.getByRole('checkbox').check();
  await asking.getByRole('button', { name: 'Zostaw oba' }).click();
  await saysDone(page);
  for (const name of ['raz', 'dwa', 'trzy']) {
    expect(readFileSync(onServer(`${name}.txt`), 'utf8')).toBe('stare');
    expect(existsSync(onServer(`${name} (2).txt`)), name).toBe(`${name}.txt` !== skipped);
  }
  await chooser(page, 'Wyślij pliki').setInputFiles(make('raz.txt', 'najnowsze'));
  await asking.getByText('trafi on do kosza na 30 dni').waitFor();
  await asking.getByRole('button', { name: 'Zastąp' }).click();
  await arrives('raz.txt', Buffer.from('najnowsze'));
  await page.goto(`${scene.url}/panel/pliki/kosz/?usluga=${DEMO_IDS.serviceA}`);
  await page.getByRole('button', { name: 'Przywróć' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Zastąp' }).click();
  await arrives('raz.txt', Buffer.from('stare'));
});

/** „ą” and „ż” in windows-1250, with Windows' line ends. */
const OLD = Buffer.concat([
  Buffer.from('<p>za'),
  Buffer.from([0xbf, 0xf3, 0xb3, 0xe6]),
  Buffer.from('</p>\r\n<p>g'),
  Buffer.from([0xb9, 0xb6]),
  Buffer.from('</p>\r\n'),
]);

test('an old page is changed in one place and nowhere else, with the keyboard', async () => {
  const visitor = await scene.visitor();
  const page = await atFiles(visitor);
  plant('stara.html', OLD);
  await page.reload();
  await open(page, 'stara.html');
  const text = fileWindow(page).getByRole('textbox', { name: 'Treść pliku: stara.html' });
  await text.waitFor();
  expect(await fileWindow(page).getByLabel('Kodowanie').inputValue()).toBe('windows-1250');
  expect(await fileWindow(page).getByLabel('Końce wierszy').inputValue()).toBe('crlf');
  await expectGoodAtBothSizes(page, 'the editor');
  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('łąka');
  await page.keyboard.press('Control+s');
  await fileWindow(page).getByText('Zapisano.').waitFor();
  expect(readFileSync(onServer('stara.html')).toString('hex')).toBe(
    `${Buffer.from([0xb3, 0xb9]).toString('hex')}${Buffer.from('ka').toString('hex')}${OLD.toString('hex')}`,
  );

  await page.keyboard.type('😀');
  await page.keyboard.press('Control+s');
  const misfit = page.getByRole('dialog', { name: 'Tych znaków nie da się tak zapisać' });
  await misfit.getByText('„😀” (wiersz 1)', { exact: false }).waitFor();
  await expectGoodAtBothSizes(page, 'a character that does not fit');
  await page.keyboard.press('Escape');
  await misfit.waitFor({ state: 'detached' });

  await text.focus();
  await page.keyboard.press('Tab');
  expect(
    await text.evaluate(
      (element) => element.getRootNode() instanceof ShadowRoot && (element.getRootNode() as ShadowRoot).activeElement === element,
    ),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.shadowRoot ?? null), 'out of the text').toBeNull();
  expect(await fileWindow(page).count()).toBe(1);
  await fileWindow(page).getByRole('button', { name: 'Zamknij' }).click();
  await page.getByRole('button', { name: 'Zamknij bez zapisywania' }).click();
  await fileWindow(page).waitFor({ state: 'detached' });
});

test('a change that somebody else made meanwhile is shown, and mine can be kept beside it', async () => {
  const visitor = await scene.visitor({ size: 'phone' });
  const page = await atFiles(visitor);
  plant('menu.txt', 'raz\ndwa\ntrzy\n');
  await page.reload();
  await open(page, 'menu.txt');
  const text = fileWindow(page).getByRole('textbox', { name: 'Treść pliku: menu.txt' });
  await text.fill('raz\nmoje\ntrzy\n');
  plant('menu.txt', 'raz\nich\ntrzy\n');
  await fileWindow(page).getByRole('button', { name: 'Zapisz', exact: true }).click();
  const changed = page.getByRole('dialog', { name: 'Ktoś zmienił ten plik w międzyczasie' });
  await changed.getByRole('region', { name: 'Teraz na serwerze' }).getByText('ich').waitFor();
  await changed.getByRole('region', { name: 'Twoja wersja' }).getByText('moje').waitFor();
  await expectGoodAtBothSizes(page, 'changed meanwhile');
  await changed.getByRole('button', { name: 'Zapisz moją jako kopię' }).click();
  await fileWindow(page).getByText('Twoja wersja jest obok').waitFor();
  expect(readFileSync(onServer('menu (moja wersja).txt'), 'utf8')).toBe('raz\nmoje\ntrzy\n');
  expect(readFileSync(onServer('menu.txt'), 'utf8')).toBe('raz\nich\ntrzy\n');
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>window.top.bad = 1</script><rect width="40" height="20"/></svg>';

test('a picture is shown, one after another, and no script in it runs', async () => {
  const visitor = await scene.visitor();
  const page = await atFiles(visitor);
  plant('a-punkt.png', Buffer.from(PIXEL, 'base64'));
  plant('b-rysunek.svg', DRAWING);
  await page.reload();
  await open(page, 'a-punkt.png');
  await fileWindow(page).getByText('1 × 1 pikseli').waitFor();
  await expectGoodAtBothSizes(page, 'a picture');
  await page.keyboard.press('ArrowRight');
  await fileWindow(page).getByText('40 × 20 pikseli').waitFor();
  expect(await page.evaluate(() => 'bad' in window)).toBe(false);
  await page.keyboard.press('Escape');
  await fileWindow(page).waitFor({ state: 'detached' });
});

test('a file and a directory are saved by the browser itself, and no address holds the ticket', async () => {
  const visitor = await scene.visitor();
  const page = await atFiles(visitor);
  const addresses: string[] = [];
  page.context().on('request', (request) => addresses.push(request.url()));
  const bytes = randomBytes(200_000);
  execFileSync('mkdir', ['-p', onServer('do pobrania/głębiej')]);
  plant('do pobrania/głębiej/zdjęcie.bin', bytes);
  await page.reload();
  const row = page.getByRole('row', { name: /do pobrania/ });
  await row.getByRole('checkbox').check();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Pobierz' }).click()]);
  const zip = join(desk, 'pobrane.zip');
  await saved.saveAs(zip);
  execFileSync('unzip', ['-t', zip]);
  expect(sha(execFileSync('unzip', ['-p', zip, '*.bin'], { maxBuffer: MIB }))).toBe(sha(bytes));
  expect(addresses.filter((address) => /ticket=|eyJ/.test(address))).toEqual([]);

  rmSync(onServer('do pobrania'), { recursive: true });
  await page.getByRole('button', { name: 'Pobierz' }).click();
  await page.getByText('Tego już tu nie ma', { exact: false }).waitFor();
  await expectGoodAtBothSizes(page, 'a download that was refused');
});
