import { useRef, useState } from 'preact/hooks';
import { askedFields, judge, SETTING, tidyAnswers } from '../../../../content/settings/index.ts';
import type { SettingForm } from '../../../../contract/index.ts';
import { type Failure, failure } from '../../../api/result.ts';
import { Act } from '../../parts/Act.tsx';
import { focusFirstError } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useSend } from '../../parts/use-send.ts';
import { SecretWarning } from '../SecretWarning.tsx';
import { fillForm } from './acts.ts';
import { deadForm } from './dead-form.ts';
import { FormField } from './FormField.tsx';

interface FillFormProps {
  token: string;
  form: SettingForm;
  onSent: (form: SettingForm) => void;
  onDead: (failed: Failure) => void;
}

const COMMENT = 'comment';
const GENERAL = ['required', 'too-long'];

/** The IT person's answers; what is typed stays when sending fails, and may be sent anew until the owner is done. */
export function FillForm({ token, form, onSent, onDead }: FillFormProps) {
  const { setting } = form;
  const { fields } = SETTING[setting];
  const start = { ...Object.fromEntries(fields.map(({ id }) => [id, form.answers?.[id] ?? ''])), [COMMENT]: form.comment };
  // A part of the token tells one link's draft from another's, and is of no use to anybody.
  const { draft, change, forget } = useDraft<Record<string, string>>(`zmiana:${token.slice(0, 6)}`, start);
  const { [COMMENT]: comment = '', ...answers } = draft;
  const [tried, setTried] = useState(false);
  const { busy, failed, setFailed, send } = useSend();
  const place = useRef<HTMLFormElement>(null);
  const alter = (part: Record<string, string>) => {
    if (failed) setFailed(null);
    change(part);
  };
  const faults = tried ? judge(setting, answers) : {};
  const errorAt = (id: string, wrong: string): string | null => {
    const own = faults[id];
    if (own) return GENERAL.includes(own) ? failure(own).message : wrong;
    return failed?.fields.find(({ field }) => field === `answers.${id}`)?.message ?? null;
  };
  const submit = async () => {
    const ready = Object.keys(judge(setting, answers)).length === 0;
    setTried(!ready);
    if (ready) {
      const json = { token, answers: tidyAnswers(setting, answers), comment: comment.trim() };
      const result = await send(() => fillForm(json));
      if (result.ok) {
        forget();
        return onSent(result.value);
      }
      if (result.fields.length === 0 && deadForm(result.code)) return onDead(result);
    }
    focusFirstError(place.current);
  };
  const names = Object.keys(draft);
  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {askedFields(setting, answers).map((field) => (
        <FormField
          key={field.id}
          field={field}
          value={answers[field.id] ?? ''}
          onValue={(value) => alter({ [field.id]: value })}
          error={errorAt(field.id, field.wrong)}
        />
      ))}
      <TextArea
        id="comment"
        label="Komentarz (nieobowiązkowy)"
        hint="Co jeszcze warto wiedzieć przed zmianą. Bez haseł."
        rows={4}
        maxLength={2000}
        value={comment}
        onValue={(text) => alter({ [COMMENT]: text })}
        error={failed?.fields.find(({ field }) => field === COMMENT)?.message ?? null}
      />
      <SecretWarning
        texts={names.map((name) => draft[name] ?? '')}
        onClean={(texts) => alter(Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ''])))}
      />
      {failed && failed.fields.length === 0 ? <Refusal failed={failed} onRetry={submit} /> : null}
      <p class="acts">
        <Act type="submit" busy={busy}>
          {form.answers ? 'Wyślij zmienioną odpowiedź' : 'Wyślij odpowiedź'}
        </Act>
      </p>
    </form>
  );
}
