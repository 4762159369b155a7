import type { ComponentChildren } from 'preact';
import type { DelegationView } from '../../../contract/index.ts';
import { canDo, cannotDo, toYou } from '../../words/grants.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { KeyTag } from '../parts/KeyTag.tsx';
import { answerOffer } from './acts.ts';
import { ACCEPT_WORDS, REFUSE_WORDS, zoneAddress } from './domain-words.ts';
import { readableName } from './names.ts';

interface OfferedProps {
  offer: DelegationView;
  now: number;
  onDone: (said: ComponentChildren) => void;
}

/** Management of a domain that another client offers: what it means, yes or no. */
export function Offered({ offer, now, onDone }: OfferedProps) {
  const { grantId, serviceId, from, state, notAfter } = offer;
  const domain = readableName(offer.domain);
  const spec = { kind: 'delegation', domain: offer.domain, to: '' } as const;
  return (
    <KeyTag
      who={{ name: from.account, email: `Proponuje: ${from.person}` }}
      service=""
      spec={spec}
      notAfter={notAfter}
      grant={{ state, endReason: null, problem: null }}
      now={now}
    >
      <div class="tag-acts">
        <ConfirmAct
          words={ACCEPT_WORDS}
          leave="Jeszcze nie teraz"
          about={domain}
          main
          act={() => answerOffer(grantId, 'accept')}
          onDone={() =>
            onDone(
              <p>
                Od teraz zarządzasz domeną: <strong>{domain}</strong>. <a href={zoneAddress(serviceId)}>Otwórz jej rekordy DNS</a>
              </p>,
            )
          }
        >
          <p>
            Domena: <strong class="path">{domain}</strong>. Właściciel: {from.account}.
          </p>
          <ul class="can">
            {canDo(spec).map((line) => (
              <li key={line}>{toYou(line)}</li>
            ))}
          </ul>
          <ul class="cannot">
            {cannotDo(spec).map((line) => (
              <li key={line}>{toYou(line)}</li>
            ))}
          </ul>
        </ConfirmAct>
        <ConfirmAct
          words={REFUSE_WORDS}
          leave="Jeszcze nie teraz"
          about={domain}
          danger
          act={() => answerOffer(grantId, 'refuse')}
          onDone={() => onDone(<p>Propozycja odrzucona: {domain}. Nic się nie zmieniło.</p>)}
        >
          <p>Domena: {domain}.</p>
        </ConfirmAct>
      </div>
    </KeyTag>
  );
}
