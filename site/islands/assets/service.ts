import type { ServiceView } from '../../../contract/index.ts';

/** The service that an address means; null when it names none of these, so that nobody works on another one by mistake. */
export function chosenService(services: readonly ServiceView[], query: URLSearchParams): ServiceView | null {
  const wanted = query.get('usluga');
  return (wanted === null ? services[0] : services.find(({ id }) => id === wanted)) ?? null;
}

export const addressOf = (path: string, serviceId: string) => `${path}?${new URLSearchParams({ usluga: serviceId })}`;

/** Where to give access to something of this kind: smallest right first; the thing itself is chosen there, so that no name is in an address. */
export const giveAddress = (kind: 'baza-danych' | 'skrzynka', serviceId: string) =>
  `/panel/nadaj/?${new URLSearchParams({ rodzaj: kind, prawo: 'odczyt', dni: '7', usluga: serviceId })}`;
