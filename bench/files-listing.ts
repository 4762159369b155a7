import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { entryPage } from '../contract/index.ts';
import { type FilesGround, TREE } from './files-ground.ts';
import { atMost, type Section } from './report.ts';
import { percentile, rounded } from './stats.ts';

const FILES = 10_000;
const ROWS = 200;
const AIM_MS = 300;
/** A hand that stands by for the next tree has come up by then. */
const STAND_BY_MS = 2000;

/** The first rows of a directory of 10,000 files, as a browser asks for them. */
export async function measureListing(ground: FilesGround, coldTrees: readonly string[], rounds: number): Promise<Section> {
  for (const tree of [TREE, ...coldTrees]) fill(ground, tree);
  const ca = readFileSync(ground.hosting.paths.certificate);
  const once = async (tree: string, agent: Agent): Promise<number> => {
    const began = performance.now();
    const page = entryPage.parse(JSON.parse(await ask(`${ground.base}/entries?at=/&limit=${ROWS}`, ground.ticket(tree), agent)));
    const took = performance.now() - began;
    if (page.total !== FILES || page.entries.length !== ROWS) throw new Error(`${page.entries.length} of ${page.total} rows`);
    return took;
  };
  const anew = async (tree: string) => {
    const agent = new Agent({ ca });
    const took = await once(tree, agent);
    agent.destroy();
    return took;
  };
  const cold: number[] = [];
  for (const tree of coldTrees) {
    await setTimeout(STAND_BY_MS);
    cold.push(await anew(tree));
  }
  await anew(TREE);
  const [fresh, kept]: [number[], number[]] = [[], []];
  const agent = new Agent({ ca, keepAlive: true });
  await once(TREE, agent);
  for (let round = 0; round < rounds; round += 1) {
    fresh.push(await anew(TREE));
    kept.push(await once(TREE, agent));
  }
  agent.destroy();
  return sectionOf({ cold, fresh, kept });
}

function fill(ground: FilesGround, tree: string): void {
  for (let number = 0; number < FILES; number += 1) writeFileSync(ground.path(tree, `zdjęcie-${number}.jpg`), '');
}

function ask(url: string, ticket: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { Authorization: `Ticket ${ticket}` } }, async (answer) => {
      const text = Buffer.concat(await answer.toArray()).toString();
      if (answer.statusCode === 200) resolve(text);
      else reject(new Error(`answered ${answer.statusCode}: ${text}`));
    });
    asked.once('error', reject);
    asked.end();
  });
}

function sectionOf({ cold, fresh, kept }: Record<'cold' | 'fresh' | 'kept', number[]>): Section {
  const row = (what: string, took: number[]) => [
    what,
    took.length,
    rounded(percentile(took, 0.5)),
    rounded(percentile(took, 0.95)),
  ];
  return {
    title: 'A directory of 10,000 files',
    how:
      `GET /entries with ${ROWS} rows by name through TLS, until the rows are parsed. Nobody at the tree yet: the customer's first request, for which the door gives the hand that stands by its tree. ` +
      'A new connection: handshake included. The disk answers from its cache.',
    columns: ['first rows', 'times', 'p50 ms', 'p95 ms'],
    rows: [row('nobody at the tree yet', cold), row('a new connection', fresh), row('a kept connection', kept)],
    aims: [
      atMost('first rows of 10,000 files, new connection, p95', AIM_MS, rounded(percentile(fresh, 0.95)), ' ms'),
      atMost('first rows of 10,000 files, nobody at the tree yet, p95', AIM_MS, rounded(percentile(cold, 0.95)), ' ms'),
    ],
  };
}
