import { afterAll, beforeAll, describe } from 'vitest';
import { openWebftp, type Webftp } from './must-show/webftp.ts';
import { largeUpload } from './must-show/webftp-upload.ts';

let webftp: Webftp;
beforeAll(async () => {
  webftp = await openWebftp();
});
afterAll(() => webftp?.world.close());

describe("an owner's own files, from a ticket of the edge's to the disk", () => {
  describe('an upload', () => largeUpload(() => webftp));
});
