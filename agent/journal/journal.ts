import { type ApplyFault, type DesiredItem, desiredItem, withHash } from '../../contract/index.ts';
import { type Database, openDatabase } from '../system/sqlite.ts';

/** The way of one change: meant → written to the service → read back from it → finished → the edge was told. */
export type Step = 'intent' | 'applied' | 'read-back' | 'done' | 'acked';
export type Resource = { kind: DesiredItem['kind']; principal: string };
export type Entry = {
  /** The newest change begun. Its password hash is kept until the change is finished, no longer. */
  item: DesiredItem;
  step: Step;
  /** Highest gen ever finished; never falls. */
  applied: number;
  /** Sessions begun before this change must end, and once more those that were just signing in; true until the second look has seen to it. */
  cut: boolean;
  /** Why it cannot be finished by trying again. */
  refused: ApplyFault | null;
};

const SCHEMA = `CREATE TABLE IF NOT EXISTS entry (
  kind TEXT NOT NULL, principal TEXT NOT NULL, gen INTEGER NOT NULL, item TEXT NOT NULL, step TEXT NOT NULL,
  applied INTEGER NOT NULL DEFAULT 0, cut INTEGER NOT NULL DEFAULT 0, refused TEXT, PRIMARY KEY (kind, principal)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_owing ON entry (principal) WHERE step <> 'acked' OR cut = 1;`;

/** What this agent began and finished, for each resource; entries of absent resources stay for good, so that a gen never falls. */
export class Journal {
  readonly #db: Database;
  readonly #onStep: (step: Step, resource: Resource) => void;

  /** `path` may be `:memory:`. `onStep` is called right after a step is durable. */
  constructor(path: string, onStep: (step: Step, resource: Resource) => void = () => {}) {
    this.#db = openDatabase(path, 'own');
    this.#db.exec(SCHEMA);
    this.#onStep = onStep;
  }

  read(resource: Resource): Entry | null {
    const row = this.#db.prepare('SELECT * FROM entry WHERE kind = ? AND principal = ?').get(resource.kind, resource.principal);
    return row === undefined ? null : toEntry(row);
  }

  /** Notes what is about to be done. A cut that an earlier change still owes is owed by this one. */
  begin(item: DesiredItem, cut: boolean): void {
    this.#db
      .prepare(`INSERT INTO entry (kind, principal, gen, item, step, cut) VALUES (?, ?, ?, ?, 'intent', ?)
      ON CONFLICT (kind, principal) DO UPDATE SET gen = excluded.gen, item = excluded.item, step = 'intent', refused = NULL,
        cut = excluded.cut OR entry.cut WHERE excluded.gen >= entry.gen`)
      .run(item.kind, item.principal, item.gen, JSON.stringify(item), cut ? 1 : 0);
    this.#onStep('intent', item);
  }

  advance(item: DesiredItem, step: 'applied' | 'read-back'): void {
    this.#db
      .prepare('UPDATE entry SET step = ? WHERE kind = ? AND principal = ? AND gen = ?')
      .run(step, item.kind, item.principal, item.gen);
    this.#onStep(step, item);
  }

  /** The change is on the host and was read back; from here on its hash lives in the service alone. */
  finish(item: DesiredItem): void {
    this.#db
      .prepare(
        "UPDATE entry SET step = 'done', applied = max(applied, gen), item = ? WHERE kind = ? AND principal = ? AND gen = ?",
      )
      .run(JSON.stringify(withoutHash(item)), item.kind, item.principal, item.gen);
    this.#onStep('done', item);
  }

  told(item: DesiredItem): void {
    this.#db
      .prepare("UPDATE entry SET step = 'acked' WHERE kind = ? AND principal = ? AND gen = ? AND step = 'done'")
      .run(item.kind, item.principal, item.gen);
    this.#onStep('acked', item);
  }

  /** The second look is over: nobody is signed in any more who was let in before the change. */
  cutProven(item: DesiredItem): void {
    this.#db
      .prepare('UPDATE entry SET cut = 0 WHERE kind = ? AND principal = ? AND gen = ?')
      .run(item.kind, item.principal, item.gen);
  }

  /** The change cannot be made; it is not tried again until the edge sends it again. */
  refuse(item: DesiredItem, fault: ApplyFault): void {
    this.#db
      .prepare('UPDATE entry SET refused = ?, item = ? WHERE kind = ? AND principal = ? AND gen = ?')
      .run(fault, JSON.stringify(withoutHash(item)), item.kind, item.principal, item.gen);
  }

  /** Changes to take up again after a crash or a lost link. */
  open(): DesiredItem[] {
    return this.#db
      .prepare("SELECT * FROM entry WHERE (step <> 'acked' OR cut = 1) AND refused IS NULL")
      .all()
      .map((row) => toEntry(row).item);
  }

  /** Highest finished gen of every resource of a kind. */
  appliedGens(kind: DesiredItem['kind']): Map<string, number> {
    const rows = this.#db.prepare('SELECT principal, applied FROM entry WHERE kind = ? AND applied > 0').all(kind);
    return new Map(rows.map((row) => [String(row.principal), Number(row.applied)]));
  }

  close(): void {
    this.#db.close();
  }
}

function withoutHash(item: DesiredItem): DesiredItem {
  return item.state === null ? item : ({ ...item, state: withHash(item.state, null) } as DesiredItem);
}

function toEntry(row: Record<string, unknown>): Entry {
  return {
    item: desiredItem.parse(JSON.parse(String(row.item))),
    step: row.step as Step,
    applied: Number(row.applied),
    cut: row.cut === 1,
    refused: row.refused as ApplyFault | null,
  };
}
