import type { CessionItem, CessionView } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { Facts } from './Progress.tsx';

const WHY_OVER = {
  cancelled: 'Jedna ze stron odwołała cesję.',
  declined: 'Druga strona odmówiła.',
  expired: 'Minęło 14 dni bez potwierdzenia obu stron.',
} as const;

const NothingChanged = ({ state }: { state: keyof typeof WHY_OVER }) => (
  <div class="notice" data-tone="attention">
    <h2>Cesja nie doszła do skutku</h2>
    <p>{WHY_OVER[state]} Nic się nie zmieniło: abonent i wszystkie dostępy są takie jak przedtem.</p>
  </div>
);

function Farewell({ kind }: Pick<CessionView, 'kind'>) {
  return (
    <div class="notice" data-tone="ok">
      <h2>{kind === 'account' ? 'To konto nie jest już Twoje' : 'Ta domena nie jest już Twoja'}</h2>
      <p>
        Cesja jest zakończona. {kind === 'account' ? 'Nie masz już wstępu do tego konta, a' : 'A'} o wszystkim decyduje nowy
        abonent. Dostępy, które miały się skończyć, są odbierane.
      </p>
      <p>Wydrukuj albo zapisz to potwierdzenie. Twoje logowanie działa dalej – także do innych kont, jeśli je masz.</p>
    </div>
  );
}

function Welcome({ kind }: Pick<CessionView, 'kind'>) {
  return (
    <div class="notice" data-tone="ok">
      <h2>{kind === 'account' ? 'To konto jest teraz Twoje' : 'Ta domena jest teraz Twoja'}</h2>
      <p>Cesja jest zakończona. Poniżej widzisz, kto zachował dostęp. Każdy z nich możesz od razu odebrać.</p>
      <p class="acts">
        <a class="button" href={kind === 'account' ? '/panel/' : '/panel/domeny/'}>
          {kind === 'account' ? 'Zobacz, kto ma dostęp' : 'Przejdź do domen'}
        </a>
      </p>
    </div>
  );
}

function ItemList({ title, none, items }: { title: string; none: string; items: readonly CessionItem[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="cession-items">
          {items.map((item) => (
            <li key={item.id} class="cession-item">
              {item.title} <small>{item.person}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who passed what to whom, what stayed and what ended; prints as it stands. */
const Receipt = ({ view }: { view: CessionView }) => (
  <section class="cession-receipt">
    <h2>Potwierdzenie cesji</h2>
    <Facts view={view} />
    <ItemList title="Zostało" none="Żaden dostęp nie został." items={view.items.filter(({ decision }) => decision === 'keep')} />
    <ItemList
      title="Skończyło się"
      none="Żaden dostęp się nie skończył."
      items={view.items.filter(({ decision }) => decision === 'end')}
    />
    <p class="hint">Numer cesji: {view.id}</p>
    <p class="acts">
      <Act tone="quiet" onAct={() => print()}>
        Wydrukuj potwierdzenie
      </Act>
    </p>
  </section>
);

/** A cession that is over: a farewell, a welcome, or the news that nothing has changed. */
export function Ended({ view }: { view: CessionView }) {
  const { state, side, kind } = view;
  if (state === 'cancelled' || state === 'declined' || state === 'expired')
    return (
      <>
        <NothingChanged state={state} />
        <Facts view={view} />
      </>
    );
  return (
    <>
      {side === 'giver' ? <Farewell kind={kind} /> : <Welcome kind={kind} />}
      <Receipt view={view} />
    </>
  );
}
