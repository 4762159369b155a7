import type { ComponentChildren } from 'preact';
import type { ServiceView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLoad } from '../parts/use-load.ts';
import { addressOf, chosenService } from './service.ts';

interface ForServiceProps {
  /** What a hosting service is needed for, as the end of a sentence. */
  whatFor: string;
  children: (service: ServiceView) => ComponentChildren;
}

/** The service whose things a page shows; with several, the choice stands in the address. */
export function ForService({ whatFor, children }: ForServiceProps) {
  const services = useLoad('services', () => call((options) => api.services.$get({}, options)));
  const list = services.value?.services.filter(({ kind }) => kind === 'hosting');
  if (services.failed) return <Refusal failed={services.failed} onRetry={services.reload} />;
  if (!list) return <Skeleton />;
  if (list.length === 0)
    return (
      <div class="empty">
        <h2>Na tym koncie nie ma jeszcze hostingu</h2>
        <p>{whatFor} Jeśli masz hosting na innym koncie, wybierz to konto u góry strony.</p>
      </div>
    );
  const chosen = chosenService(list, new URLSearchParams(location.search));
  return (
    <>
      {list.length > 1 || !chosen ? (
        <nav class="toolbar" aria-label="Usługa">
          {list.map(({ id, name }) => (
            <a key={id} href={addressOf(location.pathname, id)} aria-current={id === chosen?.id ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      ) : null}
      {chosen ? (
        children(chosen)
      ) : (
        <div class="notice" data-tone="attention">
          <p>Usługi z tego adresu nie ma na wybranym koncie. Wybierz jedną z powyższych.</p>
        </div>
      )}
    </>
  );
}
