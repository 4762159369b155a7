import { sizeWords } from '../../../../content/words/index.ts';
import { api, call } from '../../../api/client.ts';
import { addressOf } from '../../assets/service.ts';
import { AssetPicker } from './AssetPicker.tsx';
import type { PickerProps } from './picker.ts';

const WORDS = {
  reading: 'Czytamy skrzynki z serwera…',
  away: 'Serwer teraz nie odpowiada, więc nie widać rozmiarów. Wybór sprawdzimy, gdy wróci.',
  gone: 'Wybranej wcześniej skrzynki nie ma już na liście. Wybierz inną.',
};

const Empty = ({ serviceId }: Pick<PickerProps, 'serviceId'>) => (
  <>
    <h2>Ta usługa nie ma jeszcze gotowej skrzynki</h2>
    <p>Utwórz skrzynkę i wróć tutaj. To, co jest w formularzu, zostanie.</p>
    <p class="acts">
      <a class="button button-quiet" href={addressOf('/panel/skrzynki/', serviceId)}>
        Przejdź do skrzynek
      </a>
    </p>
  </>
);

async function load(serviceId: string) {
  const list = await call((options) => api.services[':serviceId'].mailboxes.$get({ param: { serviceId } }, options));
  if (!list.ok) return list;
  const ready = list.value.mailboxes.filter(({ state }) => state === 'ready');
  const assets = ready.map(({ address, bytes }) => ({
    name: address,
    shown: address,
    hint: bytes === null ? null : `Rozmiar: ${sizeWords(bytes)}`,
  }));
  return { ok: true as const, value: { live: list.value.live, assets } };
}

/** One mailbox of the service (R10). */
export const MailboxPicker = ({ serviceId, scope, onChange, error }: PickerProps) =>
  serviceId ? (
    <AssetPicker
      of={`skrzynki:${serviceId}`}
      field="spec.address"
      legend="Która skrzynka"
      load={() => load(serviceId)}
      chosen={scope.address}
      onChoose={(address) => onChange({ address })}
      error={error}
      words={WORDS}
      empty={<Empty serviceId={serviceId} />}
    />
  ) : null;
