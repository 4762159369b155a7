import type { ComponentChildren, JSX } from 'preact';

interface FieldProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | null;
  children?: ComponentChildren;
}

const described = (id: string, hint: unknown, error: unknown) =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

/** The attributes that tie a control to its hint and its error. */
export const tied = (id: string, hint: unknown, error: string | null | undefined) => ({
  id,
  'aria-describedby': described(id, hint, error),
  'aria-invalid': error ? ('true' as const) : undefined,
});

/** A label, what helps to fill it in, the control, and what is wrong with it. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string | null | undefined }) {
  return error ? (
    <p class="field-error" id={`${id}-error`}>
      {error}
    </p>
  ) : null;
}

type InputProps = Omit<FieldProps, 'children'> & { value: string; onValue: (value: string) => void } & Pick<
    JSX.InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autocomplete' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'autofocus' | 'spellcheck'
  >;

/** A one-line field whose value its owner keeps. */
export function TextField({ id, label, hint, error, value, onValue, ...rest }: InputProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error ?? null}>
      <input
        {...rest}
        {...tied(id, hint, error)}
        name={id}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

/** Moves to the first field with an error, so that nobody has to look for it. */
export function focusFirstError(root: ParentNode | null): void {
  requestAnimationFrame(() => {
    const first = root?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid="true"] input:not(:disabled), [role="alert"]',
    );
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  });
}
