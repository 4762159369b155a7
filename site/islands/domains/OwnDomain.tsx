import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DomainView } from '../../../contract/index.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { takeBackDomain } from './acts.ts';
import { clientWords, grantAddress, isOffered, managedBy, recordsWords, takeBackWords, zoneAddress } from './domain-words.ts';
import { readableName } from './names.ts';
import { PassOn } from './PassOn.tsx';

interface OwnDomainProps {
  domain: DomainView;
  now: number;
  onDone: (said: ComponentChildren) => void;
}

function TakeBack({
  other,
  name,
  onDone,
}: { other: NonNullable<DomainView['other']>; name: string } & Pick<OwnDomainProps, 'onDone'>) {
  const said = isOffered(other) ? (
    <p>Propozycja wycofana: {name}. Drugi klient już jej nie widzi.</p>
  ) : (
    <p>Zarządzanie odebrane: {name}. Drugi klient już jej nie widzi, a rekordy zostały takie, jakie były.</p>
  );
  return (
    <ConfirmAct
      // Each state has its own words, also while it is asked about.
      key={other.state}
      {...takeBackWords(other)}
      about={name}
      danger
      act={() => takeBackDomain(other.grantId)}
      onDone={() => onDone(said)}
    >
      <p>
        Domena: {name}, {clientWords(other)}.
      </p>
    </ConfirmAct>
  );
}

/** A domain of this account: who manages it, the way to its records, and passing it on. */
export function OwnDomain({ domain, now, onDone }: OwnDomainProps) {
  const { serviceId, other, records } = domain;
  const [passing, setPassing] = useState(() => new URLSearchParams(location.search).get('przekaz') === serviceId && !other);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (passing) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [passing]);
  const name = readableName(domain.domain);
  return (
    <li class="asset">
      <h3>
        <span class="path">{name}</span>
      </h3>
      {other ? (
        <span class="state" data-state={isOffered(other) ? 'requested' : 'active'}>
          {isOffered(other) ? 'czeka na zgodę' : 'przekazane zarządzanie'}
        </span>
      ) : null}
      <dl class="tag-facts">
        <div>
          <dt>Zarządza</dt>
          <dd>{managedBy(domain, now)}</dd>
        </div>
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
          <>
            <a class="button button-quiet" href={grantAddress(other.grantId)}>
              <span>
                Szczegóły i data końca<span class="visually-hidden">: {name}</span>
              </span>
            </a>
            <TakeBack other={other} name={name} onDone={onDone} />
          </>
        ) : (
          <button type="button" class="button button-quiet" aria-expanded={passing} onClick={() => setPassing(!passing)}>
            <span>
              Przekaż zarządzanie<span class="visually-hidden">: {name}</span>
            </span>
          </button>
        )}
      </div>
      {passing && !other ? (
        <div ref={form} class="asset-new">
          <PassOn
            domain={domain}
            now={now}
            onOffered={(clientNumber) => {
              setPassing(false);
              onDone(
                <p>
                  Propozycja wysłana. Domena: {name}, klient nr&nbsp;{clientNumber}. Zarządzanie zacznie się, gdy ten klient ją
                  przyjmie w swoim Panelu, na stronie „Domeny”. Do tego czasu nic się nie zmienia.
                </p>,
              );
            }}
          />
        </div>
      ) : null}
    </li>
  );
}
