import { sizeWords } from '../../../../content/words/index.ts';
import { api, call } from '../../../api/client.ts';
import { isOdd, visibleName } from '../../../words/names.ts';
import { TOO_LONG_FOR_ACCESS, tooLongForAccess } from '../../assets/names.ts';
import { addressOf } from '../../assets/service.ts';
import { AssetPicker } from './AssetPicker.tsx';
import type { PickerProps } from './picker.ts';

const WORDS = {
  reading: 'Czytamy bazy danych z serwera…',
  away: 'Serwer teraz nie odpowiada, więc nie widać rozmiarów. Wybór sprawdzimy, gdy wróci.',
  gone: 'Wybranej wcześniej bazy nie ma już na liście. Wybierz inną.',
};

const Empty = ({ serviceId }: Pick<PickerProps, 'serviceId'>) => (
  <>
    <h2>Ta usługa nie ma jeszcze gotowej bazy danych</h2>
    <p>Utwórz bazę i wróć tutaj. To, co jest w formularzu, zostanie.</p>
    <p class="acts">
      <a class="button button-quiet" href={addressOf('/panel/bazy/', serviceId)}>
        Przejdź do baz danych
      </a>
    </p>
  </>
);

const hintOf = (name: string, bytes: number | null): string =>
  [bytes === null ? '' : `Rozmiar: ${sizeWords(bytes)}`, isOdd(name) ? 'W nazwie są znaki zapisane tu kodem' : '']
    .filter(Boolean)
    .join('. ');

async function load(serviceId: string) {
  const list = await call((options) => api.services[':serviceId'].databases.$get({ param: { serviceId } }, options));
  if (!list.ok) return list;
  const ready = list.value.databases.filter(({ state }) => state === 'ready');
  const assets = ready.map(({ name, bytes }) => {
    const closed = tooLongForAccess(name) > 0;
    return { name, shown: visibleName(name), hint: closed ? TOO_LONG_FOR_ACCESS : hintOf(name, bytes), closed };
  });
  return { ok: true as const, value: { live: list.value.live, assets } };
}

/** One database of the service (R9). */
export const DatabasePicker = ({ serviceId, scope, onChange, error }: PickerProps) =>
  serviceId ? (
    <AssetPicker
      of={`bazy:${serviceId}`}
      field="spec.database"
      legend="Która baza danych"
      load={() => load(serviceId)}
      chosen={scope.database}
      onChoose={(database) => onChange({ database })}
      error={error}
      words={WORDS}
      empty={<Empty serviceId={serviceId} />}
    />
  ) : null;
