import { type Answered, type Answers, toAnswers } from './resolve.ts';

const ROOT = '/kreator/';

/** The address that takes a person on: the worker sends it to the first open question or to the end. */
export const flowAddress = (flow: string, answers: Answers = {}) => withQuery(`${ROOT}${flow}/`, answers);

/** The address of one question or end, with the answers that led there and those kept for later. */
export const pageAddress = (flow: string, page: string, path: readonly Answered[] = []) =>
  withQuery(`${ROOT}${flow}/${page}/`, toAnswers(path));

function withQuery(path: string, answers: Answers): string {
  const query = new URLSearchParams(answers).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Reads `/kreator/<flow>/<page>/`; null for any other path. `page` is null on the wizard's first page. */
export function readAddress(pathname: string): { flow: string; page: string | null } | null {
  const [flow, page, ...rest] = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length).split('/') : [];
  if (!flow || page === undefined) return null;
  if (page === '') return rest.length === 0 ? { flow, page: null } : null;
  return rest.length === 1 && rest[0] === '' ? { flow, page } : null;
}
