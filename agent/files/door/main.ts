import { makePrivateFolder } from '../../system/files.ts';
import { STATE_FOLDER } from '../../system/tree-place.ts';
import { deleteTree, listNames } from '../../system/trees.ts';
import { type DoorOrder, type Standing, toDoor } from '../messages.ts';
import { program } from '../program.ts';
import { endOnFault, listenUpward, sayUpward } from '../upward.ts';
import { Hands } from './hands.ts';
import { Keyring } from './keyring.ts';
import { listen } from './listen.ts';
import { receive } from './receive.ts';
import { UnderWay } from './under-way.ts';

const FIRST_SWEEP_MS = 60_000;
const SWEEP_MS = 6 * 3_600_000;

const complain = (words: string) => sayUpward({ t: 'complain', words });

/** The door: one process that listens to browsers, proves tickets and lets each tree's hand answer. */
export function runDoor(): void {
  endOnFault('files-door');
  let keyring: Keyring | null = null;
  const underWay = new UnderWay();
  let said: Standing | null = null;
  listenUpward(toDoor, (message) => {
    if (message.t === 'standing') said = message;
    else {
      keyring = new Keyring(message.hostId);
      void open(message, keyring, underWay);
    }
    if (said) keyring?.take(said);
    underWay.cutOff((ticket) => keyring?.isVoid(ticket) ?? true);
  });
}

async function open(order: DoorOrder, keyring: Keyring, underWay: UnderWay): Promise<void> {
  const { customersRoot, runDir } = order;
  const mine = String(process.pid);
  makePrivateFolder(runDir);
  await deleteTree(`${runDir}/${mine}`);
  makePrivateFolder(`${runDir}/${mine}`);
  const hands = new Hands({ program, customersRoot, runDir: `${runDir}/${mine}`, complain });
  const reception = { keyring, hands, underWay, edgeOrigin: new URL(order.edge).origin, complain };
  await listen(order, (request, response) => void receive(reception, request, response));
  // Only the door that has the port may clear away what others left behind.
  for (const name of await listNames(runDir)) if (name !== mine) await deleteTree(`${runDir}/${name}`);
  const sweep = () => void sweepAll(hands, customersRoot);
  setTimeout(sweep, FIRST_SWEEP_MS);
  setInterval(sweep, SWEEP_MS);
  sayUpward({ t: 'ready' });
}

/** One tree after another, so that a host with a thousand of them has one process more, not a thousand. */
async function sweepAll(hands: Hands, customersRoot: string): Promise<void> {
  for (const tree of await listNames(`${customersRoot}/${STATE_FOLDER}`)) await hands.sweep(tree);
}
