import { Field, tied } from '../parts/Field.tsx';

interface NameFieldProps {
  id: string;
  label: string;
  hint: string;
  /** What stands in front of what is typed, and behind it. */
  before?: string;
  after?: string;
  value: string;
  length: { now: number; most: number };
  /** A name that would do, where the typed one does not. */
  offer: string | null;
  error: string | null;
  onValue: (value: string) => void;
}

/** A name judged while one types: its fixed part beside it, how long it is, and a better one where there is one. */
export function NameField({ id, label, hint, before = '', after = '', value, length, offer, error, onValue }: NameFieldProps) {
  const whole = value.trim() && !error ? `${before}${value.trim()}${after}` : null;
  return (
    <>
      <Field id={id} label={label} hint={hint} error={error}>
        <div class="name-field">
          {before ? <code>{before}</code> : null}
          <input
            {...tied(id, true, error)}
            name={id}
            value={value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={200}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          {after ? <code>{after}</code> : null}
        </div>
        <p class="hint name-length">
          {length.now} z&nbsp;{length.most} znaków
          {whole ? (
            <>
              . Cała nazwa: <code>{whole}</code>
            </>
          ) : null}
        </p>
      </Field>
      {/* Beside the field an error is seen at once; here it is also heard while one types. */}
      <p class="visually-hidden" role="status">
        {error}
      </p>
      {offer ? (
        <p class="acts">
          <button type="button" class="button button-quiet" onClick={() => onValue(offer)}>
            <span>
              Użyj nazwy: <code>{`${before}${offer}${after}`}</code>
            </span>
          </button>
        </p>
      ) : null}
    </>
  );
}
