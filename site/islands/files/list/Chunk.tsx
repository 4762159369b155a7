// biome-ignore-all lint/a11y/useSemanticElements: a grid whose far rows are laid out later (content-visibility), which rows of a table cannot be.
import { Component } from 'preact';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { Row } from './Row.tsx';

interface ChunkProps {
  serviceId: string;
  entries: readonly FileEntry[];
  /** Where its first row stands among all. */
  first: number;
  chosen: ReadonlySet<string>;
  stop: string | null;
}

const has = (entries: readonly FileEntry[], ref: string | null) => ref !== null && entries.some((entry) => entry.ref === ref);

/**
 * Some rows of a long list. They are drawn again only when something of theirs changes, and laid out only once they are near
 * the screen (`content-visibility`), so that ten thousand cost little and can still be found by the browser's own search.
 */
export class Chunk extends Component<ChunkProps> {
  override shouldComponentUpdate(next: ChunkProps): boolean {
    const { entries, chosen, stop, first } = this.props;
    if (next.entries !== entries || next.first !== first) return true;
    if (next.stop !== stop && (has(entries, next.stop) || has(entries, stop))) return true;
    return next.chosen !== chosen && entries.some(({ ref }) => chosen.has(ref) !== next.chosen.has(ref));
  }

  override render({ serviceId, entries, first, chosen, stop }: ChunkProps) {
    return (
      <div role="rowgroup" class="file-chunk">
        {entries.map((entry, at) => (
          <Row
            key={entry.ref}
            serviceId={serviceId}
            entry={entry}
            place={first + at}
            isChosen={chosen.has(entry.ref)}
            isStop={entry.ref === stop}
          />
        ))}
      </div>
    );
  }
}
