import { useRef, useState } from 'preact/hooks';
import type { MailboxView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { failure, problemWith } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field, focusFirstError, tied } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { namesIn, readersFault } from './mailbox-words.ts';
import { saidAloud } from './said-aloud.ts';

interface ReadersProps {
  serviceId: string;
  mailbox: MailboxView;
  onClose: () => void;
  onNoted: (mailbox: MailboxView) => void;
}

const ID = 'people';

/** A note of who has been told the mailbox's own password, so that the next change can name them. */
export function Readers({ serviceId, mailbox: { address, knownBy }, onClose, onNoted }: ReadersProps) {
  const [lines, setLines] = useState(knownBy.map(({ person }) => person).join('\n'));
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = readersFault(namesIn(lines));
    if (wrong) setFailed(failure('invalid-input', '', [{ field: ID, code: 'invalid-input', message: wrong }]));
    else await note();
    focusFirstError(form.current);
  };
  const note = async () => {
    const json = { address, people: namesIn(lines) };
    const act = actOf(`zna-haslo:${serviceId}:${address}`, json, sessionStorage);
    const param = { serviceId };
    const result = await send(() =>
      call((options) => api.services[':serviceId'].mailboxes.readers.$post({ param, json }, options), { act }),
    );
    if (result.ok) onNoted(result.value);
  };
  const error = problemWith(failed, ID);
  return (
    <Dialog title="Kto zna hasło" onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <p>
          <code>{address}</code>
        </p>
        <p>
          To tylko notatka dla Ciebie: nikomu nie daje dostępu i nikomu go nie odbiera. Przy zmianie hasła przypomni, komu o niej
          powiedzieć.
        </p>
        <Field id={ID} label="Osoby, którym podano hasło" hint="Każda w osobnej linii." error={error}>
          <textarea
            {...tied(ID, true, error)}
            rows={5}
            autocomplete="off"
            value={lines}
            onInput={(event) => {
              setFailed(null);
              setLines(event.currentTarget.value);
            }}
          />
        </Field>
        <Refusal failed={saidAloud(failed, [ID])} />
        <p class="acts">
          <Act type="submit" busy={busy}>
            Zapisz listę
          </Act>
          <Act tone="quiet" onAct={onClose}>
            Zostaw bez zmian
          </Act>
        </p>
      </form>
    </Dialog>
  );
}
