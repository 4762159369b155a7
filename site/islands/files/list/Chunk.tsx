// biome-ignore-all lint/a11y/useSemanticElements: parts of a grid of which only those near the screen have rows; a table could not leave the others out.
import { Component, createRef } from 'preact';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { Row } from './Row.tsx';

/** Rows that are drawn, or left out, together. */
export const CHUNK = 100;
/** How far from the screen rows are there already. */
const NEAR = '1500px';
const ROW_PX = 45;

interface ChunkProps {
  serviceId: string;
  entries: readonly FileEntry[];
  /** Where its first row stands among all. */
  first: number;
  chosen: ReadonlySet<string>;
  stop: string | null;
}
interface ChunkState {
  isNear: boolean;
}

const has = (entries: readonly FileEntry[], ref: string | null) => ref !== null && entries.some((entry) => entry.ref === ref);

/**
 * Some rows of a long list. Only chunks near the screen, and the one that the keyboard is in, have rows; the others keep their
 * place. Rows are drawn again only when something of theirs changes. So ten thousand cost as much as three hundred.
 */
export class Chunk extends Component<ChunkProps, ChunkState> {
  override state = { isNear: this.props.first < 2 * CHUNK };
  readonly #place = createRef<HTMLDivElement>();
  #watch: IntersectionObserver | null = null;
  #height = 0;

  override componentDidMount(): void {
    const place = this.#place.current;
    if (!place) return;
    this.#watch = new IntersectionObserver((marks) => this.#moved(marks.at(-1)?.isIntersecting ?? false), { rootMargin: NEAR });
    this.#watch.observe(place);
  }

  override componentWillUnmount(): void {
    this.#watch?.disconnect();
  }

  override shouldComponentUpdate(next: ChunkProps, { isNear }: ChunkState): boolean {
    const { entries, chosen, stop, first } = this.props;
    if (isNear !== this.state.isNear || next.entries !== entries || next.first !== first) return true;
    if (next.stop !== stop && (has(entries, next.stop) || has(entries, stop))) return true;
    return next.chosen !== chosen && entries.some(({ ref }) => chosen.has(ref) !== next.chosen.has(ref));
  }

  override render({ serviceId, entries, first, chosen, stop }: ChunkProps, { isNear }: ChunkState) {
    const isHere = isNear || has(entries, stop);
    return (
      <div ref={this.#place} role="rowgroup" style={isHere ? {} : { height: `${this.#height || entries.length * ROW_PX}px` }}>
        {isHere
          ? entries.map((entry, at) => (
              <Row
                key={entry.ref}
                serviceId={serviceId}
                entry={entry}
                place={first + at}
                isChosen={chosen.has(entry.ref)}
                isStop={entry.ref === stop}
              />
            ))
          : null}
      </div>
    );
  }

  #moved(isNear: boolean): void {
    // Names may take several lines, so the place that is kept is as high as its rows were.
    if (!isNear && this.state.isNear) this.#height = this.#place.current?.offsetHeight ?? 0;
    this.setState({ isNear });
  }
}
