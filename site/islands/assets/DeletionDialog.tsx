import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { problemWith, type Result } from '../../api/result.ts';
import { visibleName } from '../../words/names.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { saidAloud } from './said-aloud.ts';
import { isTypedName, nameMismatch } from './typed-name.ts';

interface DeletionDialogProps<T> {
  title: string;
  /** What must be typed once more. */
  name: string;
  label: string;
  act: string;
  keep: string;
  /** What is destroyed, for whom, and whether there is a way back. */
  children: ComponentChildren;
  onDelete: (typed: string) => Promise<Result<T>>;
  onDeleted: (value: T) => void;
  onClose: () => void;
}

/** Deleting: first what it destroys, then the name typed once more. */
export function DeletionDialog<T>({ title, name, label, act, keep, children, ...on }: DeletionDialogProps<T>) {
  const [typed, setTyped] = useState('');
  const { busy, failed, setFailed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isTypedName(typed, name)) {
      const result = await send(() => on.onDelete(name));
      if (result.ok) return on.onDeleted(result.value);
    } else setFailed(nameMismatch());
    focusFirstError(form.current);
  };
  const error = problemWith(failed, 'typed');
  return (
    <Dialog title={title} onClose={on.onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <p>
          <code>{visibleName(name)}</code>
        </p>
        {children}
        <TextField
          id="typed"
          label={label}
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          value={typed}
          onValue={(value) => {
            setFailed(null);
            setTyped(value);
          }}
          error={error}
        />
        <Refusal failed={saidAloud(failed, ['typed'])} />
        <p class="acts">
          <Act type="submit" tone="danger" busy={busy}>
            {act}
          </Act>
          <Act tone="quiet" onAct={on.onClose}>
            {keep}
          </Act>
        </p>
      </form>
    </Dialog>
  );
}
