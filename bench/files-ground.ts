import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFileDoor } from '../agent/files/index.ts';
import { FtpService } from '../agent/services/ftp/index.ts';
import { FILES_BASE } from '../contract/index.ts';
import { mintTicket, newKey } from '../tests/hosts/kit/file-door.ts';
import { cryptScrypt, type Hosting, startHosting } from '../tests/support/hosting/index.ts';
import { freePort } from '../tests/support/stage/ports.ts';

const HOST = 'serwer';
/** The tree that both FTPS and the file door write into. */
export const TREE = 'zielnik';
const FIRST_UID = 5101;

/** A file door and ProFTPD over the same trees, with the same certificate. */
export type FilesGround = {
  hosting: Hosting;
  /** Of the file door, up to where its routes begin. */
  base: string;
  /** Somebody who reads and writes the whole tree over FTPS. */
  ftp: { user: string; password: string };
  path(tree: string, ...names: string[]): string;
  ticket(tree: string): string;
  close(): Promise<void>;
};

export async function openGround(dir: string, trees: readonly string[]): Promise<FilesGround> {
  const customers = trees.map((tree, at) => ({ tree, uid: FIRST_UID + at, entries: [] }));
  const hosting = await startHosting({ dir: join(dir, 'hosting'), customers });
  const service = new FtpService(hosting.paths);
  const ftp = { user: 'kl-miara', password: 'xV7-kq2P-mm4t-Zb9w-Hd3s' };
  const hash = cryptScrypt(ftp.password);
  const password = { hash, print: createHash('sha256').update(hash).digest('hex') };
  const given = { tree: TREE, directory: '/', access: 'write', notAfter: null, password } as const;
  const applied = await service.apply(ftp.user, 1, { ...given, keys: [] });
  if (!applied.ok) throw new Error(`FTPS refuses: ${applied.fault}`);
  const { certificate, certificateKey, customersRoot } = hosting.paths;
  const port = await freePort();
  const url = `https://localhost:${port}`;
  const runDir = join(dir, 'private');
  mkdirSync(runDir, { mode: 0o700 });
  const tls = { certificate, key: certificateKey };
  const listening = { url, listenAddress: '127.0.0.1', port, tls };
  const door = openFileDoor({
    ...listening,
    customersRoot,
    runDir,
    hostId: HOST,
    edge: 'https://klucznik.example',
    complain: (words) => console.error(words),
  });
  const key = newKey();
  door.takeKey(key);
  return {
    hosting,
    base: `${url}${FILES_BASE}`,
    ftp,
    path: (tree, ...names) => join(customersRoot, tree, ...names),
    ticket: (tree) => mintTicket(key, { host: HOST, tree }),
    async close() {
      await door.close();
      service.close();
      await hosting.stop();
    },
  };
}
