import type { ComponentChildren } from 'preact';
import { FieldError } from './Field.tsx';

interface Option<V extends string> {
  value: V;
  label: string;
  hint?: string;
}

interface ChoicesProps<V extends string> {
  id: string;
  legend: string;
  options: readonly Option<V>[];
  value: V | null;
  onValue: (value: V) => void;
  error?: string | null;
  children?: ComponentChildren;
}

/** Big choices, each saying what it leads to. */
export function Choices<V extends string>({ id, legend, options, value, onValue, error, children }: ChoicesProps<V>) {
  return (
    <fieldset class="choices" data-invalid={error ? 'true' : undefined} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label class="choice" key={option.value}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>
            <strong>{option.label}</strong>
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </label>
      ))}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** One thing to agree to on purpose. */
export function Agreement({
  id,
  label,
  checked,
  onChecked,
  error,
}: {
  id: string;
  label: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  error?: string | null;
}) {
  return (
    <div class="choices">
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChecked(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldError id={id} error={error ?? null} />
    </div>
  );
}
