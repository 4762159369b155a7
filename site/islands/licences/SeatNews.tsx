import type { GrantView, LicenceView } from '../../../contract/index.ts';
import { vendorWords } from './licence-words.ts';
import type { SeatDone } from './SeatItem.tsx';

interface SeatNewsProps {
  done: SeatDone;
  seat: GrantView;
  licence: Pick<LicenceView, 'vendor'>;
}

/** What was just done to a licence, and what is true now. */
export function SeatNews({ done, seat, licence }: SeatNewsProps) {
  const vendor = vendorWords(licence);
  const { name, email } = seat.grantee;
  const then =
    seat.state === 'active'
      ? 'Już działa.'
      : `Czekamy jeszcze na dostawcę${vendor ? `: ${vendor}` : ''}. Stan zobaczysz na liście.`;
  switch (done) {
    case 'assigned':
      return (
        <p>
          Licencja przydzielona. Osoba: {name} ({email}). {then}
        </p>
      );
    case 'moved':
      return (
        <p>
          Licencja przeniesiona. Ma ją teraz: {name} ({email}). {then}
        </p>
      );
    case 'changed':
      return (
        <p>
          Zmiana zapisana. Osoba: {name}. {then}
        </p>
      );
    case 'withdrawn':
      return <p>Licencja odebrana. Osoba: {name}. Wraca do puli i można ją przydzielić komuś innemu.</p>;
  }
}
