/** A `mailto:` link with its subject; the body, if any, comes last, where the worker adds the answers. */
export function mailAddress(to: string, subject: string, body?: string): string {
  const plain = (text: string) => encodeURIComponent(text.replaceAll('\u00a0', ' '));
  return `mailto:${to}?subject=${plain(subject)}${body === undefined ? '' : `&body=${plain(body)}`}`;
}
