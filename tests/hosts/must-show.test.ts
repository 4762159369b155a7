import { afterAll, beforeAll, describe } from 'vitest';
import { openWorld, type World } from '../faults/kit/world.ts';
import { databases } from './must-show/databases.ts';
import { files } from './must-show/files.ts';
import { mailboxes } from './must-show/mailboxes.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('what the owner confirmed in the panel, seen with programs that are not ours', () => {
  describe('files', () => files(() => world));
  describe('a database', () => databases(() => world));
  describe('a mailbox', () => mailboxes(() => world));
});
