import { useState } from 'preact/hooks';
import type { DatabaseView } from '../../../contract/index.ts';
import { visibleName } from '../../words/names.ts';
import { Act } from '../parts/Act.tsx';
import { DeleteDatabase } from './DeleteDatabase.tsx';
import { TOO_LONG_FOR_ACCESS, tooLongForAccess } from './names.ts';
import { About, AccessFact, ProblemNote, SizeFact, StateMark } from './parts.tsx';
import { giveAddress } from './service.ts';
import { isDeletable, isOpenable } from './words.ts';

interface DatabaseItemProps {
  serviceId: string;
  database: DatabaseView;
  onDeleted: (database: DatabaseView) => void;
}

/** One database: its size, who was let in, and what can be done about it. */
export function DatabaseItem({ serviceId, database, onDeleted }: DatabaseItemProps) {
  const [deleting, setDeleting] = useState(false);
  const { name, bytes, access } = database;
  const shown = visibleName(name);
  const tooLong = tooLongForAccess(name) > 0;
  return (
    <li class="asset">
      <h3 class="path">{shown}</h3>
      <StateMark asset={database} />
      <ProblemNote asset={database} again="Usuń ją z tej listy i utwórz jeszcze raz." />
      {tooLong ? <p class="asset-note">{TOO_LONG_FOR_ACCESS}</p> : null}
      <dl class="tag-facts">
        <SizeFact bytes={bytes} />
        <AccessFact access={access} />
      </dl>
      <div class="tag-acts">
        {isOpenable(database) && !tooLong ? (
          <a class="button button-quiet" href={giveAddress('baza-danych', serviceId)}>
            <span>
              Nadaj dostęp
              <About name={shown} />
            </span>
          </a>
        ) : null}
        {isDeletable(database) ? (
          <Act tone="quiet-danger" onAct={() => setDeleting(true)}>
            <span>
              Usuń bazę
              <About name={shown} />
            </span>
          </Act>
        ) : null}
      </div>
      {deleting ? (
        <DeleteDatabase
          serviceId={serviceId}
          database={database}
          onClose={() => setDeleting(false)}
          onDeleted={(deleted) => {
            setDeleting(false);
            onDeleted(deleted);
          }}
        />
      ) : null}
    </li>
  );
}
