/** The parts of a DS record, as registrars ask for them one by one. */
export interface DsParts {
  keyTag: string;
  algorithm: string;
  digestType: string;
  digest: string;
}

/** Reads a DS record as `dig` shows it, with or without its name in front; null for what is none. */
export function dsParts(ds: string): DsParts | null {
  const [, keyTag, algorithm, digestType, digest] =
    /(?:^|\s)(\d{1,5})\s+(\d{1,3})\s+(\d{1,3})\s+([0-9a-f][0-9a-f\s]*)$/i.exec(ds.trim()) ?? [];
  if (!keyTag || !algorithm || !digestType || !digest) return null;
  return { keyTag, algorithm, digestType, digest: digest.replace(/\s+/g, '') };
}
