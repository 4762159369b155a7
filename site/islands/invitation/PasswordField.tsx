import type { ComponentProps } from 'preact';
import { PasswordField as NewPassword } from '../parts/PasswordField.tsx';

type PasswordFieldProps = Omit<ComponentProps<typeof NewPassword>, 'id' | 'label' | 'hint'>;

/** One's own password for the access being taken. */
export const PasswordField = (props: PasswordFieldProps) => (
  <NewPassword
    id="credential.password"
    label="Twoje hasło"
    hint="Co najmniej 12 znaków. Dobre jest zdanie, którego nikt nie zgadnie. Osoba, która daje Ci dostęp, go nie pozna."
    {...props}
  />
);
