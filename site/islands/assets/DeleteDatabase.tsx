import type { DatabaseView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { DeletionDialog } from './DeletionDialog.tsx';
import { AccessLost } from './parts.tsx';

interface DeleteDatabaseProps {
  serviceId: string;
  database: DatabaseView;
  onClose: () => void;
  onDeleted: (database: DatabaseView) => void;
}

/** A database is gone for good, and every access to it with it (R9). */
export function DeleteDatabase({ serviceId, database, onClose, onDeleted }: DeleteDatabaseProps) {
  const { name, access, state } = database;
  const remove = (typed: string) => {
    const json = { name, typed };
    const act = actOf(`usun-baze:${serviceId}:${name}`, json, sessionStorage);
    return call((options) => api.services[':serviceId'].databases.deletion.$post({ param: { serviceId }, json }, options), {
      act,
    });
  };
  return (
    <DeletionDialog
      title="Usunąć bazę na zawsze?"
      name={name}
      label="Przepisz nazwę bazy"
      act="Usuń bazę na zawsze"
      keep="Zostaw bazę"
      onDelete={remove}
      onDeleted={onDeleted}
      onClose={onClose}
    >
      {state === 'failed' ? (
        <p>Ta baza nie powstała, więc nie ma w niej danych. Zniknie tylko z listy.</p>
      ) : (
        <>
          <p>
            Znikną wszystkie tabele i wszystkie dane z tej bazy. <strong>Nie ma kosza ani drogi powrotu.</strong> Strona lub
            sklep, które z niej korzystają, przestaną działać.
          </p>
          <p>Jeśli te dane mogą się jeszcze przydać, zrób najpierw kopię w phpMyAdmin („Eksport”).</p>
        </>
      )}
      <AccessLost
        access={access}
        again="Ich otwarte połączenia zostaną zakończone. Nowa baza o tej samej nazwie nie odda im dostępu – trzeba go nadać od nowa."
      />
    </DeletionDialog>
  );
}
