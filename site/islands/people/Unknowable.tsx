import { useDraft } from '../parts/use-draft.ts';

const PLACES = [
  ['wordpress', 'WordPress albo inny system strony', 'Usuń jej konto albo zmień hasło administratora.'],
  ['sklep', 'Sklep internetowy i płatności', 'Sprawdź konta pracowników, operatora płatności i firmę kurierską.'],
  ['klucze', 'Klucze API i hasła zapisane w plikach', 'Wygeneruj nowe, na przykład hasło do bazy w pliku konfiguracji strony.'],
  ['google', 'Google, Facebook i narzędzia statystyk', 'Usuń tę osobę z listy użytkowników wizytówki, reklam i statystyk.'],
  ['wspolne', 'Inne wspólne hasła', 'Menedżer haseł, sieć Wi-Fi, komputer w biurze, konta u dostawców.'],
] as const;
const NOTHING_YET = Object.fromEntries(PLACES.map(([id]) => [id, false]));

/** Advice about secrets that nobody here can know of, to be ticked off; the ticks stay in this browser. */
export function Unknowable({ name }: { name: string }) {
  const { draft, change } = useDraft<Record<string, boolean>>(`sprawdz:${name}`, NOTHING_YET);
  return (
    <section>
      <h2>Sprawdź też poza Klucznikiem</h2>
      <p>O tych hasłach nic nie wiemy, więc sami ich nie odbierzemy. Odhacz to, co już załatwione lub Cię nie dotyczy.</p>
      <div class="choices">
        {PLACES.map(([id, place, what]) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={draft[id] === true}
              onChange={(event) => change({ [id]: event.currentTarget.checked })}
            />
            <span>
              <strong>{place}</strong>
              <small>{what}</small>
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
