import { useEffect, useState } from 'preact/hooks';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import type { Door } from '../door/door.ts';
import type { DoorFailure } from '../door/fault.ts';
import { failureWords } from '../edit/words.ts';
import { pictureAddress } from './picture.ts';

interface PictureProps {
  door: Door;
  entry: FileEntry;
}

/** A picture, or why it cannot be shown. */
export function Picture({ door, entry }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState<DoorFailure | 'broken' | null>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const reading = new AbortController();
    let shown: string | null = null;
    setFailed(null);
    void pictureAddress(door, entry, reading.signal).then((result) => {
      if (result.ok) shown = result.value;
      if (reading.signal.aborted) return shown === null ? undefined : URL.revokeObjectURL(shown);
      if (result.ok) setAddress(result.value);
      else setFailed(result);
    });
    return () => {
      reading.abort();
      if (shown !== null) URL.revokeObjectURL(shown);
    };
  }, [door, entry.ref, tries]);
  if (failed)
    return (
      <div class="notice" data-tone="danger" role="alert">
        <p>
          {failed === 'broken'
            ? 'Przeglądarka nie umie pokazać tego obrazu: plik jest uszkodzony albo to coś innego.'
            : failureWords(failed)}
        </p>
        {failed === 'broken' ? null : (
          <p class="acts">
            <Act tone="quiet" onAct={() => setTries(tries + 1)}>
              Spróbuj jeszcze raz
            </Act>
          </p>
        )}
      </div>
    );
  if (address === null) return <Skeleton lines={6} />;
  return (
    <figure class="preview-picture">
      <img
        src={address}
        alt={`Obraz z pliku ${visibleName(entry.name)}`}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setSize({ width: naturalWidth, height: naturalHeight })}
        onError={() => setFailed('broken')}
      />
      <figcaption class="hint">{size && size.width > 0 ? `${size.width} × ${size.height} pikseli` : ''}</figcaption>
    </figure>
  );
}
