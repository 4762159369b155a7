/** Which files of the site each file of scripts imports at once, by their names below the root. */
export type ImportsOf = ReadonlyMap<string, readonly string[]>;

const ISLAND = /(?:component|renderer)-url="\/([^"]+)"/g;
const PLACE = '</head>';

/** A page that asks for all scripts of its islands at once; without this a browser learns of each only from the one before. */
export function withPreloads(html: string, importsOf: ImportsOf): string {
  const wanted = new Set<string>();
  const want = (file: string) => {
    if (wanted.has(file)) return;
    wanted.add(file);
    for (const imported of importsOf.get(file) ?? []) want(imported);
  };
  for (const [, file = ''] of html.matchAll(ISLAND)) want(file);
  if (wanted.size === 0) return html;
  const links = [...wanted].map((file) => `<link rel="modulepreload" href="/${file}">`);
  return html.replace(PLACE, () => `${links.join('')}${PLACE}`);
}
