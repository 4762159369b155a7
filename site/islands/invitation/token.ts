const SLOT = 'klucznik:zaproszenie';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token in an address's fragment, or null. Forgiving about what mail programs add around a link. */
export function tokenIn(hash: string): string | null {
  const text = hash.replace(/^#/, '').replace(/(%[0-9a-f]{2}|[\s.,;:>)\]])+$/i, '');
  return TOKEN.test(text) ? text : null;
}

/**
 * Takes the token out of the address bar, so that it is in no history, screenshot or shared address; it is kept for a
 * reload of this tab, apart for each kind of link.
 */
export function takeToken(slot = SLOT): string | null {
  const fresh = tokenIn(location.hash);
  if (fresh) {
    sessionStorage.setItem(slot, fresh);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return fresh ?? sessionStorage.getItem(slot);
}
