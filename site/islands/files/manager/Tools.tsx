import { thingsWords } from '../../../words/files.ts';
import { binAddress } from '../place.ts';

export type Tool = 'folder' | 'search' | 'paste' | 'download' | 'rename' | 'move-to' | 'copy-to' | 'permissions' | 'bin' | 'none';

interface ToolsProps {
  serviceId: string;
  /** How many are chosen. */
  chosen: number;
  /** How many wait to be pasted. */
  held: number;
  busy: boolean;
  onTool: (tool: Tool) => void;
}

const HERE: readonly (readonly [Tool, string])[] = [
  ['folder', 'Nowy katalog'],
  ['search', 'Szukaj po nazwie'],
];
const WITH_CHOSEN: readonly (readonly [Tool, string, 'one' | 'any'])[] = [
  ['download', 'Pobierz', 'any'],
  ['rename', 'Zmień nazwę', 'one'],
  ['move-to', 'Przenieś', 'any'],
  ['copy-to', 'Kopiuj', 'any'],
  ['permissions', 'Uprawnienia', 'any'],
  ['bin', 'Do kosza', 'any'],
];

/** What can be done here; and with what is chosen, in a bar that moves nothing when something is chosen, and stays in reach of a thumb. */
export function Tools({ serviceId, chosen, held, busy, onTool }: ToolsProps) {
  return (
    <>
      <div class="toolbar">
        {HERE.map(([tool, word]) => (
          <button key={tool} type="button" class="button button-quiet" onClick={() => onTool(tool)}>
            {word}
          </button>
        ))}
        {held > 0 ? (
          <button type="button" class="button button-quiet" disabled={busy} onClick={() => onTool('paste')}>
            Wklej: {thingsWords(held)}
          </button>
        ) : null}
        <a href={binAddress(serviceId)}>Kosz</a>
      </div>
      <section class="file-bar" aria-label="Zaznaczone" data-none={chosen === 0 ? '' : undefined}>
        <div class="file-bar-head">
          <p>
            {chosen === 0 ? (
              'Zaznacz pliki lub katalogi, żeby coś z nimi zrobić.'
            ) : (
              <>
                Zaznaczone: <strong>{thingsWords(chosen)}</strong>
              </>
            )}
          </p>
          <button type="button" disabled={chosen === 0} onClick={() => onTool('none')}>
            Odznacz
          </button>
        </div>
        <div class="toolbar">
          {WITH_CHOSEN.map(([tool, word, how]) => (
            <button
              key={tool}
              type="button"
              disabled={busy || chosen === 0 || (how === 'one' && chosen > 1)}
              onClick={() => onTool(tool)}
            >
              {word}
            </button>
          ))}
        </div>
      </section>
    </>
  );
}
