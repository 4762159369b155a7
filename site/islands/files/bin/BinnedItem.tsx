import { useState } from 'preact/hooks';
import { sizeWords } from '../../../../content/words/index.ts';
import { parentRef } from '../../../../contract/files/path.ts';
import type { BinItem, FileEntry, IfThere } from '../../../../contract/files/server.ts';
import { momentWords, untilWords } from '../../../words/dates.ts';
import { KIND_WORDS } from '../../../words/files.ts';
import { visibleName } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import { ConfirmAct } from '../../parts/ConfirmAct.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useSend } from '../../parts/use-send.ts';
import { TakenDialog } from '../acts/TakenDialog.tsx';
import type { Door } from '../door/door.ts';
import { kindOf } from '../kinds.ts';
import type { Choice } from '../perform.ts';
import { shownPath } from '../place.ts';
import { spoken } from '../spoken.ts';

interface BinnedItemProps {
  door: Door;
  item: BinItem;
  now: number;
  /** What was done in words; `restored` is where it lies again. */
  onDone: (said: string, restored: string | null) => void;
}

/** Something in the bin: where it was, until when it can come back, and both ways out. */
export function BinnedItem({ door, item, now, onDone }: BinnedItemProps) {
  const [taken, setTaken] = useState(false);
  const { busy, failed, send } = useSend();
  const name = visibleName(item.name);
  const restore = async (ifThere: IfThere) => {
    const result = await send<FileEntry | null>(async () => {
      const answer = await door.restore(item.id, ifThere);
      if (answer.ok || answer.fault !== 'exists') return spoken(answer);
      setTaken(true);
      return { ok: true, value: null };
    });
    if (result.ok && result.value) onDone('Z powrotem na miejscu:', result.value.ref);
  };
  const answer = (choice: Choice | null) => {
    setTaken(false);
    if (choice && choice.what !== 'skip') void restore(choice.what);
  };
  return (
    <li class="asset binned">
      <h2 class="path binned-name">{name}</h2>
      <dl class="tag-facts">
        <div>
          <dt>Co to</dt>
          <dd>
            {KIND_WORDS[kindOf(item)]}
            {item.type === 'file' ? `, ${sizeWords(item.size)}` : ''}
          </dd>
        </div>
        <div>
          <dt>Gdzie było</dt>
          <dd class="path">{shownPath(parentRef(item.ref))}</dd>
        </div>
        <div>
          <dt>W koszu od</dt>
          <dd>{momentWords(item.binnedAt)}</dd>
        </div>
        <div>
          <dt>Przywrócisz</dt>
          <dd>{untilWords(item.until, now)}</dd>
        </div>
      </dl>
      <Refusal failed={failed} onRetry={() => restore('refuse')} />
      <div class="tag-acts">
        <Act tone="quiet" busy={busy} onAct={() => restore('refuse')}>
          <span>
            Przywróć<span class="visually-hidden verbatim">: {name}</span>
          </span>
        </Act>
        <ConfirmAct
          words={{
            first: 'Usuń na zawsze',
            title: 'Usunąć na zawsze',
            what: 'Zniknie z kosza i z serwera razem z tym, co jest w środku. Tego nie da się cofnąć.',
            last: 'Usuń na zawsze',
          }}
          leave="Zostaw w koszu"
          about={name}
          danger
          act={async () => spoken(await door.destroy(item.id))}
          onDone={() => onDone(`Usunięte na zawsze: ${name}.`, null)}
        >
          <p class="path">{name}</p>
        </ConfirmAct>
      </div>
      {taken ? <TakenDialog question={{ ref: item.ref, more: false, answer }} /> : null}
    </li>
  );
}
