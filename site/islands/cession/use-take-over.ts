import { useEffect, useState } from 'preact/hooks';
import type { CessionView } from '../../../contract/index.ts';
import { type Failure, failure, type Result } from '../../api/result.ts';
import { refreshSession } from '../../api/session.ts';
import { takeToken } from '../invitation/token.ts';
import { useLive } from '../parts/use-live.ts';
import { lookUpCession, readCession } from './acts.ts';
import { isUnderWay } from './cession-words.ts';

type Found<T> = T extends Promise<Result<infer V>> ? V : never;
export type CessionOffer = Found<ReturnType<typeof lookUpCession>>;

const SLOT = 'klucznik:cesja';
const slotOf = (token: string) => `${SLOT}:${token}`;

/** What the link in the letter leads to: the offer, and, once accepted, the cession itself for whoever accepted it. */
export function useTakeOver() {
  const [token, setToken] = useState(() => takeToken(SLOT));
  const [offer, setOffer] = useState<CessionOffer | null>(null);
  const [view, show] = useState<CessionView | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [lost, setLost] = useState(false);
  /** Remembered only once it is theirs, so that a reload asks for nothing that would be refused. */
  const setView = (next: CessionView) => {
    if (token) sessionStorage.setItem(slotOf(token), next.id);
    show(next);
  };
  /** Only its sides may read it, so a refusal here means that somebody has to sign in first. */
  const read = async (id: string) => {
    const result = await readCession(id, true);
    if (result.ok) setView(result.value);
    setLost(view !== null && !result.ok);
    return result;
  };
  const look = async () => {
    if (!token) return setFailed(failure('invitation-invalid'));
    await refreshSession();
    const known = sessionStorage.getItem(slotOf(token));
    // A link that has done its work opens nothing any more, while the side who used it may go on.
    if (known && (await read(known)).ok) return setFailed(null);
    const result = await lookUpCession(token);
    if (!result.ok) return setFailed(result);
    setFailed(null);
    setOffer(result.value);
    if (result.value.state !== 'offered') await read(result.value.id);
  };
  useEffect(() => {
    void look();
  }, [token]);
  useEffect(() => {
    const onHash = () => setToken(takeToken(SLOT));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const refresh = async () => {
    if (view && isUnderWay(view)) await read(view.id);
  };
  useLive(view !== null && isUnderWay(view), refresh);
  return { token, offer, view, setView, failed, lost, look, refresh };
}
