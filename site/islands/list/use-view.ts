import { useState } from 'preact/hooks';
import { addressOf, readView, type View } from './view.ts';

/** What the list shows, kept in the address (and what is searched for beside it, where nobody else reads it). */
export function useView() {
  const [view, setView] = useState(() => readView(new URLSearchParams(location.search), history.state));
  const change = (part: Partial<View>) => {
    const next = { ...view, ...part };
    history.replaceState({ szukaj: next.search }, '', location.pathname + addressOf(next));
    setView(next);
  };
  return { view, change };
}
