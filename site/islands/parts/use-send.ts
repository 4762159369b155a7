import { useState } from 'preact/hooks';
import type { Failure, Result } from '../../api/result.ts';

/** One act at a time: whether it is being sent, and how it was refused. */
export function useSend() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const send = async <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
    setBusy(true);
    setFailed(null);
    const result = await act();
    setBusy(false);
    setFailed(result.ok ? null : result);
    return result;
  };
  return { busy, failed, setFailed, send };
}
