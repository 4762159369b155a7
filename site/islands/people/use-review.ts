import { useEffect, useState } from 'preact/hooks';
import type { GrantView, ReviewView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import type { Failure } from '../../api/result.ts';
import { takeBack } from '../grant/acts.ts';
import { useLoad } from '../parts/use-load.ts';
import {
  answered,
  back,
  type Course,
  continued,
  type Decision,
  decided,
  isSending,
  passed,
  sendsAnything,
  startCourse,
} from './review-course.ts';

const readReview = (quiet: boolean) => call((options) => api.review.$get({}, options), { quiet });
const startReview = () => call((options) => api.review.$post({}, options), { act: actOf('przeglad', null, sessionStorage) });

function keep({ id, version }: GrantView) {
  const json = { version };
  const act = actOf(`zostaje:${id}`, json, sessionStorage);
  return call((options) => api.grants[':grantId'].keeping.$post({ param: { grantId: id }, json }, options), { act });
}

/** The look-through: what was known at first, the course once it is under way, and the acts in it. */
export function useReview() {
  const first = useLoad('przeglad', () => readReview(false));
  const [course, setCourse] = useState<Course | null>(null);
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (alter: (course: Course) => Course) => setCourse((old) => old && alter(old));
  const begin = (view: ReviewView) => setCourse(startCourse(view));

  const start = async () => {
    setBusy(true);
    const result = await startReview();
    setBusy(false);
    setFailed(result.ok ? null : result);
    if (result.ok) begin(result.value);
  };
  /** Asks for what is left, when everything that this page knew of is decided. */
  const goOn = async () => {
    const result = await readReview(false);
    setFailed(result.ok ? null : result);
    if (!result.ok) return;
    if (result.value.startedAt === null || result.value.left === 0) setOver(true);
    else change((old) => continued(old, result.value));
  };
  const atEnd = course !== null && course.at >= course.grants.length;
  const waits = course !== null && isSending(course);
  useEffect(() => {
    if (atEnd && !waits && !over) void goOn();
  }, [atEnd, waits, over]);

  const decide = async (decision: Decision) => {
    const grant = course?.grants[course.at];
    if (!course || !grant) return;
    if (!sendsAnything(course, decision)) return change(passed);
    change((old) => decided(old, decision));
    const result = decision === 'keep' ? await keep(grant) : await takeBack(grant);
    const after = result.ok && 'spec' in result.value ? result.value : null;
    change((old) => answered(old, grant.id, result.ok ? null : result.message, after));
  };
  /** What a grant that is being taken back has become. */
  const seen = (grant: GrantView) =>
    change((old) => ({ ...old, grants: old.grants.map((one) => (one.id === grant.id ? grant : one)) }));
  return {
    first,
    course,
    over,
    failed,
    busy,
    start,
    resume: begin,
    decide,
    back: () => change(back),
    goOn,
    seen,
  };
}
export type Review = ReturnType<typeof useReview>;
