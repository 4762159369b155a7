import type { LicenceView } from '../../../contract/index.ts';

/** Seats that can still be assigned; never below none, even where the provider has lowered what was bought. */
export const freeSeats = ({ bought, taken }: Pick<LicenceView, 'bought' | 'taken'>): number => Math.max(0, bought - taken);

/** „Kupione: 5. Przydzielone: 3. Wolne: 2.” */
export const countsWords = (licence: Pick<LicenceView, 'bought' | 'taken'>): string =>
  `Kupione: ${licence.bought}. Przydzielone: ${licence.taken}. Wolne: ${freeSeats(licence)}.`;

/** Why nothing can be assigned; null when something can. */
export function whyNone(licence: Pick<LicenceView, 'bought' | 'taken'>): string | null {
  if (licence.bought === 0) return 'W tej usłudze nie ma jeszcze żadnej kupionej licencji.';
  if (licence.taken > licence.bought)
    return 'Przydzielonych licencji jest więcej niż kupionych. Nikt na razie nic nie traci, ale nowej nie przydzielisz: odbierz którąś albo dokup następne.';
  if (freeSeats(licence) > 0) return null;
  return 'Wszystkie kupione licencje są przydzielone. Odbierz którąś, przenieś ją na inną osobę albo dokup następną.';
}

/** What one's own seat lets one do; null without one. */
export function mineWords({ mine }: Pick<LicenceView, 'mine'>): string | null {
  if (mine === null) return null;
  return mine === 'administrator' ? 'do pracy i z opieką nad całą usługą' : 'do pracy';
}

const VENDORS: Record<LicenceView['vendor'], string | null> = { own: null, microsoft: 'Microsoft', acronis: 'Acronis' };

/** Who switches the seat on, where it is not we; null where it is. */
export const vendorWords = ({ vendor }: Pick<LicenceView, 'vendor'>): string | null => VENDORS[vendor];

/** What assigning a seat sets going. */
export function whatNext(licence: Pick<LicenceView, 'vendor'>): string {
  const vendor = vendorWords(licence);
  return vendor
    ? `Licencję włącza dostawca: ${vendor}. Zwykle to chwila, a gdy nie odpowiada, próbujemy do skutku. Osoba dostanie od nas wiadomość.`
    : 'Licencja działa od razu. Osoba dostanie od nas wiadomość.';
}
