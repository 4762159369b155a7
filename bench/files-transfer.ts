import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UPLOAD_CHUNK_BYTES } from '../contract/index.ts';
import { command, mustRun } from '../tests/support/hosting/index.ts';
import { type FilesGround, TREE } from './files-ground.ts';
import { type Aim, atLeast, type Section } from './report.ts';
import { median, rounded } from './stats.ts';

const MIB = 2 ** 20;
const AIM = 0.8;
const TUS = 'header = "Tus-Resumable: 1.0.0"\n';

type Way = 'the file door' | 'FTPS';
type Direction = 'up' | 'down';
type Sent = { file: string; parts: string[]; bytes: number; sum: string };

/** The same file with the same curl through the file door and over FTPS, into the same directory. */
export async function measureTransfers(
  ground: FilesGround,
  dir: string,
  { rounds, bytes }: { rounds: number; bytes: number },
): Promise<Section> {
  const sent = prepare(dir, bytes);
  const took: Record<Direction, Record<Way, number[]>> = {
    up: { 'the file door': [], FTPS: [] },
    down: { 'the file door': [], FTPS: [] },
  };
  const acts: Record<Direction, Record<Way, () => Promise<number>>> = {
    up: { 'the file door': () => throughDoor(ground, sent), FTPS: () => overFtps(ground, sent) },
    down: { 'the file door': () => fromDoor(ground), FTPS: () => fromFtps(ground) },
  };
  // The first one warms everything up and counts for nothing.
  for (let round = -1; round < rounds; round += 1) {
    const ways: Way[] = ['the file door', 'FTPS'];
    if (round % 2 === 0) ways.reverse();
    for (const direction of ['up', 'down'] as const)
      for (const way of ways) {
        // What the one before left to be written must not weigh on this one.
        await mustRun('sync', []);
        const ms = await acts[direction][way]();
        if (round >= 0) took[direction][way].push(ms);
      }
  }
  return sectionOf(took, { rounds, bytes });
}

/** One file, and the same in the parts that a browser sends. */
function prepare(dir: string, bytes: number): Sent {
  const folder = join(dir, 'sent');
  mkdirSync(folder);
  const [file, hash, parts] = [join(folder, 'whole'), createHash('sha256'), [] as string[]];
  const whole = openSync(file, 'w');
  for (let from = 0; from < bytes; from += UPLOAD_CHUNK_BYTES) {
    const part = randomBytes(Math.min(UPLOAD_CHUNK_BYTES, bytes - from));
    const name = join(folder, `part-${parts.length}`);
    parts.push(name);
    const fd = openSync(name, 'w');
    for (const to of [fd, whole]) writeSync(to, part);
    closeSync(fd);
    hash.update(part);
  }
  closeSync(whole);
  return { file, parts, bytes, sum: hash.digest('hex') };
}

/** Milliseconds of all its transfers, each from when the connection stands and sign-in is over. Its settings come on stdin: they hold a secret. */
async function curl(transfers: readonly string[]): Promise<{ ms: number; stdout: string }> {
  const input = transfers.map((settings) => `${settings}write-out = "%{time_pretransfer} %{time_total} s\\n"\n`).join('next\n');
  const { code, stdout, stderr } = await command('curl', ['-sS', '--fail', '-K', '-'], { input, timeoutMs: 120_000 });
  if (code !== 0) throw new Error(`curl ended with ${code}: ${stderr}`);
  const spans = [...stdout.matchAll(/^([\d.]+) ([\d.]+) s$/gm)].map(([, from, to]) => Number(to) - Number(from));
  if (spans.length !== transfers.length) throw new Error(`curl told of ${spans.length} of ${transfers.length} transfers`);
  return { ms: spans.reduce((sum, span) => sum + span, 0) * 1000, stdout };
}

async function throughDoor(ground: FilesGround, { parts, bytes, sum }: Sent): Promise<number> {
  const at = `/${basename(DOOR_FILE)}`;
  const common = `cacert = "${ground.hosting.paths.certificate}"\nheader = "Authorization: Ticket ${ground.ticket(TREE)}"\n${TUS}`;
  const metadata = Object.entries({ at, ifThere: 'replace' }).map(([name, value]) => `${name} ${btoa(value)}`);
  const begin = `request = POST\nurl = "${ground.base}/uploads"\nheader = "Upload-Length: ${bytes}"\nheader = "Upload-Metadata: ${metadata}"\n`;
  const begun = await curl([`${common}${begin}dump-header = -\noutput = /dev/null\n`]);
  const address = new URL(/^location: (\S+)/im.exec(begun.stdout)?.[1] ?? '', `${ground.base}/uploads`).href;
  let offset = 0;
  const patches = parts.map((part) => {
    const settings = `${common}request = PATCH\nurl = "${address}"\nupload-file = "${part}"\nheader = "Upload-Offset: ${offset}"\nheader = "Content-Type: application/offset+octet-stream"\n`;
    offset += statSync(part).size;
    return settings;
  });
  const { ms } = await curl(patches);
  check(ground.path(TREE, DOOR_FILE), sum);
  return begun.ms + ms;
}

async function overFtps(ground: FilesGround, { file, sum }: Sent): Promise<number> {
  const { ms } = await curl([`${ftps(ground, FTPS_FILE)}upload-file = "${file}"\n`]);
  const toDisk = untilOnDisk(ground.path(TREE, FTPS_FILE));
  check(ground.path(TREE, FTPS_FILE), sum);
  return ms + toDisk;
}

/** Milliseconds until the disk has a file for good. The door answers no sooner; ProFTPD leaves it to the kernel. */
function untilOnDisk(file: string): number {
  const began = performance.now();
  const fd = openSync(file, 'r');
  fsyncSync(fd);
  closeSync(fd);
  return performance.now() - began;
}

const fromDoor = async (ground: FilesGround): Promise<number> =>
  (
    await curl([
      `cacert = "${ground.hosting.paths.certificate}"\nheader = "Authorization: Ticket ${ground.ticket(TREE)}"\nurl = "${ground.base}/content?at=/${DOOR_FILE}"\noutput = /dev/null\n`,
    ])
  ).ms;
const fromFtps = async (ground: FilesGround): Promise<number> =>
  (await curl([`${ftps(ground, FTPS_FILE)}output = /dev/null\n`])).ms;

const DOOR_FILE = 'przez-drzwi.bin';
const FTPS_FILE = 'przez-ftps.bin';
const ftps = ({ hosting, ftp }: FilesGround, name: string) =>
  `url = "ftp://127.0.0.1:${hosting.ports.ftps}/${name}"\nuser = "${ftp.user}:${ftp.password}"\nssl-reqd\ncacert = "${hosting.paths.certificate}"\n`;

/** What was measured is worth nothing when something else arrived. */
function check(file: string, sum: string): void {
  const arrived = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (arrived !== sum) throw new Error(`${basename(file)} is not what was sent`);
}

function sectionOf(
  took: Record<Direction, Record<Way, number[]>>,
  { rounds, bytes }: { rounds: number; bytes: number },
): Section {
  const speed = (direction: Direction, way: Way) => bytes / MIB / (median(took[direction][way]) / 1000);
  const ratio = (direction: Direction) => rounded(speed(direction, 'the file door') / speed(direction, 'FTPS'), 2);
  const size = `${rounded(bytes / MIB)} MiB`;
  const aimOf = (direction: Direction): Aim =>
    atLeast(`${size} ${direction} through the file door, of FTPS' speed`, AIM, ratio(direction), '×');
  return {
    title: 'Files through the browser’s door against FTPS',
    how:
      `${size} of random bytes with the same curl over TLS, to and from the same directory, the two by turns (${rounds} each, medians), from when the connection stands and FTPS has signed in. ` +
      'Up through the door: tus in parts of 32 MiB as a browser sends them, until the whole lies on the disk for good and stands in its place. ProFTPD does not wait for the disk, so a sync of the file is added to its time. What arrived is compared each time.',
    columns: ['MiB a second', 'the file door', 'FTPS', 'door / FTPS'],
    rows: (['up', 'down'] as const).map((direction) => [
      direction,
      rounded(speed(direction, 'the file door')),
      rounded(speed(direction, 'FTPS')),
      ratio(direction),
    ]),
    aims: [aimOf('up'), aimOf('down')],
  };
}

/** Takes what was sent and what arrived off the disk again. */
export function clearTransfers(ground: FilesGround, dir: string): void {
  for (const path of [join(dir, 'sent'), ground.path(TREE, DOOR_FILE), ground.path(TREE, FTPS_FILE)])
    rmSync(path, { recursive: true, force: true });
}
