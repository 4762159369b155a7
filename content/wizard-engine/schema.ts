import { z } from 'zod';
import { grantIntent, panelIntent } from '../../contract/index.ts';

/*
 * The form of one wizard's YAML file. Its three parts never mix: `routing` says which answer leads where,
 * `policy` what an end means (what is granted, by which rule), `words` everything that people read.
 */

const id = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'use 2-40 small ASCII letters, digits and hyphens, starting with a letter');
const rule = z.string().regex(/^R([1-9]|1[0-6])$/, 'cite a rule of the domain, R1 to R16');
const rules = z.array(rule).min(1);
const sentence = z.string().trim().min(1).max(400);
const label = z.string().trim().min(1).max(90);

/** Earlier answers that must hold; several options of one question are written as a list. */
const condition = z.record(id, z.union([id, z.array(id).min(1)]));
/** A question or an end; or the first branch whose condition holds, the last one having none. */
const target = z.union([id, z.array(z.strictObject({ when: condition.optional(), to: id })).min(2)]);

const routing = z.strictObject({
  start: id,
  /** Question → option → target, in the order in which options are shown. */
  questions: z.record(id, z.record(id, target)),
});

/** An intent as a flow's author writes it: which flow and outcome it comes from is known. */
const [ftpIntent, databaseIntent, mailboxIntent] = grantIntent.options;
const where = { flow: true, outcome: true } as const;
const suggestedAccess = z.discriminatedUnion('kind', [
  z.strictObject(ftpIntent.omit(where).shape),
  z.strictObject(databaseIntent.omit(where).shape),
  z.strictObject(mailboxIntent.omit(where).shape),
  z.strictObject(panelIntent.omit(where).shape),
]);

/** For an access so wide that what it opens and what is smaller stand before how to give it (R13). */
const weighFirst = z.literal(true).optional();
const outcomePolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grant'), intent: suggestedAccess, weighFirst, rules }),
  z.strictObject({ kind: z.enum(['guide', 'own-act', 'order', 'support']), weighFirst, rules }),
]);

const policy = z.strictObject({
  questions: z.record(id, z.strictObject({ rules })),
  outcomes: z.record(id, outcomePolicy),
  /** Options of a question from the narrowest to the widest: a narrower answer must never open more. */
  narrowestFirst: z.record(id, z.array(id).min(2)),
});

const questionWords = z.strictObject({
  ask: label,
  /** How the question is called in the list of answers. */
  short: z.string().trim().min(1).max(30),
  help: sentence.optional(),
  options: z.record(
    id,
    z.strictObject({
      label,
      /** What choosing it leads to. */
      means: sentence,
      /** For „nie wiem” and the like: set apart from the real choices. */
      aside: z.literal(true).optional(),
    }),
  ),
});

/** A way on: to a page, or back into this wizard with these answers changed; null asks that question anew. */
const nextStep = z.union([
  z.strictObject({
    label,
    href: z.string().regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, 'link to a page of this site, like /poradniki/'),
  }),
  z.strictObject({ label, answers: z.record(id, id.nullable()) }),
]);

const outcomeWords = z.strictObject({
  title: label,
  lead: sentence,
  can: z.array(sentence).default([]),
  cannot: z.array(sentence).default([]),
  /** Why the next smaller access would not do; it is kept with the grant. */
  whyNotLess: sentence.optional(),
  risk: sentence.optional(),
  takeBack: sentence.optional(),
  /** What the owner does, in order. */
  steps: z.array(sentence).default([]),
  /** A message the owner sends to the other person; paragraphs are split by empty lines. */
  message: z.strictObject({ subject: label, body: z.string().trim().min(1).max(1200) }).optional(),
  /** True where the steps describe screens that the previous platform does not have (R14). */
  newPlatformOnly: z.literal(true).optional(),
  nextSteps: z.array(nextStep).default([]),
});

const words = z.strictObject({
  title: label,
  lead: sentence,
  questions: z.record(id, questionWords),
  outcomes: z.record(id, outcomeWords),
});

export const flowSchema = z.strictObject({ id, routing, policy, words });
/** One decision wizard, as checked data. */
export type Flow = z.infer<typeof flowSchema>;
export type Target = z.infer<typeof target>;
export type Condition = z.infer<typeof condition>;
export type OutcomePolicy = z.infer<typeof outcomePolicy>;
export type OutcomeWords = z.infer<typeof outcomeWords>;
