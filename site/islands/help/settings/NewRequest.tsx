import { useRef, useState } from 'preact/hooks';
import { isSettingName, SETTING } from '../../../../content/settings/index.ts';
import { saidAloud } from '../../assets/said-aloud.ts';
import { Act } from '../../parts/Act.tsx';
import { Field, focusFirstError, TextField, tied } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useSend } from '../../parts/use-send.ts';
import { ServiceField } from '../cases/ServiceField.tsx';
import { ForMember } from '../ForMember.tsx';
import { SecretWarning } from '../SecretWarning.tsx';
import { createRequest } from './acts.ts';
import { NotForUsers } from './NotForUsers.tsx';
import { EMPTY_REQUEST, type RequestDraft, requestBody, requestProblems } from './request-form.ts';
import { requestPath, SETTING_CHOICES } from './words.ts';

const FIELDS = ['setting', 'serviceId', 'helper.name', 'helper.email', 'note'];

function WhichSetting({ value, onValue, error }: { value: string; onValue: (setting: string) => void; error: string | null }) {
  const about = isSettingName(value) ? SETTING[value] : null;
  return (
    <>
      <Field id="setting" label="O jakie ustawienie chodzi" error={error}>
        <select {...tied('setting', null, error)} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">Wybierz ustawienie</option>
          {SETTING_CHOICES.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      {about ? <p class="hint">Zapytamy: „{about.ask}”</p> : null}
    </>
  );
}

function RequestForm({ accountId }: { accountId: string }) {
  const wanted = new URLSearchParams(location.search).get('co');
  const setting = isSettingName(wanted) ? wanted : '';
  const { draft, change, forget } = useDraft<RequestDraft>(`prosba:${accountId}:${setting}`, { ...EMPTY_REQUEST, setting });
  const { busy, failed, setFailed, send } = useSend();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const alter = (part: Partial<RequestDraft>) => {
    if (failed) setFailed(null);
    change(part);
  };
  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault();
    const body = requestBody(draft);
    setTried(body === null);
    if (body) {
      const result = await send(() => createRequest(body));
      if (result.ok) {
        forget();
        return location.assign(requestPath(result.value.id));
      }
    }
    focusFirstError(form.current);
  };
  const problems = [...(tried ? requestProblems(draft) : []), ...(failed?.fields ?? [])];
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.message ?? null;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <WhichSetting value={draft.setting} onValue={(name) => alter({ setting: name })} error={problemAt('setting')} />
      <ServiceField
        label="Na której usłudze"
        only="hosting"
        value={draft.serviceId}
        onValue={(serviceId) => alter({ serviceId })}
        error={problemAt('serviceId')}
      />
      <h2>Kto ma odpowiedzieć</h2>
      <p class="notice" data-tone="info">
        <strong>Ta osoba nie dostanie żadnego dostępu.</strong> Wyślemy jej link do formularza z pytaniami. Zmianę zrobisz Ty.
      </p>
      <TextField
        id="name"
        label="Imię i nazwisko albo firma"
        autocomplete="off"
        maxLength={80}
        value={draft.name}
        onValue={(name) => alter({ name })}
        error={problemAt('helper.name')}
      />
      <TextField
        id="email"
        label="Adres e-mail tej osoby"
        type="email"
        autocomplete="off"
        maxLength={254}
        value={draft.email}
        onValue={(email) => alter({ email })}
        error={problemAt('helper.email')}
      />
      <TextArea
        id="note"
        label="Dopisek (nieobowiązkowy)"
        hint="Na przykład o którą stronę chodzi i dlaczego. Bez haseł."
        rows={3}
        maxLength={1000}
        value={draft.note}
        onValue={(note) => alter({ note })}
        error={problemAt('note')}
      />
      <SecretWarning texts={[draft.note]} onClean={([note = '']) => alter({ note })} />
      <Refusal failed={saidAloud(failed, FIELDS)} onRetry={() => submit()} />
      <p class="acts">
        <Act type="submit" busy={busy}>
          Wyślij pytanie
        </Act>
      </p>
    </form>
  );
}

/** Asking an IT person what exactly to change; nothing is given away by it (R11). */
export default function NewRequest() {
  return (
    <ForMember why="Potem wyślesz pytanie do informatyka, a jego odpowiedź zobaczysz w Panelu.">
      {({ account }) => (account.role === 'user' ? <NotForUsers /> : <RequestForm accountId={account.id} />)}
    </ForMember>
  );
}
