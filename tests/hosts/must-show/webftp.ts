import { join } from 'node:path';
import { type FilePass, type FileTicket, filePass, toAgent } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { openWorld, type World } from '../../faults/kit/world.ts';
import { openWire } from '../../faults/unreliable-wire.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { mustRun } from '../../support/hosting/index.ts';
import { askDoor, childrenOf, type DoorClient, mintTicket } from '../kit/file-door.ts';

type PassWish = { by?: ApiClient; serviceId?: string; path?: string; right?: FileTicket['right'] };

/** The file door of a real agent that a real edge vouches for. */
export type Webftp = {
  readonly world: World;
  readonly url: string;
  /** Asks the edge for a ticket; the owner's, to all of her files, unless said otherwise. */
  pass(wish?: PassWish): Promise<Response>;
  ticket(wish?: PassWish): Promise<string>;
  /** What the edge told its agent to prove tickets with; a wire overheard it. */
  key(): string;
  /** Signs with it what the edge never would. */
  forge(change: Partial<FileTicket>): string;
  /** Somebody with a ticket of the edge's, good for two minutes. */
  client(wish?: PassWish): Promise<DoorClient>;
  /** Breaks the link between agent and edge; they greet anew. */
  cutLink(): void;
  path(tree: string, ...names: string[]): string;
  doorPid(): number;
  handPids(): number[];
  /** Names, permissions, owners, times of change and bytes of a customer's tree. */
  look(tree: string): Promise<string>;
};

export async function openWebftp(): Promise<Webftp> {
  let key = '';
  const hear = (text: string) => {
    // Both ways pass here, and beside messages a heartbeat that is no JSON.
    const said = text.startsWith('{') ? toAgent.safeParse(JSON.parse(text)).data : null;
    if (said?.t === 'welcome') key = said.ticketKey;
    return 'pass' as const;
  };
  let cutLink = () => {};
  let closeWire = async () => {};
  const world = await openWorld({
    serves: {},
    async roadTo(edgeUrl) {
      const wire = await openWire(edgeUrl);
      wire.misbehave(hear, () => 0);
      cutLink = wire.cut;
      closeWire = wire.close;
      return wire.url;
    },
  });
  world.alsoStop(() => closeWire());
  const pass: Webftp['pass'] = ({ by = world.owner, serviceId = DEMO_IDS.serviceA, path = '/', right = 'write' } = {}) =>
    by.call('issueFileTicket', { params: { serviceId }, body: { path, right } });
  const given = async (wish?: PassWish): Promise<FilePass> => {
    const answer = await pass(wish);
    if (answer.status !== 201) throw new Error(`no ticket: ${answer.status} ${await answer.text()}`);
    return filePass.parse(await answer.json());
  };
  const { url } = await given();
  const path: Webftp['path'] = (tree, ...names) => join(world.hosting.paths.customersRoot, tree, ...names);
  const doorPid = () => childrenOf(world.agent.pid, 'files-door')[0] ?? 0;
  return {
    world,
    url,
    pass,
    ticket: async (wish) => (await given(wish)).ticket,
    key: () => key,
    forge: (change) => mintTicket(key, { host: DEMO_IDS.host, account: DEMO_IDS.accountA, tree: 'zielnik', ...change }),
    async client(wish) {
      const { ticket: own } = await given(wish);
      return {
        mint: () => own,
        ask: (path, { ticket = own, ...options } = {}) => askDoor(url, path, ticket, options),
      };
    },
    cutLink,
    path,
    doorPid,
    handPids: () => childrenOf(doorPid(), 'files-hand'),
    async look(tree) {
      const entries = await mustRun('find', [path(tree), '-printf', '%P %y %m %U %G %T@ %s %l\\0']);
      const sums = await mustRun('find', [path(tree), '-type', 'f', '-exec', 'sha256sum', '-z', '{}', '+']);
      return [...entries.split('\0').sort(), ...sums.split('\0').sort()].join('\n');
    },
  };
}
