import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';

/** Who may call a route at all; what they may do to one object is decided in that slice's rules. */
export type Access =
  /** Nobody needs to be signed in; what the body carries (a password, a token) is the proof. */
  | { who: 'anyone' }
  /** Any signed-in person, staff included. */
  | { who: 'signed-in' }
  /** A panel user of the account chosen in the session, with one of these roles. */
  | { who: 'member'; roles: readonly Role[]; stepUp?: true }
  /** The provider's own people. */
  | { who: 'staff'; roles: readonly StaffRole[] };

export const role = z.enum(['owner', 'administrator', 'user']);
export type Role = z.infer<typeof role>;
export const staffRole = z.enum(['support', 'operator']);
export type StaffRole = z.infer<typeof staffRole>;

/** Roles that may hand out and take back access (R1); role `user` only works with its seats (R2). */
export const MANAGERS = ['owner', 'administrator'] as const satisfies readonly Role[];

/** A moment, in milliseconds since the epoch. */
export const moment = z.int();
export const id = z.string().min(1).max(64);
export const text = (max: number) => z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too-long' });

export const problem = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    /** What is wrong with which field, when fields are to blame; `field` is a dotted path in the body. */
    fields: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  }),
});
export type Problem = z.infer<typeof problem>;

export const page = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) };

/** One JSON body or answer, in the shape that OpenAPI tools read. */
export const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } });
/** A successful JSON answer with its description for the API document. */
export const answer = <S extends z.ZodType>(description: string, schema: S) => ({ description, ...json(schema) });
/** A successful answer with no body. */
export const done = (description: string) => ({ description });
/** A required JSON request body. */
export const body = <S extends z.ZodType>(schema: S) => ({ ...json(schema), required: true as const });
