import { useRef } from 'preact/hooks';
import type { DatabaseView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { failure, problemWith } from '../../api/result.ts';
import { counted } from '../../words/plural.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { NameField } from './NameField.tsx';
import { databaseNameFault, LONGEST_DATABASE_NAME, offerDatabaseName, tooLongForAccess } from './names.ts';
import { saidAloud } from './said-aloud.ts';

/** In the accusative: „o 1 znak”, „o 3 znaki”, „o 5 znaków”. */
const CHARACTERS = { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' };

interface CreateDatabaseProps {
  serviceId: string;
  prefix: string;
  onCreated: (database: DatabaseView) => void;
}

/** A new database: its prefix stands before what is typed, and the whole name below as it will be. */
export function CreateDatabase({ serviceId, prefix, onCreated }: CreateDatabaseProps) {
  const { draft, change, forget } = useDraft(`baza:${serviceId}`, { name: '' });
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const name = draft.name.trim();
  const alter = (typed: string) => {
    setFailed(null);
    change({ name: typed });
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = name ? databaseNameFault(prefix, name) : failure('required').message;
    if (wrong) setFailed(failure('invalid-input', '', [{ field: 'name', code: 'invalid-input', message: wrong }]));
    else await create();
    focusFirstError(form.current);
  };
  const create = async () => {
    const json = { name };
    const act = actOf(`baza:${serviceId}`, json, sessionStorage);
    const param = { serviceId };
    const result = await send(() =>
      call((options) => api.services[':serviceId'].databases.$post({ param, json }, options), { act }),
    );
    if (!result.ok) return;
    forget();
    onCreated(result.value);
  };
  const error = problemWith(failed, 'name') ?? databaseNameFault(prefix, draft.name);
  const tooMany = tooLongForAccess(prefix + name);
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <NameField
        id="name"
        label="Nazwa bazy"
        hint="Małe litery od a do z, cyfry oraz znaki _ i -. Potem jej nie zmienisz."
        before={prefix}
        value={draft.name}
        length={{ now: prefix.length + name.length, most: LONGEST_DATABASE_NAME }}
        offer={offerDatabaseName(prefix, draft.name)}
        error={error}
        onValue={alter}
      />
      {/* Always there, so that what comes into it is heard while one types. */}
      <div role="status">
        {!error && tooMany > 0 ? (
          <p class="asset-note">
            Taką bazę utworzysz, ale nie nadasz do niej nikomu osobnego dostępu: znak _ liczy się tu podwójnie. Skróć nazwę o{' '}
            {counted(tooMany, CHARACTERS)}, jeśli ktoś ma na niej pracować.
          </p>
        ) : null}
      </div>
      <Refusal failed={saidAloud(failed, ['name'])} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          Utwórz bazę
        </Act>
      </p>
    </form>
  );
}
