import { makePrivateFolder } from '../../system/files.ts';
import { STATE_FOLDER } from '../../system/tree-place.ts';
import { deleteTree, listNames } from '../../system/trees.ts';
import { type DoorOrder, type Standing, toDoor } from '../messages.ts';
import { program } from '../program.ts';
import { endOnFault, listenUpward, sayUpward } from '../upward.ts';
import { Hands } from './hands.ts';
import { Keyring } from './keyring.ts';
import { listen } from './listen.ts';
import { type Reception, receive } from './receive.ts';
import { UnderWay } from './under-way.ts';

const FIRST_SWEEP_MS = 60_000;
const SWEEP_MS = 6 * 3_600_000;

const complain = (words: string) => sayUpward({ t: 'complain', words });

/** The door: one process that listens to browsers, proves tickets and lets each tree's hand answer. */
export function runDoor(): void {
  endOnFault('files-door');
  let door: Door | null = null;
  let said: Standing | null = null;
  listenUpward(toDoor, {
    onMessage(message) {
      if (message.t === 'standing') said = message;
      else {
        door = prepare(message);
        void open(message, door);
      }
      if (said) door?.keyring.take(said);
      door?.underWay.cutOff((ticket) => door?.keyring.isVoid(ticket) ?? true);
    },
    onGone: async () => door?.hands.close(),
  });
}

type Door = Reception & { runDir: string };

function prepare({ hostId, customersRoot, runDir, edge }: DoorOrder): Door {
  const mine = `${runDir}/${process.pid}`;
  return {
    keyring: new Keyring(hostId),
    hands: new Hands({ program, customersRoot, runDir: mine, complain }),
    underWay: new UnderWay(),
    edgeOrigin: new URL(edge).origin,
    runDir: mine,
    complain,
  };
}

async function open(order: DoorOrder, door: Door): Promise<void> {
  await deleteTree(door.runDir);
  makePrivateFolder(door.runDir);
  await listen(order, (request, response) => void receive(door, request, response));
  // Only the door that has the port may clear away what others left behind.
  for (const name of await listNames(order.runDir)) if (name !== String(process.pid)) await deleteTree(`${order.runDir}/${name}`);
  const sweep = () => void sweepAll(door.hands, order.customersRoot);
  setTimeout(sweep, FIRST_SWEEP_MS);
  setInterval(sweep, SWEEP_MS);
  door.hands.standBy();
  sayUpward({ t: 'ready' });
}

/** One tree after another, so that a host with a thousand of them has one process more, not a thousand. */
async function sweepAll(hands: Hands, customersRoot: string): Promise<void> {
  for (const tree of await listNames(`${customersRoot}/${STATE_FOLDER}`)) await hands.sweep(tree);
}
