import { API_BASE, ROUTE_NAMES } from '../contract/index.ts';
import { DEMO_IDS } from '../demo/data.ts';
import type { Edge } from '../tests/support/stage/index.ts';
import { growHelp } from './help-costs.ts';
import type { Cost } from './meter.ts';
import { PlayedHost } from './played-host.ts';
import type { Cell, Section } from './report.ts';
import { costsOfAllRoutes } from './route-costs.ts';
import { growAccount } from './seed.ts';

/** A page of other rows costs a little more or less; what grows with a hundred times the grants does so by far more than this. */
const SLACK = 1.25;

/** Rows that D1 reads for each route as the account grows; the account already holds the first size. */
export async function measureRows(edge: Edge, sizes: readonly number[]): Promise<Section> {
  const bySize: Cost[][] = [];
  const host = await PlayedHost.connected(edge);
  try {
    for (const [index, size] of sizes.entries()) {
      const from = sizes[index - 1];
      if (from !== undefined) await growAccount(edge.db, from, size);
      await growHelp(edge.db, from ?? 0, size);
      bySize.push(await costsOfAllRoutes(edge));
    }
    return sectionOf(sizes, bySize);
  } finally {
    host.stop();
  }
}

/** Every route must have been called, or one that grows would go unseen. */
function complain(costs: readonly Cost[]): void {
  const called = new Set(costs.map((cost) => cost.route));
  const missing = ROUTE_NAMES.filter((name) => !called.has(name));
  if (missing.length > 0) throw new Error(`routes that the bench does not call: ${missing.join(', ')}`);
}

function sectionOf(sizes: readonly number[], bySize: readonly Cost[][]): Section {
  const [first = []] = bySize;
  complain(first);
  const rows = first.map((cost, index) => {
    const read = bySize.map((costs) => costs[index]?.rowsRead ?? Number.NaN);
    const most = cost.bound ?? Math.min(...read) * SLACK + 2;
    return { cost, read, grows: Math.max(...read) > most };
  });
  const growing = rows.filter((row) => row.grows && !row.cost.perRow);
  const cells = ({ cost, read, grows }: (typeof rows)[number]): Cell[] => [
    cost.what,
    ...read,
    cost.rowsWritten,
    grows ? 'grows' : 'flat',
  ];
  return {
    title: 'Rows read as an account grows',
    how:
      `Rows that D1 says it read (and wrote, at the smallest size) for one call below ${API_BASE}, what is done after the answer included, in one account (“${DEMO_IDS.accountA}”) of ` +
      `${sizes.join(', ')} grants, each with its wanted state, invitation and two audit rows. ` +
      `A fifth were on the very database and mailbox that are made, opened to somebody and deleted, and have ended. The host is played; what its courier reads is not counted. Flat: no size reads over ${SLACK} times (and 2 rows) more than another.`,
    columns: ['route', ...sizes.map((size) => `${size}`), 'written', ''],
    rows: rows.map(cells),
    aims: [
      {
        what: 'routes whose reading grows with the account',
        aim: 'none',
        got: growing.length === 0 ? 'none' : growing.map((row) => row.cost.what).join(', '),
        met: growing.length === 0,
      },
    ],
  };
}
