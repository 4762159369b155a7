import type { GrantSpec } from '../../../contract/index.ts';

/** One level of access, as a choice that says what it adds to the one before. */
export interface Level<A extends string = string> {
  value: A;
  label: string;
  hint: string;
}

/** What the levels of a kind are told apart by: what may be done, or as whom. */
type LevelOf<S> = S extends { access: infer A extends string } ? A : S extends { role: infer R extends string } ? R : 'manage';

/** Everything about one kind of grant that people read. Written as methods, so that each kind names its own spec. */
export interface KindWords<S extends GrantSpec = GrantSpec> {
  /** The kind as a choice. */
  label: string;
  hint: string;
  /** What it opens before anybody has said which one: „jedna baza danych, którą wskażesz”. */
  proposed: string;
  /** What it opens: a noun and, where there is one, the name as the server has it. */
  area(spec: S): { noun: string; name: string | null };
  /** What may be done, after „osoba może”. */
  access(access: LevelOf<S>): string;
  /** What cannot be shown or checked while the server is away. */
  unseen: string;
  /** Levels of access, the smallest first. */
  levels: readonly Level<LevelOf<S>>[];
  /** Sentences in the third person, made of verbs that `toYou` knows. */
  canDo(spec: S): readonly string[];
  cannotDo(spec: S): readonly string[];
  /** R13: said where the choice is made. */
  risk(spec: S): string;
  /** How the access comes into force once the invited person has accepted, and who knows the password then. */
  afterInvite: string;
  /** What ends at once when the access is taken back, and what stays. */
  cut: string;
  /** The same, said to the person who gives it back. */
  gaveBack: string;
  /** What a fresh link lets the person do, and what happens to the password in use. */
  newSecret: string;
}
