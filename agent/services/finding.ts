/** One thing that access depends on, in plain Polish: what is well, or what is wrong and what to do about it. */
export type Finding = { ok: boolean; about: string; words: string };

/** `wrong` is null when all is well. */
export const finding = (about: string, wrong: string | null, well: string): Finding => ({
  ok: wrong === null,
  about,
  words: wrong ?? well,
});
