import { useCallback, useState } from 'preact/hooks';

const slot = (name: string) => `klucznik:szkic:${name}`;

/** What is kept under a name, laid over `initial`; only text and truth values of known keys are believed. */
export function readDraft<D extends Record<string, string | boolean>>(text: string | null, initial: D): D {
  if (!text) return initial;
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return initial;
  const known = Object.entries(kept).filter(
    ([key, value]) => Object.hasOwn(initial, key) && typeof value === typeof initial[key],
  );
  return { ...initial, ...Object.fromEntries(known) };
}

/** What is kept under a name now, for a page that only shows it. */
export const keptDraft = <D extends Record<string, string | boolean>>(name: string, initial: D): D =>
  readDraft(sessionStorage.getItem(slot(name)), initial);

/** A form's values, kept through a reload and an expired session. Never give it a secret. */
export function useDraft<D extends Record<string, string | boolean>>(name: string, initial: D) {
  const [draft, setDraft] = useState<D>(() => keptDraft(name, initial));
  const change = useCallback(
    (part: Partial<D>) =>
      setDraft((old) => {
        const next = { ...old, ...part };
        sessionStorage.setItem(slot(name), JSON.stringify(next));
        return next;
      }),
    [name],
  );
  const forget = useCallback(() => sessionStorage.removeItem(slot(name)), [name]);
  return { draft, change, forget };
}

/** Leaves something for a form on another page to begin with, over what is kept for it already. Never give it a secret. */
export function keepDraft(name: string, part: Record<string, string | boolean>): void {
  const kept = sessionStorage.getItem(slot(name));
  const before: unknown = kept ? JSON.parse(kept) : {};
  sessionStorage.setItem(slot(name), JSON.stringify({ ...(typeof before === 'object' ? before : {}), ...part }));
}
