import { useRef, useState } from 'preact/hooks';
import { type Failure, failure, problemWith, type Result } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useSend } from '../parts/use-send.ts';
import { AttachmentsField } from './AttachmentsField.tsx';
import type { Said } from './acts.ts';
import { SecretWarning } from './SecretWarning.tsx';
import { useAttachments } from './use-attachments.ts';

interface AnswerFormProps<V> {
  /** Under which what is typed is kept. */
  draftName: string;
  label: string;
  hint?: string;
  /** What the buttons do; the first is the main one, and what Ctrl + Enter does. */
  acts: readonly { word: string; send: (said: Said) => Promise<Result<V>> }[];
  onSent: (value: V) => void;
  onRefused?: (failed: Failure) => void;
}

const EMPTY = { text: '' };

/** Writing in a conversation; what is typed stays through refusals, reloads and an expired session. */
export function AnswerForm<V>({ draftName, label, hint, acts, onSent, onRefused }: AnswerFormProps<V>) {
  const { draft, change, forget } = useDraft(draftName, EMPTY);
  const files = useAttachments();
  const { busy, failed, setFailed, send } = useSend();
  const [sending, setSending] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const write = (text: string) => {
    if (failed) setFailed(null);
    change({ text });
  };
  const perform = async (which: number) => {
    const act = acts[which];
    if (!act || busy) return;
    setSending(which);
    if (draft.text.trim() === '') {
      setFailed(failure('invalid-input', '', [{ field: 'text', code: 'required', message: 'Napisz coś, zanim wyślesz.' }]));
      return focusFirstError(form.current);
    }
    const result = await send(() => act.send({ text: draft.text.trim(), attachments: files.attachments }));
    if (!result.ok) {
      onRefused?.(result);
      return focusFirstError(form.current);
    }
    change(EMPTY);
    forget();
    files.clear();
    onSent(result.value);
  };
  const aloud = failed && !problemWith(failed, 'text') && !problemWith(failed, 'attachments') ? failed : null;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void perform(0);
      }}
    >
      <TextArea
        id="text"
        label={label}
        hint={hint}
        maxLength={8000}
        value={draft.text}
        onValue={write}
        error={problemWith(failed, 'text')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void perform(0);
        }}
      />
      <SecretWarning texts={[draft.text]} onClean={([text = '']) => write(text)} />
      <AttachmentsField files={files} error={problemWith(failed, 'attachments')} />
      <Refusal failed={aloud} onRetry={() => perform(sending)} />
      <p class="acts">
        {acts.map(({ word }, at) => (
          <Act
            key={word}
            type={at === 0 ? 'submit' : 'button'}
            tone={at === 0 ? 'main' : 'quiet'}
            busy={busy && sending === at}
            {...(at === 0 ? {} : { onAct: () => void perform(at) })}
          >
            {word}
          </Act>
        ))}
      </p>
    </form>
  );
}
