import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileDoor, openFileDoor } from '../../../agent/files/index.ts';
import { FILES_BASE, type FileTicket, TICKET_MS } from '../../../contract/index.ts';
import { mustRun } from '../../support/hosting/index.ts';
import { type Customer, growTree } from '../../support/hosting/trees.ts';
import { freePort } from '../../support/stage/ports.ts';
import { waitFor } from '../../support/stage/wait.ts';

export const HOST = 'host-1';
export const ACCOUNT = 'account-1';
export const EDGE = 'https://klucznik.example';
export const newKey = () => randomBytes(32).toString('base64url');

export type AskOptions = {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit | object;
  ticket?: string;
  signal?: AbortSignal;
};

/** A real file door on loopback over fresh trees, as an agent runs it, and no edge: tickets are minted here. */
export type DoorKit = {
  readonly door: FileDoor;
  readonly url: string;
  readonly port: number;
  readonly customersRoot: string;
  readonly key: string;
  /** What the door said in the agent's log. */
  readonly said: string[];
  /** Where a tree lies on the disk. */
  path(tree: string, ...names: string[]): string;
  grow(customer: Customer): Promise<void>;
  /** A ticket to the whole tree, to read and write, unless said otherwise. */
  mint(ticket?: Partial<FileTicket>, key?: string): string;
  /** Asks `/files/v1` + path; an object as body goes as JSON. */
  ask(path: string, options?: AskOptions): Promise<Response>;
  /** Pids of the door and of its hands that run now. */
  doorPid(): number | null;
  handPids(): number[];
  pids(): number[];
  end(): Promise<void>;
};
/** Somebody who asks a door and has a ticket to show. */
export type DoorClient = Pick<DoorKit, 'ask' | 'mint'>;

export type DoorKitOptions = {
  customers?: readonly Customer[];
  /** With a certificate that nobody vouches for, `ask` refuses to ask: use curl. */
  tls?: { certificate: string; key: string } | null;
  /** Gives the trees a disk of their own, so that it can be filled. */
  diskMegabytes?: number;
};

export async function openDoor({ customers = [], tls = null, diskMegabytes }: DoorKitOptions = {}): Promise<DoorKit> {
  const dir = mkdtempSync(join(tmpdir(), 'kl-door-'));
  chmodSync(dir, 0o755);
  const customersRoot = join(dir, 'customers');
  mkdirSync(customersRoot, { mode: 0o755 });
  if (diskMegabytes) await mustRun('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=755`, 'none', customersRoot]);
  for (const customer of customers) await growTree(customersRoot, customer);
  const port = await freePort();
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const said: string[] = [];
  const key = newKey();
  const door = openFileDoor({
    url,
    listenAddress: '127.0.0.1',
    port,
    tls,
    customersRoot,
    runDir: join(dir, 'private'),
    hostId: HOST,
    edge: EDGE,
    complain: (words) => said.push(words),
  });
  door.takeKey(key);
  // Its folder of sockets is named after it.
  const doorPid = () =>
    childrenOf(process.pid, 'files-door').find((pid) => existsSync(join(dir, 'private', String(pid)))) ?? null;
  const mint: DoorKit['mint'] = (ticket = {}, with_ = key) => mintTicket(with_, ticket);
  const kit: DoorKit = {
    door,
    url,
    port,
    customersRoot,
    key,
    said,
    path: (tree, ...names) => join(customersRoot, tree, ...names),
    grow: (customer) => growTree(customersRoot, customer),
    mint,
    ask: (path, { ticket = mint(), ...options } = {}) => askDoor(url, path, ticket, options),
    doorPid,
    handPids: () => childrenOf(doorPid() ?? 0, 'files-hand'),
    pids: () => [doorPid() ?? 0, ...kit.handPids()],
    async end() {
      await door.close();
      if (diskMegabytes) await mustRun('umount', [customersRoot]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
  await waitFor('the file door', () => isListening(port));
  return kit;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** Signs a ticket as the edge does. */
export function mintTicket(key: string, ticket: Partial<FileTicket> = {}): string {
  const now = ticket.issuedAt ?? Date.now();
  const whole: FileTicket = {
    v: 1,
    host: HOST,
    account: ACCOUNT,
    tree: 'sklep',
    path: '/',
    right: 'write',
    issuedAt: now,
    notAfter: now + TICKET_MS,
    ...ticket,
  };
  const said = Buffer.from(JSON.stringify(whole)).toString('base64url');
  return `${said}.${createHmac('sha256', Buffer.from(key, 'base64url')).update(said).digest('base64url')}`;
}

/** One request to the door at an address, as the bearer of a ticket. */
export function askDoor(
  url: string,
  path: string,
  ticket: string,
  { method = 'GET', headers = {}, body, signal }: Omit<AskOptions, 'ticket'> = {},
): Promise<Response> {
  const isJson = body !== undefined && Object.getPrototypeOf(body) === Object.prototype;
  return fetch(`${url}${FILES_BASE}${path}`, {
    method,
    headers: { Authorization: `Ticket ${ticket}`, ...(isJson ? { 'Content-Type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    ...(signal ? { signal } : {}),
  });
}

/** Processes that a process started and that run this part of the agent. */
export function childrenOf(parent: number, part: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return (
          Number(ppid) === parent && state !== 'Z' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(part)
        );
      } catch {
        // It went while we looked.
        return false;
      }
    })
    .map(Number);
}
