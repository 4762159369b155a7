import {
  type DesiredItem,
  desiredItem,
  type FromAgent,
  type InventoryItem,
  KINDS,
  type ToAgent,
  withHash,
} from '../../contract/index.ts';
import type { GrantEvent } from '../../worker/grants/lifecycle.ts';
import type { Edge } from './edge.ts';
import type { DesiredRow } from './tables.ts';

const LIVE = ['requested', 'pending', 'active'];

/** What worker/hosts/link.ts, worker/hosts/store.ts and worker/grants/from-host.ts do with one host. */
export class HostLink {
  #inventory: InventoryItem[] | null = null;
  #heard = 0;
  readonly edge: Edge;
  readonly send: (message: ToAgent) => void;

  constructor(edge: Edge, send: (message: ToAgent) => void) {
    this.edge = edge;
    this.send = send;
    edge.poke = (principal) => this.poke(principal);
  }

  /** A greeting was believed. */
  welcome(): void {
    this.#inventory = null;
    this.send({ t: 'welcome', at: this.edge.clock.now, ticketKey: 'k'.repeat(43) });
  }

  poke(principal: string | null): void {
    const items = this.#items((row) => (principal === null ? row.ackedGen < row.gen : row.principal === principal));
    if (items.length > 0) this.send({ t: 'desired', items });
  }

  async take(message: FromAgent): Promise<void> {
    if (message.t === 'inventory') return this.#takeInventory(message);
    if (message.t === 'ack' || message.t === 'fail') return this.#hear(message);
  }

  /** The alarm and cron: ends what has run out, repeats what is unconfirmed, sends what was not sent. */
  async wake(): Promise<void> {
    const { tables, clock } = this.edge;
    const due = [...tables.grants.values()].filter(
      (grant) => LIVE.includes(grant.state) && grant.notAfter !== null && grant.notAfter <= clock.now,
    );
    for (const grant of due) await this.edge.act(grant.id, { type: 'expire' }, 'clock', { op: this.#op(), crash: null });
    this.poke(null);
    this.edge.deliverMail();
  }

  async #hear(message: Extract<FromAgent, { t: 'ack' | 'fail' }>): Promise<void> {
    const { tables } = this.edge;
    const grant = tables.byPrincipal(message.principal);
    if (grant) await this.edge.act(grant.id, eventOf(message), 'host', { op: this.#op(), crash: null });
    const desired = tables.desired.get(message.principal);
    if (desired?.gen !== message.gen) return;
    // The courier's own mark, and no change that a person would want to read about.
    const mark = (ackedGen: number) => tables.desired.set(message.principal, { ...desired, ackedGen });
    if (message.t === 'fail') mark(Math.min(desired.ackedGen, message.gen - 1));
    else if (message.outcome === 'present' || message.look === 2) mark(message.gen);
  }

  #takeInventory(part: Extract<FromAgent, { t: 'inventory' }>): void {
    if (part.part === 0) this.#inventory = [];
    if (this.#inventory === null) return;
    this.#inventory.push(...part.items);
    if (!part.last) return;
    const inventory = this.#inventory;
    this.#inventory = null;
    const { send } = this.edge.parts.compareInventory(this.#wanted(inventory), inventory, part.kinds);
    const items = this.#items((row) => send.some((want) => want.principal === row.principal));
    if (items.length > 0) this.send({ t: 'desired', items });
  }

  #wanted(inventory: readonly InventoryItem[]) {
    const named = new Set(inventory.map((item) => item.principal));
    const rows = [...this.edge.tables.desired.values()].filter(
      (row) => row.state !== null || row.ackedGen < row.gen || named.has(row.principal),
    );
    return rows.map(({ kind, principal, gen, ackedGen, digest }) => ({ kind, principal, gen, ackedGen, digest }));
  }

  #items(which: (row: DesiredRow) => boolean): DesiredItem[] {
    return [...this.edge.tables.desired.values()].filter(which).map(itemOf);
  }

  #op(): string {
    this.#heard += 1;
    return `wake-${this.#heard}`;
  }
}

function eventOf(message: Extract<FromAgent, { t: 'ack' | 'fail' }>): GrantEvent {
  if (message.t === 'fail') return { type: 'fault', gen: message.gen, fault: message.fault };
  if (message.outcome === 'present') return { type: 'ack-present', gen: message.gen };
  return { type: 'ack-absent', gen: message.gen, look: message.look, late: message.late };
}

function itemOf(row: DesiredRow): DesiredItem {
  const state = row.state === null ? null : KINDS[row.kind].desired.parse(JSON.parse(row.state));
  return desiredItem.parse({ kind: row.kind, principal: row.principal, gen: row.gen, state: state && withHash(state, row.hash) });
}
