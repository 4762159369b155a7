import { openDoor } from './file-door.ts';

// Stands for an agent that is killed: says which processes it started, and waits.
const kit = await openDoor({ customers: [{ tree: 'sklep', uid: 5001, entries: [] }] });
await kit.ask('/entries?at=/');
process.stdout.write(`${JSON.stringify(kit.pids())}\n`);
