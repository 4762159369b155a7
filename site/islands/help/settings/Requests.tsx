import { SETTING } from '../../../../content/settings/index.ts';
import type { SettingRequest } from '../../../../contract/index.ts';
import { dayWords } from '../../../words/dates.ts';
import { More } from '../../parts/More.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { useLive } from '../../parts/use-live.ts';
import { usePages } from '../../parts/use-pages.ts';
import { ForMember } from '../ForMember.tsx';
import { listRequests } from './acts.ts';
import { NotForUsers } from './NotForUsers.tsx';
import { requestPath, stateOf } from './words.ts';

function RequestRow({ request }: { request: SettingRequest }) {
  const { word, look } = stateOf(request);
  return (
    <li class="asset">
      <h2>
        <a href={requestPath(request.id)}>{SETTING[request.setting].title}</a>
      </h2>
      <p>
        <span class="state" data-state={look}>
          {word}
        </span>
      </p>
      <p class="muted">
        {request.service.name}. Pytanie do: {request.helper.name}. Wysłane: {dayWords(request.createdAt)}.
      </p>
    </li>
  );
}

function List() {
  const pages = usePages<SettingRequest>('requests', listRequests);
  const { items, failed, reload, refresh } = pages;
  useLive(false, refresh);
  if (!items) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  if (items.length === 0)
    return (
      <div class="empty">
        <h2>Nie ma jeszcze żadnego pytania</h2>
        <p>
          Gdy zapytasz informatyka, co dokładnie zmienić, jego odpowiedź pojawi się tu jako kroki do odhaczenia. Informatyk nie
          dostaje przy tym żadnego dostępu.
        </p>
      </div>
    );
  return (
    <>
      <ul class="assets">
        {items.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
      <More pages={pages} word="Pokaż starsze" />
    </>
  );
}

/** Changes of settings that an IT person was asked about (R11). */
export default function Requests() {
  return (
    <ForMember why="Potem zobaczysz tu pytania do informatyka i jego odpowiedzi.">
      {({ account }) =>
        account.role === 'user' ? (
          <NotForUsers />
        ) : (
          <>
            <p class="acts">
              <a class="button" href="/panel/ustawienia/nowa/">
                Zapytaj informatyka
              </a>
              <a class="button button-quiet" href="/ustawienia/">
                Co to za ustawienia
              </a>
            </p>
            <List />
          </>
        )
      }
    </ForMember>
  );
}
