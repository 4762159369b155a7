import { html } from 'hono/html';

/** A message as it leaves: plain text and HTML say the same. */
export interface Message {
  recipient: string;
  subject: string;
  text: string;
  html: string;
}

/** What a message says, before it is given its two forms. */
export interface Letter {
  recipient: string;
  subject: string;
  /** Paragraphs in order. */
  paragraphs: string[];
  /** Labelled facts, as on a key tag. */
  facts: [label: string, value: string][];
  /** The one thing to do. */
  act?: { label: string; link: string };
  after: string[];
}

/** Gives a letter its plain and its HTML form; the HTML escapes everything and loads nothing. */
export async function compose(letter: Letter): Promise<Message> {
  return { recipient: letter.recipient, subject: letter.subject, text: plain(letter), html: String(await page(letter)) };
}

const plain = ({ paragraphs, facts, act, after }: Letter): string =>
  [
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...(act ? [`${act.label}:\n${act.link}`] : []),
    ...after,
  ].join('\n\n');

const BODY = 'font:16px/1.55 system-ui,sans-serif;color:#1d2327;background:#fbf8f3;margin:0;padding:24px 16px';
const SHEET = 'max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px;padding:24px';
const TAG = 'border-left:4px solid #8a5a00;background:#f6e7c6;padding:12px 16px;margin:16px 0;border-radius:0 8px 8px 0';
const BUTTON =
  'display:inline-block;background:#0b5d57;color:#ffffff;padding:12px 20px;border-radius:10px;text-decoration:none;font-weight:600';

const page = ({ subject, paragraphs, facts, act, after }: Letter) => html`<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${subject}</title></head>
<body style="${BODY}"><div style="${SHEET}">
<h1 style="font-size:22px;line-height:1.25;margin:0 0 16px">${subject}</h1>
${paragraphs.map((text) => html`<p>${text}</p>`)}
<div style="${TAG}">${facts.map(([label, value]) => html`<div><strong>${label}:</strong> ${value}</div>`)}</div>
${act ? html`<p><a href="${act.link}" style="${BUTTON}">${act.label}</a></p><p style="font-size:14px;word-break:break-all">Gdyby przycisk nie działał, skopiuj ten adres do przeglądarki:<br>${act.link}</p>` : ''}
${after.map((text) => html`<p style="font-size:14px;color:#5a6168">${text}</p>`)}
</div></body></html>`;
