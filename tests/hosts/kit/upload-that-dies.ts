import fs, { openSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Finishes an upload, and is killed just before its n-th change of the disk: `<tree> <state> <upload> <n>`.
const [tree = '', state = '', id = '', dieAt = ''] = process.argv.slice(2);
const CHANGES = ['mkdirSync', 'writeFileSync', 'linkSync', 'renameSync', 'unlinkSync'] as const;
let left = Number(dieAt);
for (const name of CHANGES) {
  const change: unknown = fs[name];
  if (typeof change !== 'function') throw new Error(name);
  Reflect.set(fs, name, (...args: unknown[]): unknown => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return Reflect.apply(change, fs, args);
  });
}
syncBuiltinESMExports();
const { Uploads } = await import('../../../agent/files/hand/uploads.ts');
const { finishUpload } = await import('../../../agent/files/hand/finish-upload.ts');
const folders = { root: openSync(tree, 'r'), state: openSync(state, 'r') };
const uploads = new Uploads(folders.state);
const upload = uploads.read(id);
if (upload === null) throw new Error('no such upload');
await finishUpload(folders, uploads, id, upload);
