import type { FieldProblem } from '../../api/result.ts';
import { TextField } from '../parts/Field.tsx';

interface PersonFieldsProps {
  person: { name: string; email: string };
  problems: readonly FieldProblem[];
  onChange: (part: Partial<{ name: string; email: string }>) => void;
}

/** Whose the licence will be. */
export function PersonFields({ person, problems, onChange }: PersonFieldsProps) {
  const error = (field: string) => problems.find((one) => one.field === field)?.message ?? null;
  return (
    <>
      <TextField
        id="person.name"
        label="Imię i nazwisko"
        autocomplete="off"
        maxLength={80}
        value={person.name}
        onValue={(name) => onChange({ name })}
        error={error('person.name')}
      />
      <TextField
        id="person.email"
        label="Adres e-mail tej osoby"
        hint="Na ten adres jest licencja. Nie musi to być użytkownik Panelu."
        type="email"
        autocomplete="off"
        maxLength={254}
        value={person.email}
        onValue={(email) => onChange({ email })}
        error={error('person.email')}
      />
    </>
  );
}
