import type { GrantSpec } from '../../../contract/index.ts';
import { Choices } from '../parts/Choice.tsx';
import { DirectoryPicker } from './DirectoryPicker.tsx';

export interface Scope {
  area: 'tree' | 'directory';
  directory: string;
  access: GrantSpec['access'];
}

const AREAS = [
  { value: 'directory', label: 'Jeden katalog', hint: 'Osoba widzi tylko wybrany katalog i\u00a0to, co w\u00a0nim jest.' },
  { value: 'tree', label: 'Cały serwer', hint: 'Osoba widzi wszystkie pliki na serwerze, także innych stron.' },
] as const;
const ACCESSES = [
  { value: 'read', label: 'Tylko czytanie', hint: 'Osoba zobaczy i\u00a0pobierze pliki, ale ich nie zmieni.' },
  { value: 'write', label: 'Czytanie i\u00a0zmiany', hint: 'Osoba może też dodawać, zmieniać i\u00a0usuwać pliki.' },
] as const;

/** What an FTP access opens (R8): one directory or all, to read or to change. No service chosen yet: no directories to show. */
export function ScopeFields({
  serviceId,
  area,
  directory,
  access,
  onChange,
  error,
}: Scope & { serviceId: string; onChange: (part: Partial<Scope>) => void; error: string | null }) {
  return (
    <>
      <Choices id="area" legend="Co otworzyć" options={AREAS} value={area} onValue={(value) => onChange({ area: value })} />
      {area === 'directory' && serviceId ? (
        <DirectoryPicker
          key={serviceId}
          serviceId={serviceId}
          chosen={directory}
          onChoose={(path) => onChange({ directory: path })}
          error={error}
        />
      ) : null}
      <Choices
        id="access"
        legend="Co osoba może robić"
        options={ACCESSES}
        value={access}
        onValue={(value) => onChange({ access: value })}
      />
    </>
  );
}
