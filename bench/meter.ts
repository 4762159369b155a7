import type { RouteName } from '../contract/index.ts';
import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient, Call } from '../tests/support/api-client.ts';
import { type Edge, waitFor } from '../tests/support/stage/index.ts';
import { mailSettled } from './invite.ts';

/** What one call cost. `perRow`: the route hands out everything there is, so its rows are counted per row handed out. */
/** `bound`: the route looks through so many rows at most, whatever there is, and fewer where there are fewer. */
export type Cost = {
  route: RouteName | 'cron';
  what: string;
  rowsRead: number;
  rowsWritten: number;
  perRow?: true;
  bound?: number;
};
type Recording = Record<'during' | 'after', { rowsRead: number; rowsWritten: number }[]>;

/** Calls routes with a client and notes what each call cost. */
export class Meter {
  readonly edge: Edge;
  readonly costs: Cost[] = [];
  constructor(edge: Edge) {
    this.edge = edge;
  }

  async call(client: ApiClient, route: RouteName, call: Call = {}, words = ''): Promise<string> {
    const response = await client.call(route, { ...call, headers: { 'Bench-Record': '1' } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${route} answered ${response.status}: ${text}`);
    await this.#settled();
    this.costs.push({ route, what: `${route}${words}`, ...(await this.#lastCost()) });
    return text;
  }

  async cron(words = ''): Promise<void> {
    const response = await fetch(`${this.edge.url}/api/bench/cron`, { method: 'POST' });
    if (!response.ok) throw new Error(`cron answered ${response.status}`);
    await response.text();
    await this.#settled();
    this.costs.push({ route: 'cron', what: `cron, each minute${words}`, ...(await this.#lastCost()) });
  }

  /** The last cost again, for each row that the answer holds. */
  perRow(rows: number): void {
    const last = this.costs.at(-1);
    if (last) Object.assign(last, { rowsRead: Math.round(last.rowsRead / rows), what: `${last.what}, per entry`, perRow: true });
  }

  /** The last cost may differ with how much there is, up to so many rows. */
  bounded(bound: number): void {
    const last = this.costs.at(-1);
    if (last) Object.assign(last, { bound, what: `${last.what}, at most ${bound}` });
  }

  /** Nothing is left to be sent or confirmed, so that no call meets what another one left under way. */
  async #settled(): Promise<void> {
    await mailSettled(this.edge);
    const unconfirmed = 'SELECT count(*) AS n FROM resource WHERE host_id = ? AND acked_gen < gen';
    await waitFor(
      'the host to confirm what is wanted',
      async () => (await this.edge.db.prepare(unconfirmed).bind(DEMO_IDS.host).first<number>('n')) === 0,
      { every: 3 },
    );
  }

  async #lastCost(): Promise<{ rowsRead: number; rowsWritten: number }> {
    const { during, after } = (await (await fetch(`${this.edge.url}/api/bench/recording`)).json()) as Recording;
    const trips = [...during, ...after];
    return {
      rowsRead: trips.reduce((sum, trip) => sum + trip.rowsRead, 0),
      rowsWritten: trips.reduce((sum, trip) => sum + trip.rowsWritten, 0),
    };
  }
}
