import { useRef, useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { saidAloud } from '../assets/said-aloud.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { PersonFields } from './PersonFields.tsx';
import { personOf, personProblems } from './seat-form.ts';

interface MoveSeatProps {
  seat: GrantView;
  onMoved: (seat: GrantView) => void;
}

const NOBODY = { name: '', email: '' };

/** One licence from one person to another in one act: neither is without one in between, and none is counted twice. */
export function MoveSeat({ seat, onMoved }: MoveSeatProps) {
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState(NOBODY);
  const [tried, setTried] = useState(false);
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const ready = personProblems(person).length === 0;
    setTried(!ready);
    if (ready) await move();
    focusFirstError(form.current);
  };
  const move = async () => {
    const json = { person: personOf(person) };
    const act = actOf(`przenies:${seat.id}`, json, sessionStorage);
    const param = { serviceId: seat.service.id, grantId: seat.id };
    const result = await send(() =>
      call((options) => api.licences[':serviceId'].seats[':grantId'].move.$post({ param, json }, options), { act }),
    );
    if (!result.ok) return;
    setOpen(false);
    setPerson(NOBODY);
    onMoved(result.value);
  };
  const { name } = seat.grantee;
  return (
    <>
      <Act tone="quiet" onAct={() => setOpen(true)}>
        <span>
          Przenieś na kogoś innego
          <span class="visually-hidden">: {name}</span>
        </span>
      </Act>
      {open ? (
        <Dialog title="Przenieś licencję" onClose={() => setOpen(false)}>
          <form ref={form} onSubmit={submit} noValidate>
            <p>
              Licencję ma teraz: {name}. Ta osoba od razu ją straci, a dostanie ją ktoś, kogo wpiszesz – z tą samą rolą i datą
              końca. Zanim to zrobisz, zapiszcie dokumenty, które mają zostać.
            </p>
            <PersonFields
              person={person}
              problems={[...(tried ? personProblems(person) : []), ...(failed?.fields ?? [])]}
              onChange={(part) => {
                setFailed(null);
                setPerson((old) => ({ ...old, ...part }));
              }}
            />
            <Refusal failed={saidAloud(failed, ['person.name', 'person.email'])} />
            <p class="acts">
              <Act type="submit" busy={busy}>
                Przenieś licencję
              </Act>
              <Act tone="quiet" onAct={() => setOpen(false)}>
                Zostaw bez zmian
              </Act>
            </p>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
