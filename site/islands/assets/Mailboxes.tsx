import { useState } from 'preact/hooks';
import { ERRORS } from '../../../contract/errors.ts';
import type { MailboxList, MailboxView, ServiceView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useNow } from '../parts/use-now.ts';
import { BinnedMailbox } from './BinnedMailbox.tsx';
import { CreateMailbox } from './CreateMailbox.tsx';
import { ForService } from './ForService.tsx';
import { type MailboxDone, MailboxItem } from './MailboxItem.tsx';
import { MailboxNews } from './MailboxNews.tsx';
import { NewAsset } from './NewAsset.tsx';
import { News, useNews } from './News.tsx';
import { HostAway, Lost, PlanLine } from './parts.tsx';
import { useAssets, withAsset } from './use-assets.ts';
import { isMoving } from './words.ts';

const Empty = () => (
  <div class="empty">
    <h2>Nie ma tu jeszcze żadnej skrzynki</h2>
    <p>Tu zobaczysz każdą skrzynkę e-mail: ile zajmuje, kiedy ktoś się ostatnio logował i komu dajesz do niej dostęp.</p>
  </div>
);

const NO_DOMAIN =
  'Ta usługa nie prowadzi poczty żadnej domeny, więc nie da się tu utworzyć skrzynki. Jak podpiąć domenę, podpowie BOK.';

function Lists({
  list,
  serviceId,
  onDone,
}: {
  list: MailboxList;
  serviceId: string;
  onDone: (done: MailboxDone | 'restored', before: MailboxView, after: MailboxView) => void;
}) {
  const now = useNow();
  const binned = list.mailboxes.filter(({ state }) => state === 'bin');
  const others = list.mailboxes.filter(({ state }) => state !== 'bin');
  return (
    <>
      {others.length === 0 ? (
        <Empty />
      ) : (
        <section>
          <h2>Skrzynki w tej usłudze</h2>
          <ul class="assets">
            {others.map((mailbox) => (
              <MailboxItem
                key={mailbox.address}
                serviceId={serviceId}
                mailbox={mailbox}
                onDone={(done, after) => onDone(done, mailbox, after)}
              />
            ))}
          </ul>
        </section>
      )}
      {binned.length > 0 ? (
        <section>
          <h2>W koszu</h2>
          <ul class="assets">
            {binned.map((mailbox) => (
              <BinnedMailbox
                key={mailbox.address}
                serviceId={serviceId}
                mailbox={mailbox}
                now={now}
                onRestored={(after) => onDone('restored', mailbox, after)}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function MailboxesOf({ service }: { service: ServiceView }) {
  const param = { serviceId: service.id };
  const { list, lost, show, failed, reload } = useAssets({
    key: service.id,
    read: (quiet) => call((options) => api.services[':serviceId'].mailboxes.$get({ param }, options), { quiet }),
    isMoving: ({ mailboxes }) => mailboxes.some(isMoving),
  });
  const { news, tell } = useNews();
  const [making, setMaking] = useState(false);
  if (!list) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  const put = (mailbox: MailboxView) =>
    show((old) => ({ ...old, mailboxes: withAsset(old.mailboxes, mailbox, ({ address }) => address) }));
  return (
    <>
      {list.live ? null : <HostAway host={service.host.name} cannot="Nowej skrzynki nie da się teraz utworzyć." />}
      <News news={news} />
      <Lost lost={lost} />
      <PlanLine what="Skrzynki" plan={list.plan} />
      {list.domains.length === 0 ? (
        <p class="asset-note">{NO_DOMAIN}</p>
      ) : (
        <NewAsset
          word="Nowa skrzynka"
          live={list.live}
          plan={list.plan}
          full={ERRORS['mailbox-limit'].message}
          open={making}
          onOpen={setMaking}
        >
          <CreateMailbox
            {...param}
            domains={list.domains}
            onCreated={(mailbox) => {
              setMaking(false);
              put(mailbox);
              tell(<MailboxNews done="created" before={mailbox} />);
            }}
          />
        </NewAsset>
      )}
      <Lists
        {...param}
        list={list}
        onDone={(done, before, after) => {
          put(after);
          tell(<MailboxNews done={done} before={before} />);
        }}
      />
    </>
  );
}

/** „Skrzynki e-mail”: what a service keeps, made, closed and brought back by its owner (R10). */
export default function Mailboxes() {
  return (
    <ForService whatFor="Skrzynki e-mail leżą na serwerze, więc najpierw potrzebna jest usługa hostingowa.">
      {(service) => <MailboxesOf key={service.id} service={service} />}
    </ForService>
  );
}
