import { Act } from '../../parts/Act.tsx';
import { ENCODINGS, type Encoding } from './encoding.ts';
import { LINE_ENDS, type LineEnd } from './line-ends.ts';
import type { Editing } from './use-editing.ts';
import { ENCODING_NAMES, LINE_END_NAMES } from './words.ts';

const isLineEnd = (value: string): value is LineEnd => Object.hasOwn(LINE_ENDS, value);
const isEncoding = (value: string): value is Encoding => ENCODINGS.some((one) => one === value);

interface EditorBarProps {
  editing: Editing;
  plain: boolean;
  onPlain: (plain: boolean) => void;
}

/** Saving, and how the file is written. */
export function EditorBar({ editing, plain, onPlain }: EditorBarProps) {
  const { form, dirty, busy, said } = editing;
  return (
    <div class="editor-bar">
      <Act busy={busy} onAct={() => editing.save()}>
        Zapisz
      </Act>
      <span class="editor-state" role="status">
        {said || (dirty ? 'Są niezapisane zmiany.' : 'Bez zmian.')}
      </span>
      <label>
        Kodowanie
        <select
          value={form.encoding}
          onChange={(event) => {
            const to = event.currentTarget.value;
            event.currentTarget.value = form.encoding;
            if (isEncoding(to)) editing.setQuestion({ why: 'encoding', to });
          }}
        >
          {ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {ENCODING_NAMES[encoding]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Końce wierszy
        <select
          value={form.lineEnd}
          onChange={({ currentTarget: { value } }) => isLineEnd(value) && editing.setForm({ ...form, lineEnd: value })}
        >
          {Object.keys(LINE_ENDS)
            .filter(isLineEnd)
            .map((end) => (
              <option key={end} value={end}>
                {LINE_END_NAMES[end]}
              </option>
            ))}
        </select>
      </label>
      <label class="editor-plain-choice">
        <input type="checkbox" checked={plain} onChange={(event) => onPlain(event.currentTarget.checked)} />
        Zwykłe pole tekstowe
      </label>
    </div>
  );
}
