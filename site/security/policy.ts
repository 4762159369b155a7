import { createHash } from 'node:crypto';

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
/** A data block is never run, so a policy need not allow it. */
const DATA = /type="application\/(ld\+)?json"/;
const INLINE_CODE = /<[a-z][^>]*\s(style|on[a-z]+)="/i;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const sources = (own: boolean, inline: readonly string[]) => {
  const all = [...(own ? ["'self'"] : []), ...new Set(inline.map(hash))];
  return all.length > 0 ? all.join(' ') : "'none'";
};

/** A page that says so in its head speaks to customers' hosting servers directly; which ones, only the API knows. */
const SPEAKS_TO_HOSTS = '<meta name="file-door"';
/** On one machine, in a demo or a test, a hosting server has no certificate. */
const HOSTS = ' https: http://127.0.0.1:*';

/**
 * The narrowest Content-Security-Policy under which one built page works: its own inline styles and scripts by hash,
 * files of this site only if the page runs scripts at all. Throws when the page holds code that no hash can allow.
 */
export function policyFor(html: string): string {
  const offending = INLINE_CODE.exec(html);
  if (offending)
    throw new Error(`a ${offending[1]}="…" attribute would be ignored under the site's policy: …${offending[0].slice(-80)}`);
  const scripts = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => !DATA.test(attributes));
  const inline = scripts.filter(([, attributes = '']) => !/\ssrc=/.test(attributes)).map(([, , body = '']) => body);
  const runs = scripts.length > 0;
  const styles = [...html.matchAll(STYLE)].map(([, body = '']) => body);
  const hosts = html.includes(SPEAKS_TO_HOSTS) ? HOSTS : '';
  return [
    "default-src 'none'",
    `script-src ${sources(runs, inline)}`,
    `style-src ${sources(runs || html.includes('rel="stylesheet"'), styles)}`,
    // A picture that was fetched with a ticket is shown from memory.
    `img-src 'self' data:${hosts && ' blob:'}`,
    ...(runs ? [`connect-src 'self'${hosts}`] : []),
    // A download is a form, answered in a frame that nobody sees.
    ...(hosts ? [`frame-src${hosts}`] : []),
    `form-action 'self'${hosts}`,
  ].join(';');
}

const PLACE = '<meta charset="utf-8">';

/** The page with its policy in its head, before anything that it governs. */
export function withPolicy(html: string): string {
  if (!html.includes(PLACE)) throw new Error(`no ${PLACE} to put the policy after`);
  return html.replace(PLACE, () => `${PLACE}<meta http-equiv="content-security-policy" content="${policyFor(html)}">`);
}
