import { useEffect, useRef } from 'preact/hooks';
import { typedOwner } from '../../../contract/dns/index.ts';
import type { RecordType } from '../../../contract/index.ts';
import { Act } from '../parts/Act.tsx';
import { Field, TextField, tied } from '../parts/Field.tsx';
import type { Line, Said } from './draft.ts';
import { readableName } from './names.ts';
import { recordWords, TYPE_WORDS, TYPES, ttlWords } from './record-words.ts';

interface LineFieldsProps {
  line: Line;
  domain: string;
  said: readonly Said[];
  /** True for the one that was just begun: it takes the focus. */
  isFresh: boolean;
  onChange: (part: Partial<Line>) => void;
  onDrop: () => void;
}

/** Which name a typed one stands for, as soon as it stands for one. */
function wholeName(typed: string, domain: string): string | null {
  const name = typedOwner(domain)(typed.trim());
  return name === null ? null : readableName(name);
}

/** One record as it is typed: what each part does, and beside it what is wrong with it. */
export function LineFields({ line, domain, said, isFresh, onChange, onDrop }: LineFieldsProps) {
  const form = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isFresh) form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, [isFresh]);
  const id = (field: string) => `${field}-${line.id}`;
  const errorAt = (field: Said['field']) => said.find((one) => one.field === field && one.grave)?.message ?? null;
  const words = TYPE_WORDS[line.type];
  const whole = wholeName(line.name, domain);
  const ttl = /^\d{1,9}$/.test(line.ttl.trim()) ? Number(line.ttl) : null;
  const warnings = said.filter(({ grave }) => !grave);
  const dataProps = {
    ...tied(id('data'), true, errorAt('data')),
    name: id('data'),
    value: line.data,
    maxLength: 4096,
    spellcheck: false,
    autocomplete: 'off' as const,
  };
  return (
    <fieldset ref={form} class="line">
      <legend>{line.from ? `Zmiana rekordu: ${recordWords(line.from)}` : 'Nowy rekord'}</legend>
      <Field id={id('type')} label="Typ" hint={words.help} error={errorAt('type')}>
        <select
          {...tied(id('type'), true, errorAt('type'))}
          value={line.type}
          onChange={(event) => onChange({ type: event.currentTarget.value as RecordType })}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {`${type} – ${TYPE_WORDS[type].label}`}
            </option>
          ))}
        </select>
      </Field>
      <TextField
        id={id('name')}
        label="Nazwa"
        hint={
          <>
            To, co stoi przed domeną, na przykład www. Sama domena to @.
            {whole ? (
              <>
                {' '}
                Rekord będzie dla: <strong class="path">{whole}</strong>
              </>
            ) : null}
          </>
        }
        autocomplete="off"
        spellcheck={false}
        maxLength={300}
        value={line.name}
        onValue={(name) => onChange({ name })}
        error={errorAt('name')}
      />
      <Field id={id('data')} label={words.value} hint={words.example} error={errorAt('data')}>
        {line.type === 'TXT' ? (
          <textarea {...dataProps} rows={3} onInput={(event) => onChange({ data: event.currentTarget.value })} />
        ) : (
          <input {...dataProps} onInput={(event) => onChange({ data: event.currentTarget.value })} />
        )}
      </Field>
      <TextField
        id={id('ttl')}
        label="TTL w sekundach"
        hint={`Jak długo inni pamiętają ten rekord, zanim zapytają znowu. ${ttl ? `Teraz: ${ttlWords(ttl)}.` : 'Zwykle 3600, czyli godzina.'}`}
        inputMode="numeric"
        autocomplete="off"
        maxLength={6}
        value={line.ttl}
        onValue={(value) => onChange({ ttl: value })}
        error={errorAt('ttl')}
      />
      {warnings.map(({ message }) => (
        <p key={message} class="notice" data-tone="attention">
          {message}
        </p>
      ))}
      <Act tone="quiet" onAct={onDrop}>
        <span>
          {line.from ? 'Zostaw rekord bez zmian' : 'Nie dodawaj tego rekordu'}
          <span class="visually-hidden">: {line.from ? recordWords(line.from) : (whole ?? '')}</span>
        </span>
      </Act>
    </fieldset>
  );
}
