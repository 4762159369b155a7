import { useEffect, useRef, useState } from 'preact/hooks';
import { Act } from '../../parts/Act.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/Field.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useSend } from '../../parts/use-send.ts';
import type { DoorFailure } from '../door/fault.ts';
import { nameFault, stemLength } from '../names.ts';
import { asFailure } from '../spoken.ts';

interface NameDialogProps {
  title: string;
  /** What to begin with; empty where a name cannot be typed again as it is. */
  name: string;
  hint?: string;
  act: string;
  leave: string;
  onName: (name: string) => Promise<DoorFailure | null>;
  onClose: () => void;
}

/** A new name for something: said at once when it cannot be one, or when it is taken. */
export function NameDialog({ title, name, hint, act, leave, onName, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(name);
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, failed, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.setSelectionRange(0, stemLength(name));
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    const fault = wanted === name ? 'To jest obecna nazwa. Wpisz inną.' : nameFault(wanted);
    setWrong(fault);
    if (!fault) await give(wanted);
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const give = async (wanted: string) => {
    let refused: DoorFailure | null = null;
    const result = await send(async () => {
      refused = await onName(wanted);
      return refused && !isAboutName(refused) ? asFailure(refused) : { ok: true, value: refused };
    });
    if (!result.ok) return;
    if (result.value) setWrong(asFailure(result.value).message);
    else onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <TextField
          id="file-name"
          label="Nazwa"
          {...(hint ? { hint } : {})}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          error={wrong}
          onValue={(value) => {
            setWrong(null);
            setTyped(value);
          }}
        />
        <Refusal failed={failed} />
        <p class="acts">
          <Act type="submit" busy={busy}>
            {act}
          </Act>
          <Act tone="quiet" onAct={onClose}>
            {leave}
          </Act>
        </p>
      </form>
    </Dialog>
  );
}

/** What another name would mend. */
const isAboutName = ({ fault }: DoorFailure) => fault === 'exists' || fault === 'name-too-long' || fault === 'invalid-request';
