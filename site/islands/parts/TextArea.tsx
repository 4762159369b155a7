import type { ComponentChildren, JSX } from 'preact';
import { Field, tied } from './Field.tsx';

interface TextAreaProps
  extends Pick<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength' | 'spellcheck' | 'autofocus' | 'onKeyDown'> {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | null;
  rows?: number;
  value: string;
  onValue: (value: string) => void;
}

/** A field for several lines, whose value its owner keeps. */
export function TextArea({ id, label, hint, error, rows = 6, value, onValue, ...rest }: TextAreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error ?? null}>
      <textarea
        {...rest}
        {...tied(id, hint, error)}
        name={id}
        rows={rows}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}
