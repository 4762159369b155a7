import { useState } from 'preact/hooks';
import { EMPTY_DRAFT, isEmpty, readZoneDraft, type ZoneDraft } from './draft.ts';

const slot = (serviceId: string) => `klucznik:szkic:dns:${serviceId}`;

/** The change that is being collected for one domain, kept through a reload and an expired session. */
export function useZoneDraft(serviceId: string) {
  const [draft, setDraft] = useState<ZoneDraft>(() => readZoneDraft(sessionStorage.getItem(slot(serviceId))));
  const change = (next: ZoneDraft) => {
    if (isEmpty(next)) sessionStorage.removeItem(slot(serviceId));
    else sessionStorage.setItem(slot(serviceId), JSON.stringify(next));
    setDraft(next);
  };
  return { draft, change, forget: () => change(EMPTY_DRAFT) };
}
