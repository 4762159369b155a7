import { Hono } from 'hono';
import { html } from 'hono/html';
import { database } from '../db/index.ts';
import { type AppEnv, isDevelopment } from '../http/index.ts';
import { loadSentMessages } from './store.ts';

const linkIn = (text: string) => /https?:\/\/\S+/.exec(text)?.[0] ?? null;

/** The messages that would have been sent, readable on a developer's machine; not there at all in production. */
export const developmentMail = new Hono<AppEnv>().get('/poczta/', async (c) => {
  if (!isDevelopment(c.env)) return c.notFound();
  const messages = await loadSentMessages(database(c.env.DB));
  return c.html(html`<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Poczta próbna</title></head>
<body style="font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem"><main>
<h1>Poczta próbna</h1>
<p>Wiadomości, które wyszłyby w świat. Ta strona istnieje tylko na komputerze programisty.</p>
${messages.length === 0 ? html`<p>Nie ma jeszcze żadnej wiadomości.</p>` : ''}
${messages.map(
  (message) => html`<article style="border-top:1px solid #999;padding:1rem 0">
<h2>${message.subject}</h2><p>Do: ${message.recipient}, ${new Date(message.at).toISOString()}</p>
${linkIn(message.text) ? html`<p><a href="${linkIn(message.text)}">Otwórz link z tej wiadomości</a></p>` : ''}
<pre style="white-space:pre-wrap;overflow-wrap:anywhere">${message.text}</pre></article>`,
)}
</main></body></html>`);
});
