import type { FileEntry } from '../../../../contract/files/server.ts';
import { isOdd } from '../../../words/names.ts';
import { later } from '../../parts/later.tsx';
import type { Desk } from '../acts/use-desk.ts';
import type { Door } from '../door/door.ts';
import { shownName } from '../place.ts';

const NameDialog = later(() => import('../acts/NameDialog.tsx').then((part) => part.NameDialog));
const TakenDialog = later(() => import('../acts/TakenDialog.tsx').then((part) => part.TakenDialog));
const PermissionsDialog = later(() => import('../acts/PermissionsDialog.tsx').then((part) => part.PermissionsDialog));
const PlaceDialog = later(() => import('../tree/PlaceDialog.tsx').then((part) => part.PlaceDialog));

/** What is asked before an act. */
export type Asking =
  | { what: 'folder' }
  | { what: 'rename'; entry: FileEntry }
  | { what: 'place'; post: '/moves' | '/copies'; refs: readonly string[] }
  | { what: 'permissions'; entries: readonly FileEntry[] };

interface DialogsProps {
  desk: Desk;
  door: Door;
  at: string;
  asking: Asking | null;
  onClose: () => void;
}

function Asked({ desk, door, at, asking, onClose }: DialogsProps & { asking: Asking }) {
  if (asking.what === 'folder')
    return (
      <NameDialog
        title="Nowy katalog"
        hint={`Powstanie tutaj: ${shownName(at)}.`}
        name=""
        act="Utwórz katalog"
        leave="Nie twórz"
        onName={async (name) => {
          const result = await desk.makeFolder(name);
          return result.ok ? null : result;
        }}
        onClose={onClose}
      />
    );
  if (asking.what === 'rename') {
    const { entry } = asking;
    const odd = isOdd(entry.name);
    return (
      <NameDialog
        title="Zmień nazwę"
        {...(odd ? { hint: `Teraz: ${shownName(entry.ref)}. Tych znaków nie da się wpisać, więc podaj nazwę od nowa.` } : {})}
        name={odd ? '' : entry.name}
        act="Zmień nazwę"
        leave="Zostaw obecną"
        onName={(name) => desk.rename(entry, name)}
        onClose={onClose}
      />
    );
  }
  if (asking.what === 'place')
    return (
      <PlaceDialog
        door={door}
        post={asking.post}
        refs={asking.refs}
        from={at}
        onPlace={(into) => {
          onClose();
          void desk.carryInto(asking.post, asking.refs, into);
        }}
        onClose={onClose}
      />
    );
  return (
    <PermissionsDialog
      entries={asking.entries}
      onPermit={(orders) => {
        onClose();
        void desk.permit(orders);
      }}
      onClose={onClose}
    />
  );
}

/** The question before an act, and the one that may come during it. */
export const Dialogs = ({ asking, ...props }: DialogsProps) => (
  <>
    {asking ? <Asked asking={asking} {...props} /> : null}
    {props.desk.question ? <TakenDialog key={props.desk.question.ref} question={props.desk.question} /> : null}
  </>
);
