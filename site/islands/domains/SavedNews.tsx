import type { ZoneChangeView } from '../../../contract/index.ts';

/** What was just saved, and from when others see it. */
export const SavedNews = ({ change }: { change: Pick<ZoneChangeView, 'counts' | 'removed'> }) => {
  const { removed, added } = change.counts;
  return (
    <p>
      Zmiana zapisana. Usunięte: {removed}, dodane: {added}. Serwer nazw wprowadza ją zwykle w kilka sekund
      {removed > 0 ? ', ale kto pytał wcześniej, może widzieć stare rekordy jeszcze przez ich TTL' : ''}. Cofniesz ją w historii
      zmian.
    </p>
  );
};
