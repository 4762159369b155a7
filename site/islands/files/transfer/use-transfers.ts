import { useEffect, useState } from 'preact/hooks';
import type { Uploads } from './uploads.ts';
import type { Snapshot } from './watch.ts';

const stay = (event: BeforeUnloadEvent) => event.preventDefault();

/** All uploads as they are now; while some go, leaving the page is asked about first. */
export function useTransfers(uploads: Uploads): Snapshot {
  const [now, setNow] = useState(uploads.watch.snapshot);
  useEffect(() => {
    const look = () => setNow(uploads.watch.snapshot);
    look();
    return uploads.watch.subscribe(look);
  }, [uploads]);
  useEffect(() => {
    const back = () => uploads.online();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [uploads]);
  const { going } = now;
  useEffect(() => {
    if (!going) return;
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [going]);
  return now;
}
