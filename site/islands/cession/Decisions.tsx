import { useState } from 'preact/hooks';
import type { CessionItem, CessionView } from '../../../contract/index.ts';
import { untilWords } from '../../words/dates.ts';
import { Act } from '../parts/Act.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { type Decided, decide } from './acts.ts';
import { type Chosen, decisionOn, itemsCounted, unsaved } from './cession-words.ts';
import { DecideAll } from './DecideAll.tsx';

const OPTIONS = [
  ['keep', 'Zostaje'],
  ['end', 'Kończy się'],
] as const;

interface ItemChoiceProps {
  item: CessionItem;
  decision: CessionItem['decision'];
  now: number;
  onDecide: (decision: Decided['decision']) => void;
}

function ItemChoice({ item, decision, now, onDecide }: ItemChoiceProps) {
  const { id, title, person, notAfter } = item;
  return (
    <li class="cession-item">
      <fieldset>
        <legend>
          {title}
          <small>
            {person}, {untilWords(notAfter, now)}
          </small>
        </legend>
        <div class="cession-choice">
          {OPTIONS.map(([value, word]) => (
            <label key={value}>
              <input
                type="radio"
                name={`decision:${id}`}
                value={value}
                checked={decision === value}
                onChange={() => onDecide(value)}
              />
              {word}
            </label>
          ))}
          {decision === null ? <span class="hint">Jeszcze bez decyzji</span> : null}
        </div>
      </fieldset>
    </li>
  );
}

/** What always ends, so that nobody looks for a choice there. */
const AlwaysEnds = ({ items }: { items: readonly CessionItem[] }) => (
  <>
    <h3>Kończy się zawsze</h3>
    <ul class="cession-items">
      {items.map(({ id, title, person }) => (
        <li key={id} class="cession-item">
          {title} <small>{person}</small>
        </li>
      ))}
    </ul>
  </>
);

interface DecisionsProps {
  view: CessionView;
  now: number;
  onChanged: (view: CessionView) => void;
  onStale: () => void;
}

/** Everything that lets somebody in, each with what becomes of it; nothing is decided by itself. */
export function Decisions({ view, now, onChanged, onStale }: DecisionsProps) {
  const [chosen, setChosen] = useState<Chosen>({});
  const { busy, failed, send } = useSend();
  const open = view.items.filter(({ mayStay }) => mayStay);
  const closed = view.items.filter(({ mayStay }) => !mayStay);
  const waiting = unsaved(open, chosen);
  const undecided = open.filter((item) => decisionOn(item, chosen) === null).length;
  const done = (after: CessionView) => {
    setChosen({});
    onChanged(after);
  };
  const save = async () => {
    const result = await send(() => decide(view, waiting));
    if (result.ok) done(result.value);
    else if (result.code === 'cession-changed') onStale();
  };
  return (
    <section>
      <h2>Kto zachowa dostęp?</h2>
      {open.length === 0 ? (
        <p>Nikt poza Wami nie ma tu dostępu, więc nie ma o czym decydować.</p>
      ) : (
        <>
          <p>
            To pełna lista. Zdecyduj o każdej pozycji – sami niczego nie zakładamy. Gdy coś przybędzie, poprosimy o decyzję także
            w tej sprawie.
          </p>
          <div class="acts">
            <DecideAll view={view} decision="keep" onDone={done} />
            <DecideAll view={view} decision="end" onDone={done} />
          </div>
          <ul class="cession-items">
            {open.map((item) => (
              <ItemChoice
                key={item.id}
                item={item}
                decision={decisionOn(item, chosen)}
                now={now}
                onDecide={(decision) => setChosen((old) => ({ ...old, [item.id]: decision }))}
              />
            ))}
          </ul>
          <p role="status">
            {undecided > 0 ? `Bez decyzji: ${itemsCounted(undecided)}. ` : 'Każda pozycja ma decyzję. '}
            {waiting.length > 0 ? `Do zapisania: ${waiting.length}.` : ''}
          </p>
          <Refusal failed={failed} onRetry={save} />
          {waiting.length > 0 ? (
            <p class="acts">
              <Act busy={busy} onAct={save}>
                Zapisz decyzje
              </Act>
            </p>
          ) : null}
        </>
      )}
      {closed.length > 0 ? <AlwaysEnds items={closed} /> : null}
    </section>
  );
}
