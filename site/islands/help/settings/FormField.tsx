import type { SettingField } from '../../../../content/settings/index.ts';
import { Choices } from '../../parts/Choice.tsx';
import { TextField } from '../../parts/Field.tsx';
import { TextArea } from '../../parts/TextArea.tsx';

interface FormFieldProps {
  field: SettingField;
  value: string;
  onValue: (value: string) => void;
  error: string | null;
}

/** One question of a setting's form, in the shape that suits its answer. */
export function FormField({ field, value, onValue, error }: FormFieldProps) {
  const label = field.required ? field.label : `${field.label} (nieobowiązkowe)`;
  const about = { id: `pole-${field.id}`, hint: field.hint || null, error, value, onValue };
  switch (field.type) {
    case 'choice':
      return (
        <Choices id={about.id} legend={label} options={field.options} value={value || null} onValue={onValue} error={error} />
      );
    case 'lines':
      return <TextArea {...about} label={label} rows={4} maxLength={2000} spellcheck={false} />;
    case 'number':
      return <TextField {...about} label={label} inputMode="numeric" autocomplete="off" maxLength={20} />;
    case 'text':
      return <TextField {...about} label={label} autocomplete="off" spellcheck={false} maxLength={300} />;
  }
}
