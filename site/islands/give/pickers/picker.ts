import type { Scope } from '../scope.ts';

/** What every picker of a thing to open is given. */
export interface PickerProps {
  serviceId: string;
  scope: Scope;
  onChange: (part: Partial<Scope>) => void;
  error: string | null;
}
