import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ERRORS, type ErrorCode } from '../../contract/index.ts';
import type { AppEnv } from './env.ts';
import { problemBody, Refusal } from './refusal.ts';

/** What Hono itself refuses, in our words. */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed-json',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

const className = (error: unknown) => (error instanceof Error ? error.constructor.name : typeof error);

/** Where it happened, without what it said: drizzle's messages hold the values of the query. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

/** Writes down an unexpected error in a form that can hold no personal data and no secret. */
export function reportFault(error: unknown, requestId: string): void {
  const cause = error instanceof Error && error.cause ? className(error.cause) : null;
  console.error(
    JSON.stringify({
      event: 'fault',
      requestId,
      error: className(error),
      cause,
      at: error instanceof Error ? framesOf(error) : [],
    }),
  );
}

/** The audit takes no row of somebody whose session was read before the subscriber changed. */
function isOfFormerOwner(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('NOT NULL constraint failed: audit.hits')) return true;
  }
  return false;
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isOfFormerOwner(error)) return new Refusal('owner-changed');
  const code = error instanceof HTTPException ? CODE_BY_STATUS[error.status] : undefined;
  return code ? new Refusal(code) : null;
}

/** The one place where errors become HTTP. */
export const answerProblem: ErrorHandler<AppEnv> = (error, c) => {
  const refusal = asRefusal(error);
  if (!refusal) reportFault(error, c.get('requestId'));
  const code = refusal?.code ?? 'internal';
  return c.json(problemBody(code, refusal?.fields), ERRORS[code].status, refusal?.headers);
};
