import { useState } from 'preact/hooks';
import { Act } from '../../parts/Act.tsx';
import type { Door } from '../door/door.ts';
import { unfinished } from './remembered.ts';
import { giveUpAll } from './sender.ts';
import { unfinishedWords } from './words.ts';

/** What an earlier visit to the page left behind. */
export function Unfinished({ serviceId, door }: { serviceId: string; door: Door }) {
  const [left, setLeft] = useState(() => unfinished(serviceId));
  if (left.length === 0) return null;
  const leave = () => {
    void giveUpAll(door, left);
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
          Usuń to, co doszło
        </Act>
      </p>
    </div>
  );
}
