import { type Child, type ChildEvents, startChild } from '../../system/children.ts';

/** A hand without a tree: a process that loads its code, which is what takes long. Whoever takes it hears it from then on. */
export type Loaded = { child: Child; events: ChildEvents | null };

/** Has one hand wait, loaded, for the next tree that is asked for. */
export class SpareHand {
  readonly #program: string;
  #waiting: Loaded | null = null;
  #isClosed = false;

  constructor(program: string) {
    this.#program = program;
  }

  /** The one that waits, or one that still has to load. */
  take(events: ChildEvents): Child {
    const loaded = this.#waiting ?? this.#load();
    this.#waiting = null;
    loaded.events = events;
    return loaded.child;
  }

  standBy(): void {
    if (!this.#isClosed) this.#waiting ??= this.#load();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#waiting?.child.end();
  }

  #load(): Loaded {
    const child = startChild(this.#program, ['files-hand'], {
      onMessage: (message) => loaded.events?.onMessage(message),
      onExit: () => {
        if (this.#waiting === loaded) this.#waiting = null;
        loaded.events?.onExit();
      },
    });
    const loaded: Loaded = { child, events: null };
    return loaded;
  }
}
