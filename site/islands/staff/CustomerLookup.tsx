import { useState } from 'preact/hooks';
import type { z } from 'zod';
import type { customerView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { type Failure, failure, problemWith } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Table } from '../parts/Table.tsx';
import { useSend } from '../parts/use-send.ts';
import { CustomerGrants } from './CustomerGrants.tsx';

type Customer = z.output<typeof customerView>;

const nobody = (clientNumber: string): Failure =>
  failure('not-found', '', [
    { field: 'clientNumber', code: 'not-found', message: `Nie ma klienta o numerze ${clientNumber}. Sprawdź numer z klientem.` },
  ]);

function CustomerCard({ customer }: { customer: Customer }) {
  return (
    <section>
      <h2>
        {customer.name} ({customer.clientNumber})
      </h2>
      <Table name="Usługi klienta">
        <thead>
          <tr>
            <th scope="col">Usługa</th>
            <th scope="col">Serwer</th>
          </tr>
        </thead>
        <tbody>
          {customer.services.map((service) => (
            <tr key={service.id}>
              <td>{service.name}</td>
              <td>{service.hostName}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CustomerGrants key={customer.id} customerId={customer.id} />
    </section>
  );
}

/** Support looks a customer up; the customer sees in their history that it happened. */
export default function CustomerLookup() {
  const [clientNumber, setClientNumber] = useState('');
  const [customer, setCustomer] = useState<Customer | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const wanted = clientNumber.trim();
    if (!wanted)
      setFailed(failure('invalid-input', '', [{ field: 'clientNumber', code: 'required', message: 'Wpisz numer klienta.' }]));
    else {
      const result = await send(() => call((options) => api.staff.customers.$get({ query: { clientNumber: wanted } }, options)));
      setCustomer(result.ok ? result.value : null);
      if (!result.ok && result.code === 'not-found') setFailed(nobody(wanted));
    }
    focusFirstError(form);
  };
  return (
    <>
      <div class="notice" data-tone="info">
        <p>
          Tu możesz tylko patrzeć. Dostępy nadaje, zmienia i odbiera właściciel konta. Klient zobaczy w swojej historii, że ktoś z
          BOK otworzył jego konto.
        </p>
      </div>
      <form onSubmit={submit} noValidate>
        <TextField
          id="clientNumber"
          label="Numer klienta"
          autocomplete="off"
          autofocus
          maxLength={20}
          value={clientNumber}
          onValue={setClientNumber}
          error={problemWith(failed, 'clientNumber')}
        />
        {failed && failed.fields.length === 0 ? <Refusal failed={failed} /> : null}
        <p class="acts">
          <Act type="submit" busy={busy}>
            Znajdź klienta
          </Act>
        </p>
      </form>
      {customer ? <CustomerCard customer={customer} /> : null}
    </>
  );
}
