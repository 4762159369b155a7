import { useEffect, useRef } from 'preact/hooks';
import type { CessionView } from '../../../contract/index.ts';
import { Lost } from '../assets/parts.tsx';
import { useNow } from '../parts/use-now.ts';
import { ConfirmCession } from './ConfirmCession.tsx';
import { isUnderWay } from './cession-words.ts';
import { Decisions } from './Decisions.tsx';
import { Ended } from './Ended.tsx';
import { CessionState, Facts, Progress } from './Progress.tsx';

interface OneCessionProps {
  view: CessionView;
  lost: boolean;
  onChanged: (view: CessionView) => void;
  onStale: () => void;
}

/** One cession, as its giver or its taker sees it and may act on it. */
export function OneCession({ view, lost, onChanged, onStale }: OneCessionProps) {
  const now = useNow();
  const place = useRef<HTMLDivElement>(null);
  const over = !isUnderWay(view);
  const before = useRef(over);
  useEffect(() => {
    // The button that ended it is gone, so what came of it takes the focus.
    if (over && !before.current) place.current?.focus();
    before.current = over;
  }, [over]);
  return (
    <div ref={place} tabIndex={-1} class="cession">
      <Lost lost={lost} />
      {over ? (
        <Ended view={view} />
      ) : (
        <>
          <p aria-live="polite">
            <CessionState state={view.state} />
          </p>
          <Facts view={view} />
          <h2>Co już jest, a na co czekamy</h2>
          <Progress view={view} />
          {view.side === 'giver' ? <Decisions view={view} now={now} onChanged={onChanged} onStale={onStale} /> : null}
          <ConfirmCession view={view} onChanged={onChanged} />
        </>
      )}
    </div>
  );
}
