import { sizeWords } from '../../../content/words/index.ts';
import { Act } from '../parts/Act.tsx';
import { Field, tied } from '../parts/Field.tsx';
import { ACCEPTED, MOST_FILES } from './attachments.ts';
import type { useAttachments } from './use-attachments.ts';

const HINT = 'Do trzech plików po 2 MB: obraz (PNG, JPG, WebP), PDF, tekst (TXT, LOG) albo ZIP.';

/** Files to send along: what may be sent is said before, what is chosen is listed with its size and can be taken out. */
export function AttachmentsField({
  files: { chosen, fault, add, remove },
  error,
}: {
  files: ReturnType<typeof useAttachments>;
  error: string | null;
}) {
  const wrong = fault ?? error;
  return (
    <Field id="attachments" label="Załączniki (nieobowiązkowe)" hint={HINT} error={wrong}>
      {chosen.length > 0 ? (
        <ul class="files">
          {chosen.map(({ attachment: { name }, size }, at) => (
            <li key={`${at}:${name}`}>
              <span>
                <span class="path">{name}</span> <small>{sizeWords(size)}</small>
              </span>
              <Act tone="quiet" onAct={() => remove(at)}>
                <span>
                  Usuń<span class="visually-hidden">: {name}</span>
                </span>
              </Act>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        {...tied('attachments', HINT, wrong)}
        type="file"
        multiple
        accept={ACCEPTED}
        disabled={chosen.length >= MOST_FILES}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Otherwise the same file, taken out, could not be chosen again.
          currentTarget.value = '';
          void add(files);
        }}
      />
    </Field>
  );
}
