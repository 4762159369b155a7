import type { LicenceView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { addressOf } from '../assets/service.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLoad } from '../parts/use-load.ts';
import { useSession } from '../parts/use-session.ts';
import { countsWords, mineWords, vendorWords } from './licence-words.ts';
import { Seats } from './Seats.tsx';

/** R4: where there is none, the choice is not offered and the reason is said. */
const NoneHere = () =>
  useSession()?.account?.role === 'user' ? (
    <div class="empty">
      <h2>Nie masz teraz żadnej licencji na tym koncie</h2>
      <p>
        Twoja rola otwiera tylko przydzielone Ci licencje, na przykład Office 365. O przydzielenie poproś właściciela albo
        administratora konta.
      </p>
    </div>
  ) : (
    <div class="empty">
      <h2>Na tym koncie nie ma usług z licencjami</h2>
      <p>
        Licencje przydziela się osobom w usługach takich jak Office 365, Acronis Backup albo antywirus. Żadnej z nich na tym
        koncie nie ma, więc nie ma czego przydzielić. Gdy ją kupisz, pojawi się tutaj.
      </p>
      <p class="acts">
        <a class="button button-quiet" href="/kreator/informatyk/">
          Dobierz inny dostęp
        </a>
      </p>
    </div>
  );

/** One service: what it holds, one's own seat in it, and the way to look after it for those who may. */
function LicenceItem({ licence }: { licence: LicenceView }) {
  const { id, name, mayManage } = licence;
  const mine = mineWords(licence);
  const vendor = vendorWords(licence);
  return (
    <li class="asset">
      <h3>{name}</h3>
      {mayManage ? <p>{countsWords(licence)}</p> : null}
      {mine ? <p>Twoja licencja: {mine}.</p> : null}
      {vendor ? <p class="hint">Dostawca: {vendor}</p> : null}
      {mayManage ? (
        <div class="tag-acts">
          <a class="button button-quiet" href={addressOf('/panel/licencje/', id)}>
            <span>
              Kto ma licencję
              <span class="visually-hidden">: {name}</span>
            </span>
          </a>
        </div>
      ) : null}
    </li>
  );
}

function AllLicences() {
  const { value, failed, reload } = useLoad('licences', () => call((options) => api.licences.$get({}, options)));
  if (!value) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  if (value.licences.length === 0) return <NoneHere />;
  return (
    <section>
      <h2>Usługi z licencjami</h2>
      <ul class="assets">
        {value.licences.map((licence) => (
          <LicenceItem key={licence.id} licence={licence} />
        ))}
      </ul>
    </section>
  );
}

/** „Licencje”: all of the account for its managers, for others their own and the services they look after (R2, R4, R5). */
export default function Licences() {
  const serviceId = new URLSearchParams(location.search).get('usluga');
  return serviceId ? <Seats serviceId={serviceId} /> : <AllLicences />;
}
