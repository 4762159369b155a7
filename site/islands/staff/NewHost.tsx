import { useState } from 'preact/hooks';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { failure, problemWith } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import type { NewToken } from './EnrolToken.tsx';

const NAME = /^[a-z0-9][a-z0-9.-]{0,100}$/;
const BAD_NAME = 'Użyj małych liter bez polskich znaków, cyfr, kropek i łączników, na przykład s1.example.pl.';

/** Adding a server: a name, and then its one-time code. */
export function NewHost({ onMade }: { onMade: (token: NewToken) => void }) {
  const [name, setName] = useState('');
  const { busy, failed, setFailed, send } = useSend();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const json = { name: name.trim().toLowerCase() };
    if (!NAME.test(json.name))
      setFailed(failure('invalid-input', '', [{ field: 'name', code: 'invalid-input', message: BAD_NAME }]));
    else {
      const result = await send(() =>
        call((options) => api.staff.hosts.$post({ json }, options), { act: actOf('serwer', json) }),
      );
      if (result.ok) {
        setName('');
        onMade(result.value);
      }
    }
    focusFirstError(form);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2>Dodaj serwer</h2>
      <TextField
        id="name"
        label="Nazwa serwera"
        hint={BAD_NAME}
        autocomplete="off"
        maxLength={101}
        value={name}
        onValue={setName}
        error={problemWith(failed, 'name')}
      />
      {failed && failed.fields.length === 0 ? <Refusal failed={failed} /> : null}
      <p class="acts">
        <Act type="submit" busy={busy}>
          Dodaj serwer i pokaż kod
        </Act>
      </p>
    </form>
  );
}
