import { describe, expect, it, test } from 'vitest';
import { type Assets, answerWizard } from './index.ts';

/** A page as the site builds it, with every place the worker fills in. */
const PAGE = `<!doctype html><a data-wizard="back" href="/x/">back</a><p data-wizard="progress">?</p>
<form data-wizard="form" action="/kreator/informatyk/"><input type="radio" name="zakres" value="katalog"><input type="radio" name="zakres" value="caly-serwer"></form>
<section data-wizard="answers"></section><a data-wizard="mail" href="mailto:bok@hosting.example?subject=Sprawa%20%26%20pytanie">mail</a><a data-wizard="help" href="/napisz/">help</a><a data-next-step="0" href="/x/">next</a>`;

/** The site with one and the same page everywhere below the wizard, and what was asked of it. */
function aSite() {
  const asked: Request[] = [];
  const assets: Assets = {
    async fetch(request) {
      asked.push(request);
      if (!new URL(request.url).pathname.startsWith('/kreator/informatyk/')) return new Response('404 page', { status: 404 });
      if (request.headers.has('if-none-match')) return new Response(null, { status: 304 });
      return new Response(PAGE, { headers: { 'content-type': 'text/html', etag: '"empty"', 'x-from-headers-file': 'yes' } });
    },
  };
  return { assets, asked };
}

const ask = (path: string, init?: RequestInit, site = aSite()) =>
  answerWizard(new Request(`https://klucznik.example${path}`, init), site.assets);
const pageAt = async (path: string) => (await ask(path)).text();
const wayOn = async (path: string) => {
  const answer = await ask(path);
  return `${answer.status} ${answer.headers.get('location')}`;
};

describe('a form that was sent', () => {
  it.each([
    ['goes on to the next question', '?zadanie=pliki', '/zakres/?zadanie=pliki'],
    [
      'goes on to the end, all answers kept',
      '?zadanie=pliki&zakres=katalog&prawo=odczyt',
      '/ftp-katalog-odczyt/?zadanie=pliki&zakres=katalog&prawo=odczyt',
    ],
    [
      'keeps later answers that still apply',
      '?zakres=katalog&prawo=zapis&zadanie=pliki',
      '/ftp-katalog-zapis/?zadanie=pliki&zakres=katalog&prawo=zapis',
    ],
    [
      'drops later answers that no longer apply',
      '?zakres=katalog&prawo=zapis&zadanie=bez-obcych',
      '/zlecenie/?zadanie=bez-obcych',
    ],
    ['drops what nobody asked', '?zadanie=pliki&utm_source=x&email=a%40b.pl', '/zakres/?zadanie=pliki'],
    ['with an answer that does not exist asks again', '?zadanie=cokolwiek', '/zadanie/'],
  ])('%s', async (_, query, to) => expect(await wayOn(`/kreator/informatyk/${query}`)).toBe(`303 /kreator/informatyk${to}`));
});

describe('an address that does not lead to its page', () => {
  it.each([
    ['without answers goes to the first question', '/ftp-serwer-zapis/', '/zadanie/'],
    ['with some answers goes to the first open question', '/ftp-serwer-zapis/?zadanie=pliki', '/zakres/?zadanie=pliki'],
    ['of another branch goes where its answers lead', '/sprawa-poczty/?zadanie=bez-obcych', '/zlecenie/?zadanie=bez-obcych'],
  ])('%s', async (_, from, to) => expect(await wayOn(`/kreator/informatyk${from}`)).toBe(`302 /kreator/informatyk${to}`));

  it('is kept by nobody', async () =>
    expect((await ask('/kreator/informatyk/prawo/')).headers.get('cache-control')).toBe('no-store'));
});

describe('a question that is shown', () => {
  it('carries earlier answers in its form', async () => {
    expect(await pageAt('/kreator/informatyk/zakres/?zadanie=pliki')).toContain(
      'action="/kreator/informatyk/"><input type="hidden" name="zadanie" value="pliki"><input type="radio"',
    );
  });

  it('lists them with the way to change each', async () => {
    const page = await pageAt('/kreator/informatyk/zakres/?zadanie=panel&cel-w-panelu=pliki');
    expect(page).toContain('Wejść do Panelu klienta');
    expect(page).toContain('<a href="/kreator/informatyk/zadanie/?zadanie=panel&amp;cel-w-panelu=pliki">Zmień');
    expect(page).toContain('Pytanie 3 z\u00a0najwyżej 4');
  });

  it('has the answer chosen that is being changed, and keeps the later ones', async () => {
    const page = await pageAt('/kreator/informatyk/zakres/?zadanie=pliki&zakres=caly-serwer&prawo=odczyt');
    expect(page).toContain('value="caly-serwer" checked');
    expect(page).not.toContain('value="katalog" checked');
    expect(page).toContain('<input type="hidden" name="prawo" value="odczyt"></form>');
    expect(page).toContain('Późniejsze odpowiedzi zachowamy');
  });

  it('leads back to the question before', async () => {
    expect(await pageAt('/kreator/informatyk/zakres/?zadanie=pliki')).toContain(
      '<a data-wizard="back" href="/kreator/informatyk/zadanie/?zadanie=pliki">',
    );
  });

  it('repeats nothing of the address that the wizard does not know', async () => {
    expect(await pageAt('/kreator/informatyk/zakres/?zadanie=pliki&"><script>x</script>=1&prawo="><b>')).not.toMatch(
      /<script>|<b>/,
    );
  });

  it('says on the first page that nothing is answered yet by saying nothing', async () => {
    expect(await pageAt('/kreator/informatyk/')).toContain('<section data-wizard="answers"></section>');
  });
});

describe('an end', () => {
  const END = '/kreator/informatyk/ftp-serwer-odczyt/?zadanie=pliki&zakres=caly-serwer&prawo=odczyt';

  it('offers the smaller access with the other answers kept', async () => {
    expect(await pageAt(END)).toMatch(
      /<a data-next-step="0" href="\/kreator\/informatyk\/ftp-katalog-odczyt\/\?zadanie=pliki&(amp;)?zakres=katalog&(amp;)?prawo=odczyt">/,
    );
  });

  it('hands the answers to support (R15)', async () => {
    const href = /data-wizard="mail" href="([^"]+)"/.exec(await pageAt(END))?.[1] ?? '';
    const mail = new URL(href.replaceAll('&amp;', '&'));
    expect(mail.pathname).toBe('bok@hosting.example');
    expect(mail.searchParams.get('subject')).toBe('Sprawa & pytanie');
    expect(mail.searchParams.get('body')).toContain('– Pliki: Wszystkich plików na serwerze');
    expect(await pageAt(END)).toContain(
      'href="/napisz/?strona=%2Fkreator%2Finformatyk%2Fftp-serwer-odczyt%2F&kreator=informatyk&odp=zadanie.pliki&odp=zakres.caly-serwer&odp=prawo.odczyt"',
    );
  });
});

test('what does not exist is answered by the site, with its 404 page', async () => {
  for (const path of ['/kreator/nikt/', '/kreator/nikt/zadanie/', '/kreator/constructor/', '/kreator/'])
    expect((await ask(path)).status).toBe(404);
  const site = aSite();
  await ask('/kreator/informatyk/nikt/?zadanie=pliki', {}, site);
  expect(site.asked[0]?.url).toBe('https://klucznik.example/kreator/informatyk/nikt/?zadanie=pliki');
});

test("a browser's tag of an older page does not bring an empty one", async () => {
  const answer = await ask('/kreator/informatyk/zakres/?zadanie=pliki', { headers: { 'if-none-match': '"empty"' } });
  expect([
    answer.status,
    answer.headers.get('etag'),
    answer.headers.get('cache-control'),
    answer.headers.get('x-from-headers-file'),
  ]).toEqual([200, null, 'private, no-cache', 'yes']);
});

test('HEAD gets the same answer without its body', async () => {
  const shown = await ask('/kreator/informatyk/zakres/?zadanie=pliki', { method: 'HEAD' });
  expect([shown.status, shown.headers.get('content-type'), await shown.text()]).toEqual([200, 'text/html', '']);
  const sent = await ask('/kreator/informatyk/?zadanie=pliki', { method: 'HEAD' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/kreator/informatyk/zakres/?zadanie=pliki']);
});
