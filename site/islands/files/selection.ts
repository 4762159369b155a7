/** What is chosen in a list, where the keyboard is, and where a range began. */
export interface Selection {
  chosen: ReadonlySet<string>;
  focus: string | null;
  anchor: string | null;
}

export const NOTHING: Selection = { chosen: new Set(), focus: null, anchor: null };

/** This one alone. */
export const only = (ref: string): Selection => ({ chosen: new Set([ref]), focus: ref, anchor: ref });

/** The keyboard goes there; what is chosen stays. */
export const moveTo = (selection: Selection, ref: string): Selection => ({ ...selection, focus: ref });

/** This one too, or no more. */
export function toggle({ chosen }: Selection, ref: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(ref)) next.add(ref);
  return { chosen: next, focus: ref, anchor: ref };
}

/** Everything from where the range began to here. */
export function extendTo(selection: Selection, refs: readonly string[], ref: string): Selection {
  const anchor = selection.anchor ?? selection.focus ?? ref;
  const ends = [refs.indexOf(anchor), refs.indexOf(ref)];
  if (ends.includes(-1)) return only(ref);
  const range = refs.slice(Math.min(...ends), Math.max(...ends) + 1);
  return { chosen: new Set(range), focus: ref, anchor };
}

export const all = (selection: Selection, refs: readonly string[]): Selection => ({ ...selection, chosen: new Set(refs) });
export const none = (selection: Selection): Selection => ({ ...selection, chosen: new Set() });

/** What is left of a selection in a list that was read anew; the keyboard stays where it was, by place if not by name. */
export function keptIn(selection: Selection, refs: readonly string[], before: readonly string[]): Selection {
  const here = new Set(refs);
  const focus = selection.focus;
  const place = focus === null ? -1 : before.indexOf(focus);
  const kept = focus === null || here.has(focus) ? focus : (refs[Math.min(Math.max(place, 0), refs.length - 1)] ?? null);
  return {
    chosen: new Set([...selection.chosen].filter((ref) => here.has(ref))),
    focus: kept,
    anchor: selection.anchor !== null && here.has(selection.anchor) ? selection.anchor : null,
  };
}
