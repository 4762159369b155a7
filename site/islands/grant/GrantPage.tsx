import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { canDo, cannotDo, riskOf } from '../../words/grants.ts';
import { isOnServer } from '../../words/kinds/index.ts';
import { AuditEntries } from '../history/AuditEntries.tsx';
import { ConnectionData } from '../parts/ConnectionData.tsx';
import { GrantTag } from '../parts/KeyTag.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useNow } from '../parts/use-now.ts';
import { ChangeAct } from './ChangeAct.tsx';
import { GrantNews } from './GrantNews.tsx';
import { GrantSteps } from './GrantSteps.tsx';
import { Home } from './Home.tsx';
import { InviteAct } from './InviteAct.tsx';
import { RestAct } from './RestAct.tsx';
import { RevokeAct } from './RevokeAct.tsx';
import { useGrant } from './use-grant.ts';

/** Only what is accepted by a link can be sent again, and only what has a password of its own can get a new one. */
const isInvited = ({ spec, state }: GrantView) =>
  isOnServer(spec) ? state !== 'pending' : spec.kind === 'panel-user' && state === 'requested';

const isLive = ({ state }: GrantView) => state === 'requested' || state === 'pending' || state === 'active';

function Acts({ grant, show }: { grant: GrantView; show: (grant: GrantView) => void }) {
  if (!isLive(grant)) return null;
  return (
    <div class="acts">
      <ChangeAct grant={grant} onChanged={show} />
      {isInvited(grant) ? <InviteAct grant={grant} onChanged={show} /> : null}
      {grant.spec.kind === 'panel-user' && grant.state === 'active' ? <RestAct grant={grant} onDone={show} /> : null}
      <RevokeAct grant={grant} onChanged={show} />
    </div>
  );
}

function Meaning({ grant }: { grant: GrantView }) {
  return (
    <section>
      <h2>Co ten dostęp daje</h2>
      <ul>
        {[...canDo(grant.spec), ...cannotDo(grant.spec)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isOnServer(grant.spec) ? null : <p>{riskOf(grant.spec)}</p>}
      {grant.why ? <p>Dlaczego nie mniej: {grant.why.sentence}</p> : null}
    </section>
  );
}

function History({ grant }: { grant: GrantView }) {
  const stamp = [grant.version, grant.state, grant.cutAt, grant.problem, grant.invitation?.sentAt].join();
  const param = { grantId: grant.id };
  return (
    <section>
      <h2>Historia</h2>
      <AuditEntries
        stamp={stamp}
        load={(after) =>
          call((options) => api.grants[':grantId'].history.$get({ param, query: after ? { after } : {} }, options), {
            quiet: true,
          })
        }
      />
    </section>
  );
}

/** One access: its tag, its life so far with times, what can be done about it, and its history. */
export default function GrantPage() {
  const grantId = new URLSearchParams(location.search).get('id') ?? '';
  const now = useNow();
  const { grant, show, lost, failed, reload } = useGrant(grantId);
  if (!grant) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton lines={1} />;
  return (
    <>
      <div aria-live="polite">
        <GrantTag grant={grant} now={now} heading="h2" />
        <GrantNews grant={grant} />
      </div>
      {lost ? (
        <p class="hint" role="status">
          Nie udało się odświeżyć stanu. Próbujemy dalej – poniżej jest to, co wiemy.
        </p>
      ) : null}
      <Acts grant={grant} show={show} />
      <GrantSteps grant={grant} />
      {grant.state === 'pending' || grant.state === 'active' ? <ConnectionData connection={grant.connection} /> : null}
      <Meaning grant={grant} />
      <Home grant={grant} />
      <p class="acts">
        <button type="button" class="button button-quiet" onClick={() => print()}>
          Wydrukuj potwierdzenie
        </button>
      </p>
      <History grant={grant} />
    </>
  );
}
