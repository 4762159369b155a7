import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../../api/result.ts';
import { Act } from './Act.tsx';
import { Dialog } from './Dialog.tsx';
import { Refusal } from './Refusal.tsx';
import { useSend } from './use-send.ts';

interface ConfirmActProps<T> {
  words: { first: string; title: string; what: string; last: string };
  /** The way out, named by what it keeps. */
  leave: string;
  danger?: boolean;
  /** True where this is what the page is for. */
  main?: boolean;
  /** Whom the first button is about, said only to screen readers, so that buttons in a list are told apart. */
  about?: string;
  act: () => Promise<Result<T>>;
  onDone: (value: T) => void;
  /** Who or what it is about, above the words. */
  children?: ComponentChildren;
}

/** An act in two deliberate touches, the second of which says what will happen. */
export function ConfirmAct<T>({ words, leave, danger = false, main = false, about, act, onDone, children }: ConfirmActProps<T>) {
  const [asking, setAsking] = useState(false);
  const { busy, failed, send } = useSend();
  const close = () => setAsking(false);
  const first = danger ? 'quiet-danger' : 'quiet';
  const perform = async () => {
    const result = await send(act);
    if (!result.ok) return;
    close();
    onDone(result.value);
  };
  return (
    <>
      <Act tone={main ? 'main' : first} onAct={() => setAsking(true)}>
        {about ? (
          <span>
            {words.first}
            <span class="visually-hidden">: {about}</span>
          </span>
        ) : (
          words.first
        )}
      </Act>
      {asking ? (
        <Dialog title={words.title} onClose={close}>
          {children}
          <p>{words.what}</p>
          <Refusal failed={failed} onRetry={perform} />
          <p class="acts">
            <Act tone={danger ? 'danger' : 'main'} busy={busy} onAct={perform}>
              {words.last}
            </Act>
            <Act tone="quiet" onAct={close}>
              {leave}
            </Act>
          </p>
        </Dialog>
      ) : null}
    </>
  );
}
