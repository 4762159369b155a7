import { momentWords } from '../../words/dates.ts';
import type { CessionOffer } from './use-take-over.ts';
import { GoesOver } from './WhatItIs.tsx';

/** What is offered and by whom, before anything is asked. */
export function OfferFacts({ offer }: { offer: CessionOffer }) {
  const { kind, account, domain, giver, taker, expiresAt } = offer;
  return (
    <>
      <dl class="tag-facts cession-facts">
        <div>
          <dt>Przejmujesz</dt>
          <dd>{kind === 'domain' ? `domenę ${domain ?? ''}` : 'całe konto klienta'}</dd>
        </div>
        <div>
          <dt>Obecny abonent</dt>
          <dd>{account}</dd>
        </div>
        <div>
          <dt>Przekazuje</dt>
          <dd>{giver}</dd>
        </div>
        <div>
          <dt>Przejmuje</dt>
          <dd>{taker.name}</dd>
        </div>
        <div>
          <dt>Masz czas</dt>
          <dd>do {momentWords(expiresAt)}</dd>
        </div>
      </dl>
      <GoesOver kind={kind} />
      <p>
        Na razie nic się nie zmienia. Najpierw podajesz dane, potem obie strony potwierdzają podsumowanie. Do tego czasu możesz
        się wycofać. Potem żadna ze stron nie cofnie cesji sama.
      </p>
    </>
  );
}
