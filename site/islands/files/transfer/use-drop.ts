import { useEffect, useState } from 'preact/hooks';
import { entriesDropped, type Gathered, gatherDropped } from './gather.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dragged over the page may be let go anywhere on it; true while they are. */
export function useDrop(onDropped: (gathered: Gathered) => void, onLost: () => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would open the file instead of the page.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      gatherDropped(entriesDropped(event.dataTransfer)).then(onDropped, (fault: unknown) => {
        // A file that went away or may not be read.
        if (!(fault instanceof DOMException)) throw fault;
        onLost();
      });
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onDropped, onLost]);
  return over;
}
