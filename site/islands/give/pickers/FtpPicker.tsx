import { Choices } from '../../parts/Choice.tsx';
import { DirectoryPicker } from './DirectoryPicker.tsx';
import type { PickerProps } from './picker.ts';

const AREAS = [
  { value: 'directory', label: 'Jeden katalog', hint: 'Osoba widzi tylko wybrany katalog i to, co w nim jest.' },
  { value: 'tree', label: 'Cały serwer', hint: 'Osoba widzi wszystkie pliki na serwerze, także innych stron.' },
] as const;

/** What an FTP access opens (R8): one directory or all. No service chosen yet: no directories to show. */
export const FtpPicker = ({ serviceId, scope, onChange, error }: PickerProps) => (
  <>
    <Choices id="area" legend="Co otworzyć" options={AREAS} value={scope.area} onValue={(area) => onChange({ area })} />
    {scope.area === 'directory' && serviceId ? (
      <DirectoryPicker
        key={serviceId}
        serviceId={serviceId}
        chosen={scope.directory}
        onChoose={(directory) => onChange({ directory })}
        error={error}
      />
    ) : null}
  </>
);
