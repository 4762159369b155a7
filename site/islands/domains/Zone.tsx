import { useState } from 'preact/hooks';
import type { ZoneView } from '../../../contract/index.ts';
import { PROBLEM_WORDS } from '../../words/grants.ts';
import { News, useNews } from '../assets/News.tsx';
import { Lost } from '../assets/parts.tsx';
import { later } from '../parts/later.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { zoneAddress } from './domain-words.ts';
import { readableName } from './names.ts';
import { Records } from './Records.tsx';
import { useZone } from './use-zone.ts';

const Changes = later(() => import('./Changes.tsx').then((module) => module.Changes));
const ZoneFile = later(() => import('./ZoneFile.tsx').then((module) => module.ZoneFile));
const Servers = later(() => import('./Servers.tsx').then((module) => module.Servers));

const VIEWS = [
  { name: '', word: 'Rekordy' },
  { name: 'historia', word: 'Historia zmian' },
  { name: 'plik', word: 'Import i eksport' },
  { name: 'serwery', word: 'Serwery nazw i DNSSEC' },
] as const;
type View = (typeof VIEWS)[number]['name'];

const STATES = {
  pending: { look: 'pending', word: 'serwer nazw wprowadza zmianę' },
  applied: { look: 'active', word: 'serwer nazw ma te rekordy' },
  failed: { look: 'failed', word: 'zmiana czeka – jest kłopot' },
} as const;

/** Whether the name server has the newest version yet. A domain that nobody has changed has none to be sent. */
export function zoneState({ version, state, problem }: Pick<ZoneView, 'version' | 'state' | 'problem'>) {
  if (version === 0) return null;
  return STATES[state === 'pending' && problem ? 'failed' : state];
}

function Head({ zone, view }: { zone: ZoneView; view: View }) {
  const mark = zoneState(zone);
  return (
    <>
      <h2>
        <span class="path">{readableName(zone.domain)}</span>
      </h2>
      <p class="zone-state" role="status">
        {mark ? (
          <span class="state" data-state={mark.look}>
            {mark.word}
          </span>
        ) : null}
      </p>
      {zone.problem && zone.state === 'pending' ? (
        <p class="notice" data-tone="danger">
          {PROBLEM_WORDS[zone.problem]} Zmiana jest zapisana.
        </p>
      ) : null}
      {zone.as === 'delegate' ? (
        <p class="notice" data-tone="info">
          To domena innego klienta, a Ty nią zarządzasz. Właściciel widzi każdą Twoją zmianę i może ją cofnąć.
        </p>
      ) : null}
      <nav class="toolbar" aria-label="Części strony o domenie">
        {VIEWS.map(({ name, word }) => (
          <a key={name} href={zoneAddress(zone.serviceId, name)} aria-current={name === view ? 'page' : undefined}>
            {word}
          </a>
        ))}
      </nav>
    </>
  );
}

/** „Rekordy DNS”: one domain's records, its history, files and name servers; for its owner and for whoever manages it. */
export default function Zone() {
  const query = new URLSearchParams(location.search);
  const serviceId = query.get('id') ?? '';
  const view = VIEWS.find(({ name }) => name === query.get('widok'))?.name ?? '';
  const [search, setSearch] = useState('');
  const pages = useZone(serviceId, search);
  const { news, tell } = useNews();
  const [isOld, setOld] = useState(false);
  const { zone, lost, failed, reload, refresh } = pages;
  if (!zone) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const done = async (said: preact.ComponentChildren) => {
    await refresh();
    setOld(false);
    tell(said);
  };
  return (
    <>
      <Head zone={zone} view={view} />
      {lost?.code === 'not-found' ? (
        <p class="notice" data-tone="danger" role="alert">
          Nie masz już dostępu do tej domeny. Niczego więcej tu nie zapiszesz, a poniżej jest to, co było wcześniej.
        </p>
      ) : (
        <Lost lost={lost !== null} />
      )}
      <News news={isOld ? null : news} />
      {view === '' ? (
        <Records pages={pages} zone={zone} search={search} onSearch={setSearch} onBegin={() => setOld(true)} onDone={done} />
      ) : null}
      {view === 'historia' ? <Changes zone={zone} onDone={done} /> : null}
      {view === 'plik' ? <ZoneFile zone={zone} onDone={done} onStale={refresh} /> : null}
      {view === 'serwery' ? <Servers zone={zone} /> : null}
    </>
  );
}
