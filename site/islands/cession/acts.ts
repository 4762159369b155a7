import type { CessionItem, CessionView, Subscriber } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import type { Result } from '../../api/result.ts';

/* Acts on a cession; each keeps its key through a lost answer. */

export const readCessions = (quiet = false) => call((options) => api.cessions.$get({}, options), { quiet });
export const readCession = (cessionId: string, quiet = false) =>
  call((options) => api.cessions[':cessionId'].$get({ param: { cessionId } }, options), { quiet });

interface Start {
  kind: CessionView['kind'];
  serviceId: string | null;
  taker: { name: string; email: string };
  typed: string;
}
export function startCession(json: Start) {
  const act = actOf('cesja', json, sessionStorage);
  return call((options) => api.cessions.$post({ json }, options), { act });
}

export type Decided = { id: string; decision: NonNullable<CessionItem['decision']> };
/** As many as one request may carry. */
const AT_ONCE = 1000;

/** Saves decisions, in parts where there are very many; what was saved before a refusal stays saved. */
export async function decide({ id, version }: Pick<CessionView, 'id' | 'version'>, decided: readonly Decided[]) {
  const send = (part: Decided[], at: number): Promise<Result<CessionView>> => {
    const json = { version: at, decisions: part };
    const act = actOf(`cesja-decyzje:${id}`, json, sessionStorage);
    return call((options) => api.cessions[':cessionId'].decisions.$post({ param: { cessionId: id }, json }, options), { act });
  };
  let result = await send(decided.slice(0, AT_ONCE), version);
  for (let from = AT_ONCE; from < decided.length && result.ok; from += AT_ONCE)
    result = await send(decided.slice(from, from + AT_ONCE), result.value.version);
  return result;
}

export function confirmCession({ id, version }: Pick<CessionView, 'id' | 'version'>) {
  const json = { version };
  const act = actOf(`cesja-potwierdz:${id}`, json, sessionStorage);
  return call((options) => api.cessions[':cessionId'].confirmation.$post({ param: { cessionId: id }, json }, options), { act });
}

export function cancelCession(cessionId: string) {
  const act = actOf(`cesja-odwolaj:${cessionId}`, null, sessionStorage);
  return call((options) => api.cessions[':cessionId'].cancellation.$post({ param: { cessionId } }, options), { act });
}

export function setBlock(blocked: boolean) {
  const act = actOf(`cesja-blokada:${blocked}`, null, sessionStorage);
  return blocked
    ? call((options) => api['cession-block'].$post({ json: {} }, options), { act })
    : call((options) => api['cession-block'].lifting.$post({ json: {} }, options), { act });
}

export const lookUpCession = (token: string) =>
  call((options) => api.cessions.lookup.$post({ json: { token } }, options), { quiet: true });

/** Quiet, because the page asks for the password itself. The key stays in memory: the body may hold a password. */
export function acceptCession(json: { token: string; subscriber: Subscriber; password: string | null }) {
  const act = actOf('cesja-przyjmij', json);
  return call((options) => api.cessions.acceptance.$post({ json }, options), { act, quiet: true });
}

export function declineCession(token: string) {
  const json = { token };
  return call((options) => api.cessions.refusal.$post({ json }, options), { act: actOf('cesja-odmow', json) });
}
