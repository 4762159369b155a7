import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import type { Failure } from '../../api/result.ts';
import { untilWords } from '../../words/dates.ts';
import { accessWords, areaWords } from '../../words/grants.ts';
import { Act } from '../parts/Act.tsx';
import { StateWord } from '../parts/KeyTag.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Table } from '../parts/Table.tsx';
import { useLoad } from '../parts/use-load.ts';

type StaffGrant = Omit<GrantView, 'connection' | 'why'>;

const fetchPage = (customerId: string, after?: string) =>
  call((options) =>
    api.staff.customers[':customerId'].grants.$get({ param: { customerId }, query: after ? { after } : {} }, options),
  );

const Row = ({ grant }: { grant: StaffGrant }) => (
  <tr>
    <td>
      {grant.grantee.name}
      {grant.grantee.email ? <small> {grant.grantee.email}</small> : null}
    </td>
    <td>{grant.service.name}</td>
    <td>
      <span class="path">{areaWords(grant.spec)}</span>, {accessWords(grant.spec)}
    </td>
    <td>{untilWords(grant.notAfter, Date.now())}</td>
    <td>
      <StateWord grant={grant} />
    </td>
  </tr>
);

/** A customer's accesses as support sees them: what and until when, never how to sign in. */
export function CustomerGrants({ customerId }: { customerId: string }) {
  const first = useLoad(customerId, () => fetchPage(customerId));
  const [later, setLater] = useState<{ grants: StaffGrant[]; next: string | null } | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const grants = [...(first.value?.grants ?? []), ...(later?.grants ?? [])];
  const next = later ? later.next : (first.value?.next ?? null);
  const more = async () => {
    const page = await fetchPage(customerId, next ?? undefined);
    setFailed(page.ok ? null : page);
    if (page.ok) setLater({ grants: [...(later?.grants ?? []), ...page.value.grants], next: page.value.next });
  };
  if (first.failed) return <Refusal failed={first.failed} onRetry={first.reload} />;
  if (!first.value) return <Skeleton />;
  if (grants.length === 0) return <p>Ten klient nikomu nie dał dostępu.</p>;
  return (
    <>
      <Table name="Dostępy klienta">
        <thead>
          <tr>
            {['Osoba', 'Usługa', 'Otwiera', 'Do kiedy', 'Stan'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <Row key={grant.id} grant={grant} />
          ))}
        </tbody>
      </Table>
      <Refusal failed={failed} />
      {next ? (
        <Act tone="quiet" onAct={more}>
          Pokaż następne
        </Act>
      ) : null}
    </>
  );
}
