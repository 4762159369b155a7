import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reach } from './kit/keyboard.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { BIN, bar, expectAt, FILES, isIn, list, onDisk, row, said, tick } from './story/files.ts';
import { button, byKeyboard, byPointer, dialog, newTeller, wordsIn } from './story/teller.ts';

const scene = useScene({ serves: {} });
const OWNER_UID = 5101;

function aFolder(path: string, files: readonly string[]): void {
  const disk = onDisk(scene);
  mkdirSync(disk.at(path), { recursive: true });
  chownSync(disk.at(path), OWNER_UID, OWNER_UID);
  for (const name of files) {
    writeFileSync(disk.at(`${path}/${name}`), `${name}\n`);
    chownSync(disk.at(`${path}/${name}`), OWNER_UID, OWNER_UID);
  }
}

test('files at a desk, with the keyboard only', async () => {
  const { visitor, page, hands, look } = await newTeller(scene, { size: 'desk', hands: byKeyboard, axe: true });
  const disk = onDisk(scene);
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  aFolder('klawiatura', ['alfa.txt', 'beta.txt', 'gamma.txt']);
  await enterAs(visitor, 'ownerA', FILES);
  await isIn(page, '/');
  await look('files, the top');

  await reach(page, list(page).locator('[tabindex="0"][data-place]'));
  await page.keyboard.type('kla');
  await expectAt(page, 'klawiatura');
  await press('Enter');
  await isIn(page, '/klawiatura');
  await expectAt(page, 'alfa.txt');

  await hands.press(button(page, 'Nowy katalog'));
  await dialog(page).getByLabel('Nazwa').waitFor();
  await page.keyboard.type('Nowe zdjęcia');
  await look('files, a new directory is named');
  await press('Enter');
  await said(page, 'Nowy katalog: Nowe zdjęcia');
  await disk.has('klawiatura/Nowe zdjęcia');

  await reach(page, list(page).locator('[tabindex="0"][data-place]'));
  await expectAt(page, 'Nowe zdjęcia');
  await page.keyboard.type('alfa');
  await press('F2');
  await dialog(page).getByLabel('Nazwa').waitFor();
  await press('Control+A');
  await page.keyboard.type('pierwszy „plik”.txt');
  await press('Enter');
  await said(page, 'Nowa nazwa: pierwszy „plik”.txt');
  await disk.has('klawiatura/pierwszy „plik”.txt');
  await expectAt(page, 'pierwszy „plik”.txt');

  await press('Control+x', 'Home', 'Enter');
  await isIn(page, '/klawiatura/Nowe zdjęcia');
  await look('files, an empty directory');
  await press('Control+v');
  await said(page, 'Przeniesione: pierwszy „plik”.txt');
  await disk.has('klawiatura/Nowe zdjęcia/pierwszy „plik”.txt');
  await disk.hasNot('klawiatura/pierwszy „plik”.txt');
  await expectAt(page, 'pierwszy „plik”.txt');
  await press('Backspace');
  await isIn(page, '/klawiatura');
  await expectAt(page, 'Nowe zdjęcia');

  await press('ArrowDown', 'Shift+ArrowDown', 'Control+c');
  await said(page, 'Skopiowane: 2 pozycje');
  await press('Home', 'Enter');
  await isIn(page, '/klawiatura/Nowe zdjęcia');
  await press('Control+v');
  await disk.has('klawiatura/Nowe zdjęcia/beta.txt');
  await disk.has('klawiatura/Nowe zdjęcia/gamma.txt');
  await said(page, 'Skopiowane: 2 pozycje. Miejsce');
  await press('Control+v');
  await dialog(page).getByText('Coś o tej nazwie już tam jest').waitFor();
  await look('files, a name is taken');
  await hands.choose(dialog(page).getByRole('checkbox'));
  await hands.press(button(dialog(page), 'Zostaw obie'));
  await disk.has('klawiatura/Nowe zdjęcia/gamma (2).txt');

  await expectAt(page, 'beta (2).txt');
  await press('Control+a', 'Delete');
  await said(page, 'Do kosza: 5 pozycji');
  await disk.hasNot('klawiatura/Nowe zdjęcia/beta.txt');
  await look('files, binned');
  await hands.press(button(page, 'Cofnij'));
  await said(page, 'Z powrotem na miejscu: 5 pozycji');
  await disk.has('klawiatura/Nowe zdjęcia/beta (2).txt');

  await reach(page, list(page).locator('[tabindex="0"][data-place]'));
  await press('Escape');
  await page.keyboard.type('pier');
  await press('Delete');
  await disk.hasNot('klawiatura/Nowe zdjęcia/pierwszy „plik”.txt');
  await hands.press(page.getByRole('link', { name: 'Kosz', exact: true }));
  await page.getByRole('heading', { name: 'Kosz', exact: true }).waitFor();
  await hands.press(page.getByRole('button', { name: /^Przywróć.*pierwszy „plik”/ }));
  await page.getByText('Z powrotem na miejscu').waitFor();
  await disk.has('klawiatura/Nowe zdjęcia/pierwszy „plik”.txt');
  await look('the bin, restored');

  await hands.press(page.getByRole('link', { name: '/klawiatura/Nowe zdjęcia/pierwszy' }));
  await isIn(page, '/klawiatura/Nowe zdjęcia');
  await expectAt(page, 'pierwszy „plik”.txt');
  await hands.press(button(bar(page), 'Uprawnienia'));
  await hands.press(dialog(page).locator('summary'));
  await hands.write(dialog(page).getByLabel('Uprawnienia ósemkowo'), '666');
  await dialog(page).getByText('każdy program na tym serwerze').waitFor();
  await look('files, permissions');
  await hands.write(dialog(page).getByLabel('Uprawnienia ósemkowo'), '600');
  await hands.press(button(dialog(page), 'Zmień uprawnienia'));
  await said(page, 'Uprawnienia zmienione');
  expect(disk.mode('klawiatura/Nowe zdjęcia/pierwszy „plik”.txt')).toBe('600');

  await hands.press(page.locator('.file-crumbs').getByRole('link', { name: 'Cały serwer' }));
  await isIn(page, '/');
  await hands.press(button(page, 'Szukaj po nazwie'));
  await hands.write(page.getByLabel('Kawałek nazwy'), 'ZDJECIA');
  await press('Enter');
  await page.getByText('Znalezione: 2 pozycje').waitFor();
  await look('files, found');
  await hands.press(page.locator('.file-found').getByRole('link', { name: 'Nowe zdjęcia' }));
  await isIn(page, '/klawiatura');
  await expectAt(page, 'Nowe zdjęcia');
});

test('files on a phone, by touch', async () => {
  const { visitor, page, hands, look } = await newTeller(scene, { size: 'phone', hands: byPointer, axe: true });
  const disk = onDisk(scene);
  aFolder('palec', ['jeden.txt', 'dwa.txt']);
  aFolder('palec/cel', ['jeden.txt']);
  await enterAs(visitor, 'ownerA', FILES);
  await isIn(page, '/');
  await look('files, the top');
  await hands.press(row(page, 'palec').locator('.file-open'));
  await isIn(page, '/palec');

  await hands.press(button(page, 'Nowy katalog'));
  await hands.write(dialog(page).getByLabel('Nazwa'), 'a/b');
  await hands.press(button(dialog(page), 'Utwórz katalog'));
  await dialog(page).getByText('nie może być ukośnika').waitFor();
  await hands.write(dialog(page).getByLabel('Nazwa'), 'cel');
  await hands.press(button(dialog(page), 'Utwórz katalog'));
  await dialog(page).getByText('Coś o tej nazwie już tu jest').waitFor();
  await hands.press(button(dialog(page), 'Nie twórz'));

  await hands.choose(tick(page, 'jeden.txt'));
  await look('files, one is chosen');
  await hands.press(button(bar(page), 'Przenieś'));
  await hands.choose(dialog(page).getByRole('radio', { name: 'cel', exact: true }));
  await look('files, where to');
  await hands.press(button(dialog(page), 'Przenieś tutaj'));
  await dialog(page).getByText('Coś o tej nazwie już tam jest').waitFor();
  await hands.press(button(dialog(page), 'Zastąp'));
  await said(page, 'Przeniesione: jeden.txt');
  await disk.hasNot('palec/jeden.txt');

  await hands.choose(tick(page, 'dwa.txt'));
  await hands.press(button(bar(page), 'Zmień nazwę'));
  await hands.write(dialog(page).getByLabel('Nazwa'), 'trzy.txt');
  await hands.press(button(dialog(page), 'Zmień nazwę'));
  await disk.has('palec/trzy.txt');
  await hands.press(button(bar(page), 'Kopiuj'));
  await hands.choose(dialog(page).getByRole('radio', { name: 'cel', exact: true }));
  await hands.press(button(dialog(page), 'Skopiuj tutaj'));
  await disk.has('palec/cel/trzy.txt');
  await hands.press(button(bar(page), 'Uprawnienia'));
  await dialog(page).getByRole('group', { name: 'Inni' }).getByRole('checkbox', { name: 'może czytać' }).uncheck();
  await hands.press(button(dialog(page), 'Zmień uprawnienia'));
  await said(page, 'Uprawnienia zmienione: trzy.txt');
  expect(disk.mode('palec/trzy.txt')).toBe('600');
  await hands.press(button(bar(page), 'Do kosza'));
  await said(page, 'Do kosza: trzy.txt');
  await hands.press(button(page, 'Cofnij'));
  await disk.has('palec/trzy.txt');

  await hands.press(button(page, 'Katalogi'));
  await look('files, the tree is open');
  await hands.press(page.getByRole('navigation', { name: 'Katalogi' }).getByRole('link', { name: 'kopie', exact: true }));
  await isIn(page, '/kopie');
  await page.goBack();
  await isIn(page, '/palec');

  await page.goto(BIN);
  const replaced = page.locator('.asset', { hasText: 'jeden.txt' });
  await replaced.waitFor();
  await look('the bin');
  await hands.press(replaced.getByRole('button', { name: /^Usuń na zawsze/ }));
  await hands.press(button(dialog(page), 'Usuń na zawsze'));
  await page.getByText('Usunięte na zawsze: jeden.txt').waitFor();
});

test('names of every kind are shown as they are, and links are never followed', async () => {
  const { page, ...visitor } = await scene.visitor();
  const disk = onDisk(scene);
  mkdirSync(disk.at('dziwne'), { recursive: true });
  writeFileSync(disk.at('dziwne/nowa\nlinia.txt'), '');
  writeFileSync(Buffer.concat([Buffer.from(`${disk.at('dziwne')}/bajt-`), Buffer.from([0xff]), Buffer.from('.txt')]), '');
  await enterAs({ page, ...visitor }, 'ownerA', `${FILES}&w=${encodeURIComponent('/dziwne')}`);
  await row(page, 'nowa\\nlinia.txt').waitFor();
  await row(page, 'bajt-\\u{fffd}.txt').waitFor();
  await page.goto(`${FILES}&w=${encodeURIComponent('/public_html/sklep')}`);
  const link = row(page, 'na-zewnatrz');
  expect(await wordsIn(link)).toContain('skrót do: /etc');
  await link.locator('.file-open').click();
  await said(page, 'To skrót do: /etc');
  await isIn(page, '/public_html/sklep');
  await page.goto(`${FILES}&w=${encodeURIComponent('/public_html/sklep/na-zewnatrz')}`);
  await page.getByRole('alert').waitFor();
  expect(await list(page).count()).toBe(0);
});

test('ten thousand files: the first are there at once, all of them can be reached and chosen', async () => {
  const visitor = await scene.visitor();
  const { page } = visitor;
  aFolder(
    'duzo',
    Array.from({ length: 10_000 }, (_, at) => `plik-${String(at).padStart(5, '0')}.txt`),
  );
  await enterAs(visitor, 'ownerA', `${FILES}&w=${encodeURIComponent('/duzo')}`);
  await row(page, 'plik-00000.txt').waitFor();
  await row(page, 'plik-00000.txt').focus();
  await page.keyboard.press('End');
  await expectAt(page, 'plik-09999.txt');
  await page.keyboard.press('Control+a');
  expect(await wordsIn(bar(page))).toContain('10 000 pozycji');
  const [slowest] = await page.evaluate(async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const began = performance.now();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => b - a);
  });
  expect(slowest, 'milliseconds for a step').toBeLessThan(500);
});

test('nothing scrolls sideways on a narrow phone, and a server that is away is said so', async () => {
  const visitor = await scene.visitor({ size: 'phone', width: 320 });
  const { page } = visitor;
  await enterAs(visitor, 'ownerA', FILES);
  for (const path of [FILES, `${FILES}&w=${encodeURIComponent('/public_html/sklep')}`, BIN]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(page, path);
  }
  await page.goto(FILES);
  await tick(page, 'kopie').check();
  await expectNoSidewaysScroll(page, 'chosen');
  await page.route(/\/files\/v1\//, (route) => route.abort());
  await row(page, 'kopie').locator('.file-open').tap();
  await page.getByRole('alert').waitFor();
  await expectGoodAtBothSizes(page, 'files, the server is away');
  await page.unroute(/\/files\/v1\//);
  await button(page, 'Spróbuj jeszcze raz').tap();
  await row(page, '2026-10.txt').waitFor();
});

test('another account sees nothing of them', async () => {
  const stranger = await scene.visitor();
  for (const path of [FILES, BIN]) {
    await enterAs(stranger, 'ownerB', path);
    await stranger.page.getByText('Usługi z tego adresu nie ma na wybranym koncie').waitFor();
    expect(await wordsIn(stranger.page.locator('main'))).not.toContain('zielnik');
  }
});
