import { useState } from 'preact/hooks';
import type { HostView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { momentWords } from '../../words/dates.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Table } from '../parts/Table.tsx';
import { useLive } from '../parts/use-live.ts';
import { useLoad } from '../parts/use-load.ts';
import { useSend } from '../parts/use-send.ts';
import { EnrolToken, type NewToken } from './EnrolToken.tsx';
import { NewHost } from './NewHost.tsx';

const stateOf = ({ state, online }: HostView) =>
  state === 'waiting' ? 'czeka na przyłączenie' : online ? 'odpowiada' : 'nie odpowiada';
const mark = ({ state, online }: HostView) => (state === 'waiting' ? 'requested' : online ? 'active' : 'failed');

function HostRow({ host, onToken }: { host: HostView; onToken: (token: NewToken) => void }) {
  const { busy, failed, send } = useSend();
  const renew = async () => {
    const act = actOf(`kod:${host.id}`, null);
    const result = await send(() =>
      call((options) => api.staff.hosts[':hostId'].enrolment.$post({ param: { hostId: host.id } }, options), { act }),
    );
    if (result.ok) onToken(result.value);
  };
  return (
    <tr>
      <th scope="row">{host.name}</th>
      <td>
        <span class="state" data-state={mark(host)}>
          {stateOf(host)}
        </span>
      </td>
      <td>{host.lastSeenAt === null ? 'jeszcze nigdy' : momentWords(host.lastSeenAt)}</td>
      <td>{host.version ?? '–'}</td>
      <td>{host.waiting}</td>
      <td>
        <Act tone="quiet" busy={busy} onAct={renew}>
          Nowy kod
        </Act>
        <Refusal failed={failed} onRetry={renew} />
      </td>
    </tr>
  );
}

const COLUMNS = ['Serwer', 'Stan', 'Ostatni kontakt', 'Wersja agenta', 'Czekające zmiany', 'Przyłączenie'];

/** Operators: hosting servers, whether their agents answer, and one-time codes to enrol them. */
export default function Hosts() {
  const { value, failed, reload } = useLoad('hosts', () => call((options) => api.staff.hosts.$get({}, options)));
  const [token, setToken] = useState<NewToken | null>(null);
  const hosts = value?.hosts ?? null;
  useLive(false, reload);
  const made = (next: NewToken) => {
    setToken(next);
    void reload();
  };
  return (
    <>
      {token ? <EnrolToken made={token} onDone={() => setToken(null)} /> : null}
      <Refusal failed={failed} onRetry={reload} />
      {hosts ? null : failed ? null : <Skeleton />}
      {hosts?.length === 0 ? (
        <div class="empty">
          <h2>Nie ma jeszcze żadnego serwera</h2>
          <p>Dodaj pierwszy poniżej. Dostaniesz jednorazowy kod, którym przyłączysz na nim agenta.</p>
        </div>
      ) : null}
      {hosts?.length ? (
        <Table name="Lista serwerów">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hosts.map((host) => (
              <HostRow key={host.id} host={host} onToken={made} />
            ))}
          </tbody>
        </Table>
      ) : null}
      <NewHost onMade={made} />
    </>
  );
}
