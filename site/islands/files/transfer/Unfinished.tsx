import { useState } from 'preact/hooks';
import { Act } from '../../parts/Act.tsx';
import { forget, unfinished } from './remembered.ts';
import { unfinishedWords } from './words.ts';

/** What an earlier visit to the page left behind. */
export function Unfinished({ serviceId }: { serviceId: string }) {
  const [left, setLeft] = useState(() => unfinished(serviceId));
  if (left.length === 0) return null;
  const leave = () => {
    for (const { key } of left) forget(key);
    setLeft([]);
  };
  return (
    <div class="notice" data-tone="info">
      <p>
        {unfinishedWords(
          left.length,
          left.reduce((sum, { size }) => sum + size, 0),
        )}
      </p>
      <p class="acts">
        <Act tone="quiet" onAct={() => setLeft([])}>
          Schowaj
        </Act>
        <Act tone="quiet" onAct={leave}>
          Zapomnij o nich
        </Act>
      </p>
    </div>
  );
}
