import { type AcronisCloud, startAcronis } from '../vendors/acronis.ts';
import { type GraphCloud, startGraph } from '../vendors/graph.ts';

/** Played clouds of Microsoft and Acronis: the real ones cannot be reached from a test machine. They forget everything when they stop. */
export type Clouds = {
  /** What the worker must be told to speak with them instead of the real ones. */
  readonly vars: Record<string, string>;
  readonly graph: GraphCloud;
  readonly acronis: AcronisCloud;
  stop(): Promise<void>;
};

const SECRETS = {
  GRAPH_CLIENT_ID: 'klucznik-demo',
  GRAPH_CLIENT_SECRET: 'nikomu-na-nic',
  ACRONIS_CLIENT_ID: 'klucznik-demo',
  ACRONIS_CLIENT_SECRET: 'nikomu-na-nic',
};

/** Starts them in this process; whoever forgets to stop them is not kept from ending. */
export async function startClouds(products: readonly { sku: string; bought: number }[]): Promise<Clouds> {
  const skus = new Map(products.map(({ sku, bought }) => [sku, { name: 'O365_BUSINESS_PREMIUM', bought }]));
  const [graph, acronis] = await Promise.all([startGraph({ skus }), startAcronis()]);
  return {
    graph,
    acronis,
    vars: { ...SECRETS, GRAPH_URL: `${graph.url}/v1.0`, GRAPH_LOGIN_URL: graph.url, ACRONIS_URL: acronis.url },
    stop: async () => {
      await Promise.all([graph.stop(), acronis.stop()]);
    },
  };
}
