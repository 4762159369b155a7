import type { ComponentType } from 'preact';
import type { AccessKind } from '../../../contract/index.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { Choices } from '../parts/Choice.tsx';
import { later } from '../parts/later.tsx';
import type { PickerProps } from './pickers/picker.ts';
import type { Scope } from './scope.ts';

/** How the thing to open is chosen; a new kind is a file in `pickers/` and a line here. */
const PICKERS: Record<AccessKind, ComponentType<PickerProps>> = {
  ftp: later(() => import('./pickers/FtpPicker.tsx').then(({ FtpPicker }) => FtpPicker)),
  database: later(() => import('./pickers/DatabasePicker.tsx').then(({ DatabasePicker }) => DatabasePicker)),
  mailbox: later(() => import('./pickers/MailboxPicker.tsx').then(({ MailboxPicker }) => MailboxPicker)),
};

/** What may be done, the smallest first, each level saying what it adds. */
export const AccessChoice = ({ scope, onChange }: { scope: Scope; onChange: (part: Partial<Scope>) => void }) => (
  <Choices<Scope['access']>
    id="access"
    legend="Co osoba może robić"
    options={KIND_WORDS[scope.kind].levels}
    value={scope.access}
    onValue={(access) => onChange({ access })}
  />
);

/** What an access opens and what may be done there, for any kind. */
export function ScopeFields(props: PickerProps) {
  const Picker = PICKERS[props.scope.kind];
  return (
    <>
      <Picker {...props} />
      <AccessChoice scope={props.scope} onChange={props.onChange} />
    </>
  );
}
