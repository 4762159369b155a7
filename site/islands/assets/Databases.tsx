import { useState } from 'preact/hooks';
import { ERRORS } from '../../../contract/errors.ts';
import type { DatabaseView, ServiceView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { visibleName } from '../../words/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { CreateDatabase } from './CreateDatabase.tsx';
import { DatabaseItem } from './DatabaseItem.tsx';
import { ForService } from './ForService.tsx';
import { NewAsset } from './NewAsset.tsx';
import { News, useNews } from './News.tsx';
import { HostAway, Lost, PlanLine } from './parts.tsx';
import { useAssets, withAsset } from './use-assets.ts';
import { isMoving } from './words.ts';

const Empty = () => (
  <div class="empty">
    <h2>Nie ma tu jeszcze żadnej bazy</h2>
    <p>
      W bazie danych strona lub sklep trzyma treść: wpisy, zamówienia, klientów. Tu zobaczysz każdą bazę, jej rozmiar i osoby,
      które wpuszczasz.
    </p>
  </div>
);

const created = (name: string) => (
  <p>
    Baza powstaje: <code>{name}</code>. Gdy na liście będzie „gotowa”, nadaj do niej dostęp. Bez niego nikt się do bazy nie
    zaloguje, Ty też nie.
  </p>
);
const deleted = ({ name, access }: DatabaseView) => (
  <p>
    Baza jest usuwana: <code>{visibleName(name)}</code>. Gdy zniknie z listy, nie ma już jej danych
    {access.length > 0 ? ' ani nadanych do niej dostępów' : ''}.
  </p>
);

function DatabasesOf({ service }: { service: ServiceView }) {
  const param = { serviceId: service.id };
  const { list, lost, show, failed, reload } = useAssets({
    key: service.id,
    read: (quiet) => call((options) => api.services[':serviceId'].databases.$get({ param }, options), { quiet }),
    isMoving: ({ databases }) => databases.some(isMoving),
  });
  const { news, tell } = useNews();
  const [making, setMaking] = useState(false);
  if (!list) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const put = (database: DatabaseView) =>
    show((old) => ({ ...old, databases: withAsset(old.databases, database, ({ name }) => name) }));
  return (
    <>
      {list.live ? null : <HostAway host={service.host.name} cannot="Nowej bazy nie da się teraz utworzyć." />}
      <News news={news} />
      <Lost lost={lost} />
      <PlanLine what="Bazy" plan={list.plan} />
      <NewAsset
        word="Nowa baza"
        live={list.live}
        plan={list.plan}
        full={ERRORS['database-limit'].message}
        open={making}
        onOpen={setMaking}
      >
        <CreateDatabase
          {...param}
          prefix={list.prefix}
          onCreated={(database) => {
            setMaking(false);
            put(database);
            tell(created(database.name));
          }}
        />
      </NewAsset>
      {list.databases.length === 0 ? (
        <Empty />
      ) : (
        <section>
          <h2>Bazy w tej usłudze</h2>
          <ul class="assets">
            {list.databases.map((database) => (
              <DatabaseItem
                key={database.name}
                {...param}
                database={database}
                onDeleted={(gone) => {
                  put(gone);
                  tell(deleted(database));
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** „Bazy danych”: what a service keeps, made and deleted by its owner (R9). */
export default function Databases() {
  return (
    <ForService whatFor="Bazy danych leżą na serwerze, więc najpierw potrzebna jest usługa hostingowa.">
      {(service) => <DatabasesOf key={service.id} service={service} />}
    </ForService>
  );
}
