import { DurableObject } from 'cloudflare:workers';
import {
  CLOSE_NOT_ENROLLED,
  CLOSE_REPLACED,
  type FromAgent,
  fromAgent,
  type HostAnswer,
  type HostQuestion,
  type InventoryItem,
  type ToAgent,
} from '../../contract/index.ts';
import { type Database, database } from '../db/index.ts';
import type { Env } from '../http/index.ts';
import { greetingHolds, randomToken } from './greeting.ts';
import { poke } from './poke.ts';
import { compareInventory } from './rules.ts';
import {
  BATCH,
  inMessages,
  listUnconfirmed,
  loadHost,
  loadItems,
  loadUnconfirmed,
  loadWanted,
  markOffline,
  markOnline,
  markSeen,
  markStrangers,
} from './store.ts';
import { type IssuedTicket, signTicket, type TicketRequest } from './ticket.ts';

/** What survives this object's sleep beside an open socket. */
type Attachment = { hostId: string } & (
  | { phase: 'greeting'; serverNonce: string }
  | { phase: 'ready'; since: number; ticketKey: string }
);

type Ack = Extract<FromAgent, { t: 'ack' }>;
type Fail = Extract<FromAgent, { t: 'fail' }>;
type Hello = Extract<FromAgent, { t: 'hello' }>;

/** What the courier needs to know of grants and assets; the composition root gives it, so that this room knows none. */
export interface ResourcesPort {
  /** This and the next: true when something else is wanted of the host now. */
  acknowledge(db: Database, hostId: string, ack: Ack, now: number): Promise<boolean>;
  reportFault(db: Database, hostId: string, fail: Fail, now: number): Promise<boolean>;
  /** The host knows a higher gen than the tables, so what these say must be wanted under a new one. */
  overtaken(db: Database, hostId: string, item: InventoryItem, now: number): Promise<void>;
  /** Begins to take back what has run out, and names the hosts that must hear of it. */
  endDue(db: Database, now: number): Promise<string[]>;
  /** When the next grant on a host runs out, epoch ms. */
  nextEnd(db: Database, hostId: string): Promise<number | null>;
}

const READY = 'ready';
const ASK_TIMEOUT_MS = 4000;
const HEARTBEAT_MS = 60_000;
/** The agent pings every 20 s; a socket silent for longer than this is dead. */
const SILENCE_MS = 60_000;

/**
 * The courier between D1 and one host's agent: one object a host, holding the agent's socket.
 *
 * It keeps no truth. It is woken by a request, by its alarm and by cron, and reads from D1 what the host
 * still has to confirm, so a lost poke heals by itself.
 */
export abstract class HostCourier extends DurableObject<Env> {
  protected abstract readonly resources: ResourcesPort;
  readonly #db: Database;
  readonly #asked = new Map<string, (reply: HostAnswer | null) => void>();
  /** Parts of an inventory that has begun on the ready socket; null when none has. */
  #inventory: InventoryItem[] | null = null;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#db = database(env.DB);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /** Takes an agent's socket and greets it. The path has named the host already; the greeting proves it. */
  override async fetch(request: Request): Promise<Response> {
    const hostId = new URL(request.url).searchParams.get('host') ?? '';
    const pair = new WebSocketPair();
    const serverNonce = randomToken();
    this.ctx.acceptWebSocket(pair[1]);
    pair[1].serializeAttachment({ hostId, phase: 'greeting', serverNonce } satisfies Attachment);
    this.#send(pair[1], { t: 'challenge', serverNonce });
    return new Response(null, { status: 101, webSocket: pair[0] });
  }

  /** Tells the host what it has not confirmed yet; of one resource when it is named. False when the host is away. */
  async poke(hostId: string, principal: string | null = null): Promise<boolean> {
    const socket = this.#readySocket();
    await this.#wakeAt(
      Math.min((await this.resources.nextEnd(this.#db, hostId)) ?? Number.POSITIVE_INFINITY, Date.now() + HEARTBEAT_MS),
    );
    if (!socket) return false;
    if (principal === null) await this.#tellUnconfirmed(socket, hostId);
    else await this.#tell(socket, hostId, [principal]);
    return true;
  }

  /** Asks the host what only it can know; null when it is away or silent for four seconds. */
  async ask(question: HostQuestion): Promise<HostAnswer | null> {
    const socket = this.#readySocket();
    if (!socket) return null;
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      const settle = (reply: HostAnswer | null) => {
        clearTimeout(timer);
        this.#asked.delete(id);
        resolve(reply);
      };
      const timer = setTimeout(() => settle(null), ASK_TIMEOUT_MS);
      this.#asked.set(id, settle);
      this.#send(socket, { t: 'ask', id, question });
    });
  }

  /** A ticket to files on this host, signed with the key that its agent was told; null when it is away. */
  async issueTicket(request: TicketRequest): Promise<IssuedTicket | null> {
    const socket = this.#readySocket();
    return socket ? signTicket(this.#ready(socket).ticketKey, request, Date.now()) : null;
  }

  /** Has the host refuse the tickets that an account was given until now. */
  async voidTickets(account: string): Promise<void> {
    const socket = this.#readySocket();
    if (socket) this.#send(socket, { t: 'void-tickets', account, issuedBefore: Date.now() + 1 });
  }

  override async webSocketMessage(socket: WebSocket, raw: string | ArrayBuffer): Promise<void> {
    const message = readMessage(raw);
    const attachment = socket.deserializeAttachment() as Attachment;
    if (!message) return console.warn(JSON.stringify({ event: 'unreadable-agent-message', hostId: attachment.hostId }));
    if (attachment.phase === 'greeting') return this.#greet(socket, attachment, message);
    if (message.t === 'ack') return this.#takeAck(attachment.hostId, message);
    if (message.t === 'fail') return this.#takeFault(attachment.hostId, message);
    if (message.t === 'reply') return this.#asked.get(message.id)?.(message.answer);
    if (message.t === 'inventory') return this.#takeInventory(socket, attachment.hostId, message);
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    const { hostId } = socket.deserializeAttachment() as Attachment;
    // Without this the other side never sees the close. 1005 and 1006 cannot be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
    if (!this.#readySocket(socket)) await markOffline(this.#db, hostId);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    const { hostId } = socket.deserializeAttachment() as Attachment;
    if (!this.#readySocket(socket)) await markOffline(this.#db, hostId);
  }

  /** Ends what has run out, repeats what is unconfirmed, and looks whether the host is still there. */
  override async alarm(): Promise<void> {
    const socket = this.#readySocket();
    const now = Date.now();
    const others = await this.resources.endDue(this.#db, now);
    const hostId = socket ? (socket.deserializeAttachment() as Attachment).hostId : null;
    await Promise.all(others.filter((other) => other !== hostId).map((other) => poke(this.env, other)));
    if (!socket || hostId === null) return;
    if (this.#isSilent(socket, now)) {
      socket.close(1001, 'silent');
      await markOffline(this.#db, hostId);
      return;
    }
    // One that left meanwhile has been marked so, and stays it.
    if (!this.#readySocket()) return;
    await markSeen(this.#db, hostId, now);
    await this.poke(hostId);
  }

  async #greet(socket: WebSocket, attachment: Extract<Attachment, { phase: 'greeting' }>, hello: FromAgent): Promise<void> {
    const { hostId, serverNonce } = attachment;
    const host = await loadHost(this.#db, hostId);
    const believed =
      hello.t === 'hello' &&
      hello.hostId === hostId &&
      host?.publicKey &&
      (await greetingHolds(host.publicKey, { hostId, serverNonce, agentNonce: hello.agentNonce, signature: hello.signature }));
    if (!believed) return socket.close(CLOSE_NOT_ENROLLED, 'not enrolled');
    await this.#welcome(socket, hostId, hello);
  }

  async #welcome(socket: WebSocket, hostId: string, hello: Hello): Promise<void> {
    const now = Date.now();
    this.#inventory = null;
    for (const older of this.#readySockets(socket)) older.close(CLOSE_REPLACED, 'replaced');
    const ticketKey = randomToken();
    socket.serializeAttachment({ hostId, phase: READY, since: now, ticketKey } satisfies Attachment);
    await markOnline(this.#db, hostId, hello, now);
    this.#send(socket, { t: 'welcome', at: now, ticketKey });
    await this.#wakeAt(now + HEARTBEAT_MS);
  }

  async #takeInventory(socket: WebSocket, hostId: string, part: Extract<FromAgent, { t: 'inventory' }>): Promise<void> {
    if (part.part === 0) this.#inventory = [];
    // This object slept in the middle of an inventory: what came before is gone, so let the agent begin again.
    if (this.#inventory === null) return socket.close(1012, 'inventory lost');
    this.#inventory.push(...part.items);
    if (!part.last) return;
    const inventory = this.#inventory;
    this.#inventory = null;
    const wanted = await loadWanted(
      this.#db,
      hostId,
      inventory.map((item) => item.principal),
    );
    const { send, overtaken, strangers } = compareInventory(wanted, inventory, part.kinds);
    for (const item of overtaken) await this.resources.overtaken(this.#db, hostId, item, Date.now());
    await markStrangers(this.#db, hostId, strangers);
    await this.#tell(
      socket,
      hostId,
      send.map((item) => item.principal),
    );
  }

  /** All of them, however many are stuck: one that never gets well must keep no other from being told. */
  async #tellUnconfirmed(socket: WebSocket, hostId: string): Promise<void> {
    const { items, zones } = await loadUnconfirmed(this.#db, hostId);
    if (items.length === BATCH) return this.#tell(socket, hostId, await listUnconfirmed(this.#db, hostId));
    if (items.length > 0) this.#send(socket, { t: 'desired', items });
    await this.#tell(socket, hostId, zones);
  }

  async #tell(socket: WebSocket, hostId: string, principals: readonly string[]): Promise<void> {
    for (let from = 0; from < principals.length; from += BATCH) {
      for (const names of await inMessages(this.#db, hostId, principals.slice(from, from + BATCH))) {
        const items = await loadItems(this.#db, hostId, names);
        if (items.length > 0) this.#send(socket, { t: 'desired', items });
      }
    }
  }

  async #takeAck(hostId: string, ack: Ack): Promise<void> {
    if (await this.resources.acknowledge(this.#db, hostId, ack, Date.now())) await this.poke(hostId);
  }

  async #takeFault(hostId: string, fail: Fail): Promise<void> {
    if (await this.resources.reportFault(this.#db, hostId, fail, Date.now())) await this.poke(hostId, fail.principal);
  }

  #isSilent(socket: WebSocket, now: number): boolean {
    const heard = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? this.#ready(socket).since;
    return now - heard > SILENCE_MS;
  }

  #ready(socket: WebSocket): Extract<Attachment, { phase: 'ready' }> {
    return socket.deserializeAttachment() as Extract<Attachment, { phase: 'ready' }>;
  }

  #readySockets(except?: WebSocket): WebSocket[] {
    return this.ctx
      .getWebSockets()
      .filter(
        (socket) =>
          socket !== except &&
          socket.readyState === WebSocket.OPEN &&
          (socket.deserializeAttachment() as Attachment).phase === READY,
      );
  }

  #readySocket(except?: WebSocket): WebSocket | undefined {
    return this.#readySockets(except)[0];
  }

  async #wakeAt(at: number): Promise<void> {
    const present = await this.ctx.storage.getAlarm();
    if (present === null || present > at) await this.ctx.storage.setAlarm(Math.max(at, Date.now()));
  }

  #send(socket: WebSocket, message: ToAgent): void {
    // One that has closed meanwhile: what was not said is said when its agent comes back.
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }
}

function readMessage(raw: string | ArrayBuffer): FromAgent | null {
  if (typeof raw !== 'string') return null;
  try {
    const parsed = fromAgent.safeParse(JSON.parse(raw));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
