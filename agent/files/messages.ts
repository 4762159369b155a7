import { z } from 'zod';
import { ticketKey } from '../../contract/files/index.ts';

/** Whose tickets count now: said whole whenever it changes, so that nothing depends on what was heard before. */
export const standing = z.strictObject({
  t: z.literal('standing'),
  /** `until` null: the link that stands. Epoch ms. */
  keys: z.array(z.strictObject({ key: ticketKey, until: z.int().nullable() })),
  voided: z.array(z.strictObject({ account: z.string(), issuedBefore: z.int() })),
});
export type Standing = z.infer<typeof standing>;

/** What the agent says to its door. */
export const toDoor = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('open'),
    listenAddress: z.string(),
    port: z.int(),
    tls: z.strictObject({ certificate: z.string(), key: z.string() }).nullable(),
    customersRoot: z.string(),
    /** For sockets; root's alone. */
    runDir: z.string(),
    hostId: z.string(),
    edge: z.string(),
  }),
  standing,
]);
export type DoorOrder = Extract<z.infer<typeof toDoor>, { t: 'open' }>;

/** What a door says to its agent, and a hand to its door. */
export const fromBelow = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ready') }),
  /** No such tree, or none that is a customer's. */
  z.strictObject({ t: z.literal('no-tree') }),
  z.strictObject({ t: z.literal('swept') }),
  z.strictObject({ t: z.literal('complain'), words: z.string() }),
]);
export type FromBelow = z.infer<typeof fromBelow>;

/** What a door says to a hand. */
export const toHand = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('serve'), customersRoot: z.string(), tree: z.string(), socket: z.string() }),
  /** Throw away what nobody wants any longer. */
  z.strictObject({ t: z.literal('sweep') }),
]);
