import { afterAll, beforeAll, describe } from 'vitest';
import { openWebftp, type Webftp } from './must-show/webftp.ts';
import { names } from './must-show/webftp-names.ts';
import { paths } from './must-show/webftp-paths.ts';
import { swaps } from './must-show/webftp-swaps.ts';
import { tickets } from './must-show/webftp-tickets.ts';
import { largeUpload } from './must-show/webftp-upload.ts';

let webftp: Webftp;
beforeAll(async () => {
  webftp = await openWebftp();
});
afterAll(() => webftp?.world.close());

describe("an owner's own files, from a ticket of the edge's to the disk", () => {
  describe('an upload', () => largeUpload(() => webftp));
  describe('a name', () => names(() => webftp));
  describe('a path', () => paths(() => webftp));
  describe('a directory that becomes a link to another tree', () => swaps(() => webftp));
  // Last: an account's people and the agent itself are changed.
  describe('a ticket', () => tickets(() => webftp));
});
