import type { ZonePreview } from '../../../contract/index.ts';

/** Entries of a file that are left out, each with its line and reason. */
export function Skipped({ skipped }: Pick<ZonePreview, 'skipped'>) {
  if (skipped.length === 0) return null;
  return (
    <section aria-labelledby="skipped">
      <h4 id="skipped">Tego z pliku nie weźmiemy</h4>
      <ul class="skipped">
        {skipped.map(({ line, text, message }) => (
          <li key={line}>
            <p>
              Wiersz {line}: <code class="path">{text}</code>
            </p>
            <p class="hint">{message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
