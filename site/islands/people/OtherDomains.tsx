import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { useLoad } from '../parts/use-load.ts';
import { isTakeable } from './people-words.ts';

/** Domains that other clients look after: known by number alone, so nobody but the owner knows whether one of them is this person (R6). */
export function useOtherDomains(personId: string): readonly GrantView[] {
  const query = { kind: 'delegation', limit: '100' } as const;
  const found = useLoad(personId, () => call((options) => api.grants.$get({ query }, options), { quiet: true }));
  return (found.value?.grants ?? []).filter((grant) => grant.personId !== personId && isTakeable(grant));
}

interface OtherDomainsProps {
  domains: readonly GrantView[];
  picked: ReadonlySet<string>;
  onPick: (id: string, on: boolean) => void;
}

/** Asks whether such a client is this very person, and lets their domain go with the rest. */
export function OtherDomains({ domains, picked, onPick }: OtherDomainsProps) {
  if (domains.length === 0) return null;
  return (
    <section>
      <h3>Czy ta osoba zarządza też domeną?</h3>
      <p>
        Klienta, który zarządza domeną, znamy tylko po numerze. Jeśli to ta sama osoba, zaznacz – odbierzemy to razem z resztą.
      </p>
      <div class="choices">
        {domains.map(({ id, spec, grantee }) => (
          <label key={id} class="choice">
            <input type="checkbox" checked={picked.has(id)} onChange={(event) => onPick(id, event.currentTarget.checked)} />
            <span>
              <strong>{spec.kind === 'delegation' ? `domena ${spec.domain}` : ''}</strong>
              <small>{grantee.name}</small>
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
