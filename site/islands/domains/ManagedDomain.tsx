import type { ComponentChildren } from 'preact';
import type { DomainView } from '../../../contract/index.ts';
import { untilWords } from '../../words/dates.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { answerOffer } from './acts.ts';
import { GIVE_BACK_WORDS, recordsWords, zoneAddress } from './domain-words.ts';
import { readableName } from './names.ts';

interface ManagedDomainProps {
  domain: DomainView;
  now: number;
  onDone: (said: ComponentChildren) => void;
}

/** Somebody else's domain that this account looks after. */
export function ManagedDomain({ domain, now, onDone }: ManagedDomainProps) {
  const { serviceId, other, records } = domain;
  const name = readableName(domain.domain);
  return (
    <li class="asset">
      <h3>
        <span class="path">{name}</span>
      </h3>
      <dl class="tag-facts">
        <div>
          <dt>Właściciel</dt>
          <dd>{other?.name ?? 'inny klient'}</dd>
        </div>
        {other ? (
          <div>
            <dt>Do kiedy zarządzasz</dt>
            <dd>{untilWords(other.notAfter, now)}</dd>
          </div>
        ) : null}
        <div>
          <dt>DNS</dt>
          <dd>{recordsWords(records)}</dd>
        </div>
      </dl>
      <div class="tag-acts">
        <a class="button button-quiet" href={zoneAddress(serviceId)}>
          <span>
            Rekordy DNS<span class="visually-hidden">: {name}</span>
          </span>
        </a>
        {other ? (
          <ConfirmAct
            words={GIVE_BACK_WORDS}
            leave="Zarządzaj dalej"
            about={name}
            danger
            act={() => answerOffer(other.grantId, 'refuse')}
            onDone={() => onDone(<p>Zarządzanie oddane: {name}. Rekordy zostały takie, jakie były.</p>)}
          >
            <p>
              Domena: {name}. Właściciel: {other.name}.
            </p>
          </ConfirmAct>
        ) : null}
      </div>
    </li>
  );
}
