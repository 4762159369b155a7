import { useRef, useState } from 'preact/hooks';
import type { MailboxView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { type FieldProblem, failure, problemWith } from '../../api/result.ts';
import { knownSession } from '../../api/session.ts';
import { judgePassword } from '../../secrets/strength.ts';
import { Act } from '../parts/Act.tsx';
import { Field, focusFirstError, tied } from '../parts/Field.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { NameField } from './NameField.tsx';
import { LONGEST_LOCAL_PART, localPartFault, offerLocalPart } from './names.ts';
import { passwordFault } from './password.ts';
import { saidAloud } from './said-aloud.ts';

interface CreateMailboxProps {
  serviceId: string;
  domains: readonly string[];
  onCreated: (mailbox: MailboxView) => void;
}

const DOMAIN = 'domain';

function DomainField({
  domains,
  value,
  error,
  onValue,
}: {
  domains: readonly string[];
  value: string;
  error: string | null;
  onValue: (value: string) => void;
}) {
  return (
    <Field id={DOMAIN} label="Domena" error={error}>
      <select {...tied(DOMAIN, null, error)} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {domains.map((domain) => (
          <option key={domain} value={domain}>
            {domain}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A new mailbox: an address at one of the service's domains, and a password that stays out of everything kept. */
export function CreateMailbox({ serviceId, domains, onCreated }: CreateMailboxProps) {
  const { draft, change, forget } = useDraft(`skrzynka:${serviceId}`, { local: '', domain: '' });
  const [password, setPassword] = useState('');
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const domain = domains.includes(draft.domain) ? draft.domain : (domains[0] ?? '');
  const local = draft.local.trim();
  const inputs = [local, domain, knownSession()?.user.name ?? '', knownSession()?.account?.name ?? ''].filter(Boolean);
  const touched = (alter: () => void) => {
    setFailed(null);
    alter();
  };
  const problems = async (): Promise<FieldProblem[]> => {
    const faults = {
      local: local ? localPartFault(local) : failure('required').message,
      password: password ? passwordFault(password, await judgePassword(password, inputs)) : failure('required').message,
    };
    return Object.entries(faults).flatMap(([field, message]) => (message ? [{ field, code: 'invalid-input', message }] : []));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = await problems();
    if (wrong.length > 0) setFailed(failure('invalid-input', '', wrong));
    else await create();
    focusFirstError(form.current);
  };
  const create = async () => {
    const json = { local, domain, password };
    const act = actOf(`skrzynka:${serviceId}`, json);
    const param = { serviceId };
    const result = await send(() =>
      call((options) => api.services[':serviceId'].mailboxes.$post({ param, json }, options), { act }),
    );
    if (!result.ok) return;
    forget();
    onCreated(result.value);
  };
  const shown = ['local', 'password', ...(domains.length > 1 ? [DOMAIN] : [])];
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <NameField
        id="local"
        label="Nazwa skrzynki"
        hint="To, co stoi przed znakiem @: małe litery od a do z, cyfry, a między nimi kropka, _ lub -."
        after={`@${domain}`}
        value={draft.local}
        length={{ now: local.length, most: LONGEST_LOCAL_PART }}
        offer={offerLocalPart(draft.local)}
        error={problemWith(failed, 'local') ?? localPartFault(draft.local)}
        onValue={(value) => touched(() => change({ local: value }))}
      />
      {domains.length > 1 ? (
        <DomainField
          domains={domains}
          value={domain}
          error={problemWith(failed, DOMAIN)}
          onValue={(value) => touched(() => change({ domain: value }))}
        />
      ) : null}
      <PasswordField
        id="password"
        label="Hasło skrzynki"
        hint="Co najmniej 12 znaków. Kto je zna, czyta i wysyła pocztę z tej skrzynki – innym osobom lepiej nadać osobny dostęp."
        value={password}
        inputs={inputs}
        error={problemWith(failed, 'password')}
        onValue={(value) => touched(() => setPassword(value))}
      />
      <Refusal failed={saidAloud(failed, shown)} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          Utwórz skrzynkę
        </Act>
      </p>
    </form>
  );
}
