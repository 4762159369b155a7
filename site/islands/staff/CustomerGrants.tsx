import type { GrantView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { untilWords } from '../../words/dates.ts';
import { accessWords } from '../../words/grants.ts';
import { AreaName } from '../parts/AreaName.tsx';
import { StateWord } from '../parts/KeyTag.tsx';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Table } from '../parts/Table.tsx';
import { usePages } from '../parts/use-pages.ts';

type StaffGrant = Omit<GrantView, 'connection' | 'why'>;

const useCustomerGrants = (customerId: string) =>
  usePages<StaffGrant>(customerId, async (after) => {
    const query = after ? { after } : {};
    const page = await call((options) =>
      api.staff.customers[':customerId'].grants.$get({ param: { customerId }, query }, options),
    );
    return page.ok ? { ok: true, value: { items: page.value.grants, next: page.value.next } } : page;
  });

const Row = ({ grant }: { grant: StaffGrant }) => (
  <tr>
    <td>
      {grant.grantee.name}
      {grant.grantee.email ? <small> {grant.grantee.email}</small> : null}
    </td>
    <td>{grant.service.name}</td>
    <td>
      <AreaName spec={grant.spec} />, {accessWords(grant.spec)}
    </td>
    <td>{untilWords(grant.notAfter, Date.now())}</td>
    <td>
      <StateWord grant={grant} />
    </td>
  </tr>
);

/** A customer's accesses as support sees them: what and until when, never how to sign in. */
export function CustomerGrants({ customerId }: { customerId: string }) {
  const pages = useCustomerGrants(customerId);
  const { items: grants, failed, reload } = pages;
  if (failed) return <Refusal failed={failed} onRetry={reload} />;
  if (!grants) return <Skeleton />;
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
      <More pages={pages} />
    </>
  );
}
