import { useEffect, useState } from 'preact/hooks';
import type { Door } from '../door/door.ts';
import { FolderTree } from '../tree/FolderTree.tsx';
import { FolderLink } from './Crumbs.tsx';

/** As wide as the list and the tree need to stand beside each other; the same as in files.css. */
const WIDE = '(width >= 62rem)';

function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => setWide(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return wide;
}

interface SideProps {
  serviceId: string;
  door: Door;
  at: string;
  stamp: number;
  onGo: (at: string) => void;
}

/** The tree of directories: beside the list where there is room, else behind a button. */
export function Side({ serviceId, door, at, stamp, onGo }: SideProps) {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  const go = (to: string) => {
    setOpen(false);
    onGo(to);
  };
  return (
    <div class="file-side">
      {wide ? (
        <a class="skip-tree unseen" href="#lista-plikow">
          Pomiń katalogi
        </a>
      ) : (
        <button type="button" class="button button-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          Katalogi
        </button>
      )}
      {wide || open ? (
        <nav aria-label="Katalogi">
          <FolderTree
            door={door}
            chosen={at}
            stamp={stamp}
            row={(ref) => <FolderLink serviceId={serviceId} at={ref} onGo={go} current={ref === at} />}
          />
        </nav>
      ) : null}
    </div>
  );
}
