import type { ZoneView } from '../../../contract/index.ts';
import { Copy } from '../parts/Copy.tsx';
import { dsParts } from './ds.ts';

function Ds({ ds, at }: { ds: string; at: number }) {
  const parts = dsParts(ds);
  return (
    <>
      <Copy name={`DS ${at}, w całości`} value={ds} />
      {parts ? (
        <details>
          <summary>
            Ten rekord w częściach<span class="visually-hidden">: DS {at}</span>
          </summary>
          <Copy name={`DS ${at}: numer klucza (key tag)`} value={parts.keyTag} />
          <Copy name={`DS ${at}: algorytm`} value={parts.algorithm} />
          <Copy name={`DS ${at}: rodzaj skrótu (digest type)`} value={parts.digestType} />
          <Copy name={`DS ${at}: skrót (digest)`} value={parts.digest} />
        </details>
      ) : null}
    </>
  );
}

/** Why there are no DS records to copy yet. */
const noDs = ({ version }: Pick<ZoneView, 'version'>) =>
  version === 0
    ? 'Domena nie ma jeszcze rekordów, więc nie ma czego podpisać. Dodaj pierwszy, a rekordy DS pojawią się tutaj.'
    : 'Serwer nazw teraz nie odpowiada, więc nie możemy ich pokazać. Odśwież stronę za chwilę.';

/** Name servers of the domain, and what its registry needs for DNSSEC. */
export function Servers({ zone }: { zone: ZoneView }) {
  return (
    <>
      <section aria-labelledby="servers">
        <h3 id="servers">Serwery nazw</h3>
        {zone.nameservers.length > 0 ? (
          <>
            <p>Domena działa według tych rekordów, gdy u jej rejestratora wpisane są właśnie te serwery:</p>
            {zone.nameservers.map((server, at) => (
              <Copy key={server} name={`Serwer nazw ${at + 1}`} value={server} />
            ))}
          </>
        ) : (
          <p>Serwer nazw jeszcze się nie zgłosił, więc nie znamy nazw do wpisania. Odśwież stronę za chwilę.</p>
        )}
      </section>
      <section aria-labelledby="dnssec">
        <h3 id="dnssec">DNSSEC</h3>
        <p>
          To podpis, po którym inni poznają, że odpowiedzi o Twojej domenie nikt nie podrobił. Nasz serwer podpisuje rekordy sam.
          Podpis zacznie się liczyć, gdy u rejestratora domeny wpiszesz poniższe rekordy DS.
        </p>
        {zone.ds && zone.ds.length > 0 ? (
          zone.ds.map((ds, at) => <Ds key={ds} ds={ds} at={at + 1} />)
        ) : (
          <p class="notice" data-tone="info">
            {noDs(zone)}
          </p>
        )}
        <p class="hint">
          Przenosisz domenę na inne serwery nazw? Najpierw usuń rekordy DS u rejestratora i odczekaj dobę. Inaczej część osób
          przestanie widzieć stronę i pocztę.
        </p>
      </section>
    </>
  );
}
