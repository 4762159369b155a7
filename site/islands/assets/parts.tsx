import type { DatabaseView } from '../../../contract/index.ts';
import { accessLinks, assetTrouble, bytesWords, peopleWords, planWords, stateMark } from './words.ts';

type Access = DatabaseView['access'];

export function StateMark({ asset }: { asset: Pick<DatabaseView, 'problem' | 'state'> }) {
  const { word, look } = stateMark(asset);
  return (
    <span class="state" data-state={look}>
      {word}
    </span>
  );
}

/** What keeps the server from doing what was asked, and what to do about it. */
export function ProblemNote({ asset, again }: { asset: Pick<DatabaseView, 'problem' | 'state'>; again: string }) {
  const words = assetTrouble(asset, again);
  return words ? <p class="asset-note">{words}</p> : null;
}

export const SizeFact = ({ bytes }: { bytes: number | null }) => (
  <div>
    <dt>Rozmiar</dt>
    <dd>{bytesWords(bytes)}</dd>
  </div>
);

/** How many people were given access, each with a way to their grant. */
export const AccessFact = ({ access }: { access: Access }) => (
  <div>
    <dt>Kto ma dostęp</dt>
    <dd>
      {peopleWords(access)}
      {access.length > 0 ? (
        <ul class="asset-people">
          {accessLinks(access).map(({ grantId, label }) => (
            <li key={grantId}>
              <a href={`/panel/dostep/?id=${encodeURIComponent(grantId)}`}>{label}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </dd>
  </div>
);

export const PlanLine = ({ what, plan }: { what: string; plan: Parameters<typeof planWords>[1] }) => (
  <p class="hint">{planWords(what, plan)}</p>
);

/** Says what cannot be known or done while the server is away. */
export function HostAway({ host, cannot }: { host: string; cannot: string }) {
  return (
    <div class="notice" data-tone="attention">
      <p>
        <strong>Serwer {host} teraz nie odpowiada.</strong> Pokazujemy to, co wiemy bez niego, więc brakuje rozmiarów, a lista
        może być niepełna. {cannot} Sprawdzamy dalej – gdy serwer wróci, strona odświeży się sama.
      </p>
    </div>
  );
}

/** Each person whose access goes with what is deleted. */
export function AccessLost({ access, again }: { access: Access; again: string }) {
  if (access.length === 0) return <p>Nikt nie ma teraz nadanego dostępu, więc nikomu go nie odbierzesz.</p>;
  return (
    <>
      <p>Razem z nią dostęp stracą:</p>
      <ul>
        {accessLinks(access).map(({ grantId, label }) => (
          <li key={grantId}>{label}</li>
        ))}
      </ul>
      <p>{again}</p>
    </>
  );
}

/** Said only to screen readers, so that buttons in a list are not all called the same. */
export const About = ({ name }: { name: string }) => <span class="visually-hidden">: {name}</span>;

/** The state could not be asked for just now; what is known stays. */
export const Lost = ({ lost }: { lost: boolean }) => (
  <p class="hint" role="status">
    {lost ? 'Nie udało się odświeżyć listy. Próbujemy dalej – poniżej jest to, co wiemy.' : ''}
  </p>
);
