import type { GrantView } from '../../../contract/index.ts';

/*
 * A look-through as far as this page has come: the grants in their order, where one stands, and what was decided. Every
 * decision is sent at once and the next grant shown without waiting for the answer.
 */

export type Decision = 'keep' | 'end';
export interface Mark {
  decision: Decision;
  state: 'sending' | 'saved' | 'failed';
  /** Why it was refused; null unless it failed. */
  message: string | null;
}

export interface Course {
  grants: readonly GrantView[];
  /** Which of them is being asked about; past the last one when all are decided. */
  at: number;
  marks: ReadonlyMap<string, Mark>;
  /** Decided before this page was opened. */
  doneBefore: number;
  total: number;
}

interface Known {
  done: number;
  left: number;
  next: readonly GrantView[];
}

export const startCourse = ({ done, left, next }: Known): Course => ({
  grants: next,
  at: 0,
  marks: new Map(),
  doneBefore: done,
  total: done + left,
});

const withMark = (course: Course, id: string, mark: Mark): Course => ({ ...course, marks: new Map(course.marks).set(id, mark) });

/** Decides on the grant that is asked about, and goes on to the next. */
export function decided(course: Course, decision: Decision): Course {
  const grant = course.grants[course.at];
  if (!grant) return course;
  return { ...withMark(course, grant.id, { decision, state: 'sending', message: null }), at: course.at + 1 };
}

/** True when deciding so sends something: what is kept already, or taken back, is passed by. */
export function sendsAnything(course: Course, decision: Decision): boolean {
  const grant = course.grants[course.at];
  const mark = grant && course.marks.get(grant.id);
  if (!grant) return false;
  return !mark || mark.state === 'failed' || (mark.decision === 'keep' && decision === 'end');
}

export const passed = (course: Course): Course => ({ ...course, at: Math.min(course.at + 1, course.grants.length) });
export const back = (course: Course): Course => ({ ...course, at: Math.max(course.at - 1, 0) });

/** The answer to a decision; `after` is the grant as it is now, where the answer says. */
export function answered(course: Course, id: string, refusal: string | null, after: GrantView | null = null): Course {
  const mark = course.marks.get(id);
  if (!mark) return course;
  const next = withMark(course, id, { ...mark, state: refusal === null ? 'saved' : 'failed', message: refusal });
  return after ? { ...next, grants: next.grants.map((one) => (one.id === id ? after : one)) } : next;
}

/** More of them, after those that are decided; what was refused comes again, as it is now. */
export function continued(course: Course, { next }: Pick<Known, 'next'>): Course {
  const settled = course.grants.filter(({ id }) => course.marks.get(id)?.state === 'saved');
  const known = new Set(settled.map(({ id }) => id));
  const grants = [...settled, ...next.filter(({ id }) => !known.has(id))];
  return { ...course, grants, at: settled.length, marks: new Map([...course.marks].filter(([id]) => known.has(id))) };
}

export const isSending = ({ marks }: Course): boolean => [...marks.values()].some(({ state }) => state === 'sending');
export const decidedSo = ({ grants, marks }: Course, decision: Decision): GrantView[] =>
  grants.filter(({ id }) => marks.get(id)?.decision === decision && marks.get(id)?.state !== 'failed');
export const refused = ({ grants, marks }: Course): GrantView[] => grants.filter(({ id }) => marks.get(id)?.state === 'failed');
