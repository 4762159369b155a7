import { INVARIANTS, type InvariantName } from './invariants/index.ts';
import { MODEL_KINDS, type ModelKind } from './kinds.ts';
import type { World } from './world.ts';

/** What the world was caught at; the message names every invariant that does not hold. */
export class InvariantBroken extends Error {
  readonly names: InvariantName[];

  constructor(broken: { name: InvariantName; wrong: string[] }[]) {
    const names = broken.map(({ name }) => name);
    super(
      `broken: ${names.join(', ')}\n${broken.flatMap(({ name, wrong }) => wrong.map((text) => `${name}: ${text}`)).join('\n')}`,
    );
    this.names = names;
  }
}

/** Looks at its invariants after everything that happens, and counts what it has seen. */
export class Judge {
  happenings = 0;
  readonly looks = new Map<InvariantName, number>();
  /** How often a grant of each kind was seen in force. */
  readonly inForce = new Map<ModelKind, number>(MODEL_KINDS.map((kind) => [kind, 0]));
  readonly #names: InvariantName[];

  constructor(names = Object.keys(INVARIANTS) as InvariantName[]) {
    this.#names = names;
  }

  look(world: World): void {
    this.happenings += 1;
    for (const { state, spec } of world.edge.tables.grants.values())
      if (state === 'active') this.inForce.set(spec.kind, (this.inForce.get(spec.kind) ?? 0) + 1);
    const found = this.#names.map((name) => ({ name, ...INVARIANTS[name](world) }));
    for (const { name, looked } of found) this.looks.set(name, (this.looks.get(name) ?? 0) + looked);
    const broken = found.filter(({ wrong }) => wrong.length > 0);
    // A world that is broken in another way cannot come to rest either; that it does not says nothing new.
    const causes = broken.filter(({ name }) => name !== 'converges');
    if (broken.length > 0) throw new InvariantBroken(causes.length > 0 ? causes : broken);
  }
}
