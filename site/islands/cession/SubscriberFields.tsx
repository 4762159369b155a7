import { Choices } from '../parts/Choice.tsx';
import { TextField } from '../parts/Field.tsx';
import { isRight, type SubscriberDraft, type SubscriberField, whileTyping } from './subscriber-form.ts';

const TYPES = [
  { value: 'company', label: 'Firma', hint: 'Także jednoosobowa działalność. Podasz NIP.' },
  { value: 'person', label: 'Osoba prywatna', hint: 'Bez numeru NIP.' },
] as const;

interface SubscriberFieldsProps {
  draft: SubscriberDraft;
  problem: (field: string) => string | null;
  onChange: (part: Partial<SubscriberDraft>) => void;
}

/** Who the account or the domain will belong to. Numbers are judged as soon as they are whole. */
export function SubscriberFields({ draft, problem, onChange }: SubscriberFieldsProps) {
  const company = draft.type !== 'person';
  const text = (field: SubscriberField, label: string, hint: string, more: object = {}) => (
    <TextField
      key={field}
      id={`subscriber.${field}`}
      label={label}
      hint={hint}
      value={draft[field]}
      onValue={(value) => onChange({ [field]: value })}
      error={problem(`subscriber.${field}`) ?? whileTyping(field, draft)}
      {...more}
    />
  );
  const right = (field: 'nip' | 'regon', usual: string) => (isRight(field, draft) ? 'Numer się zgadza.' : usual);
  return (
    <>
      <Choices
        id="subscriber.type"
        legend="Na kogo przechodzi?"
        options={TYPES}
        value={company ? 'company' : 'person'}
        onValue={(type) => onChange({ type })}
      />
      {text('name', company ? 'Pełna nazwa firmy' : 'Imię i nazwisko', 'Tak jak ma być na fakturach.', {
        autocomplete: company ? 'organization' : 'name',
        maxLength: company ? 160 : 120,
      })}
      {company ? text('nip', 'NIP', right('nip', '10 cyfr. Kreski i spacje pomijamy.'), { maxLength: 40 }) : null}
      {company ? text('regon', 'REGON (jeśli jest)', right('regon', '9 albo 14 cyfr.'), { maxLength: 40 }) : null}
      {text('address', 'Ulica i numer', 'Bez ulicy wpisz miejscowość i numer.', {
        autocomplete: 'street-address',
        maxLength: 200,
      })}
      {text('postcode', 'Kod pocztowy', 'Na przykład 70-001.', { autocomplete: 'postal-code', maxLength: 40 })}
      {text('city', 'Miejscowość', 'Na przykład Szczecin.', { autocomplete: 'address-level2', maxLength: 80 })}
    </>
  );
}
