const LOCAL = /^[^\s@"(),:;<>[\]\\]{1,64}$/;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A domain's ASCII form; null for what no URL could hold. */
function asciiDomain(domain: string): string | null {
  if (/[/?#@:%[\]\\\s]/.test(domain)) return null;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null;
}

/** An e-mail as we compare and store it: trimmed, lower case, its domain in ASCII. Null when it is none. */
export function foldEmail(text: string): string | null {
  const parts = text.trim().normalize('NFC').toLowerCase().split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain || !LOCAL.test(local)) return null;
  const ascii = asciiDomain(domain);
  return ascii && DOMAIN.test(ascii) ? `${local}@${ascii}` : null;
}
