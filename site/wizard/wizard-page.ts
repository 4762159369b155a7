/*
 * Wizard pages without a page load. The worker answers a form with the next page; this fetches that same page, puts it
 * in place and keeps the address: one set of rules and words, the same end and the same address as without JavaScript.
 * The answer is fetched while the finger is still on its way to „Dalej”. When anything fails, the browser simply goes there.
 */
type Page = { at: string; question: Element };

const FRAME = '.question';
const here = () => location.pathname + location.search;
const pages = new Map<string, Promise<Page>>();
let shown = here();
let latest = 0;

function load(address: string): Promise<Page> {
  const known = pages.get(address);
  if (known) return known;
  const coming = read(address);
  pages.set(address, coming);
  coming.catch(() => pages.delete(address));
  return coming;
}

async function read(address: string): Promise<Page> {
  const answer = await fetch(address);
  const html = await answer.text();
  // Only the body: this page has the same styles already, and its security policy need not judge them again.
  const question = new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html').querySelector(FRAME);
  if (!answer.ok || !question?.querySelector('wizard-page')) throw new Error(`No wizard page at ${address}`);
  const { pathname, search } = new URL(answer.url);
  return { at: pathname + search, question };
}

async function go(address: string, arrive: (page: Page) => void): Promise<void> {
  latest += 1;
  const turn = latest;
  try {
    const page = await load(address);
    if (turn === latest) show(page, arrive);
  } catch {
    location.assign(address);
  }
}

function show(page: Page, arrive: (page: Page) => void): void {
  const swap = () => {
    arrive(page);
    shown = page.at;
    document.querySelector(FRAME)?.replaceWith(document.importNode(page.question, true));
    scrollTo(0, 0);
    // The heading is read out, with how far it is as its description; it is every wizard page's title too.
    const heading = document.querySelector<HTMLElement>(`${FRAME} h1`);
    heading?.focus({ preventScroll: true });
    document.title = `${heading?.textContent} – Klucznik`;
  };
  if (document.startViewTransition && matchMedia('(prefers-reduced-motion: no-preference)').matches)
    document.startViewTransition(swap);
  else swap();
}

const forward = (page: Page) => history.pushState(null, '', page.at);
const answersOf = (form: HTMLFormElement) =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString();
/** The wizard's first page would lead on with answers, so its question is named by its own page. */
function ownPath(form: HTMLFormElement): string {
  const { pathname } = location;
  return pathname === new URL(form.action).pathname
    ? `${pathname}${form.querySelector<HTMLInputElement>(':checked')?.name}/`
    : pathname;
}
const nextAddress = (form: HTMLFormElement) => `${new URL(form.action).pathname}?${answersOf(form)}`;

function onSubmit(event: SubmitEvent): void {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  // So that the way back shows what was chosen here.
  history.replaceState(null, '', `${ownPath(event.target)}?${answersOf(event.target)}`);
  event.submitter?.setAttribute('aria-busy', 'true');
  void go(nextAddress(event.target), forward);
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLElement>('[data-act]');
  if (button) return void act(button);
  const link = target?.closest('a');
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || link.origin !== location.origin || !link.pathname.startsWith('/kreator/')) return;
  event.preventDefault();
  void go(link.pathname + link.search, forward);
}

async function act(button: HTMLElement): Promise<void> {
  if (button.dataset.act === 'print') return print();
  const text = button.dataset.act === 'copy-message' ? document.getElementById('tresc-wiadomosci')?.textContent : location.href;
  const done = await navigator.clipboard.writeText(text ?? location.href).then(
    () => true,
    () => false,
  );
  button.setAttribute('role', 'status');
  button.textContent = done ? 'Skopiowano' : 'Nie udało się – zaznacz tekst i\u00a0skopiuj';
}

customElements.define(
  'wizard-page',
  class extends HTMLElement {
    connectedCallback(): void {
      const frame = this.closest<HTMLElement>(FRAME);
      frame?.addEventListener('submit', onSubmit);
      frame?.addEventListener('click', onClick);
      frame?.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement && target.form) load(nextAddress(target.form)).catch(() => undefined);
      });
      for (const button of frame?.querySelectorAll<HTMLElement>('[data-act]') ?? []) button.hidden = false;
    }
  },
);

addEventListener('popstate', () => {
  // A jump within the page is not a step of the wizard.
  if (here() !== shown) void go(here(), () => undefined);
});
