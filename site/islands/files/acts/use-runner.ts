import { useCallback, useRef, useState } from 'preact/hooks';
import type { AskChoice, Choice, Outcome, Watched } from '../perform.ts';

/** Shorter acts are over before anybody could read of them. */
const SHOWN_AFTER_MS = 800;

export type Unit = 'bytes' | 'things';
export interface Running {
  /** „Kopiowanie”: what is going on. */
  what: string;
  /** What is counted: copies tell bytes, all else tells things. */
  unit: Unit;
  done: number;
  total: number | null;
}
export interface Question {
  ref: string;
  /** Others come after it. */
  more: boolean;
  answer: (choice: Choice | null) => void;
}

/** One long act at a time: how far it is, the question it may ask, and the way to stop it. */
export function useRunner() {
  const [running, setRunning] = useState<Running | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [busy, setBusy] = useState(false);
  const controller = useRef<AbortController | null>(null);

  const ask: AskChoice = (ref, more) =>
    new Promise((resolve) => {
      const answer = (choice: Choice | null) => {
        setQuestion(null);
        resolve(choice);
      };
      setQuestion({ ref, more, answer });
    });
  const run = useCallback(async (what: string, unit: Unit, perform: (watched: Watched, ask: AskChoice) => Promise<Outcome>) => {
    const mine = new AbortController();
    controller.current = mine;
    setBusy(true);
    let latest: Running = { what, unit, done: 0, total: null };
    let isShown = false;
    const timer = setTimeout(() => {
      isShown = true;
      setRunning(latest);
    }, SHOWN_AFTER_MS);
    const onProgress = (done: number, total: number | null) => {
      latest = { what, unit, done, total };
      if (isShown) setRunning(latest);
    };
    const outcome = await perform({ signal: mine.signal, onProgress }, ask);
    clearTimeout(timer);
    setRunning(null);
    setBusy(false);
    return outcome;
  }, []);
  return { running, question, busy, run, stop: () => controller.current?.abort() };
}
