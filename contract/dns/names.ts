const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const OWNER = new RegExp(`^(?:\\*|${LABEL})(?:\\.${LABEL})*$`);
const MAX_NAME = 253;

/** Lower case, letters beyond ASCII in their `xn--` form; null for what no name can hold. Dots at the end stay. */
function folded(text: string): string | null {
  const lower = text.normalize('NFC').toLowerCase();
  const labels = lower.split('.').map((label) => (/^[\x21-\x7e]*$/.test(label) ? label : punycode(label)));
  return labels.includes(null) ? null : labels.join('.');
}

function punycode(label: string): string | null {
  if (/[/?#@:%[\]\\*\s]/.test(label) || !URL.canParse(`http://${label}.pl`)) return null;
  return new URL(`http://${label}.pl`).hostname.slice(0, -'.pl'.length);
}

export const isHostName = (name: string): boolean => name.length <= MAX_NAME && HOST.test(name);
/** The same, or with `*` in place of its first label. */
export const isOwnerName = (name: string): boolean => name.length <= MAX_NAME && OWNER.test(name);
/** True for the domain itself and all names below it. */
export const isWithin = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

/** How a name becomes whole: lower-case ASCII without a dot at its end. Null when nothing can be made of it. */
export type Resolve = (text: string) => string | null;

const joined = (name: string, origin: string) => (origin === '' ? name : `${name}.${origin}`);

/** Names as a zone file has them (RFC 1035): `@`, whole with a dot at the end, or else below the origin, which is empty for the root. */
export const fileNames =
  (origin: string): Resolve =>
  (text) => {
    if (text === '@') return origin === '' ? null : origin;
    const name = folded(text);
    return name?.endsWith('.') ? name.slice(0, -1) : name && joined(name, origin);
  };

/** An owner's name as people type it: `@` or nothing for the domain, whole with or without its dot, or else below the domain. */
export const typedOwner =
  (domain: string): Resolve =>
  (text) => {
    if (text === '@' || text === '') return domain;
    const name = folded(text);
    if (name?.endsWith('.')) return name.slice(0, -1);
    return name && (isWithin(name, domain) ? name : joined(name, domain));
  };

/** A host's name as people type it into a record: like an owner's, but a name with a dot in it is whole, whatever domain it is of. */
export const typedHost =
  (domain: string): Resolve =>
  (text) =>
    text.includes('.') ? fileNames('')(text) : typedOwner(domain)(text);
