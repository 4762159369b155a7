import {
  CLOSE_NOT_ENROLLED,
  CLOSE_REPLACED,
  type Endpoints,
  type FromAgent,
  type ToAgent,
  toAgent,
} from '../../contract/index.ts';
import { backoff, type Clock } from '../reconcile/index.ts';
import { type Identity, signGreeting } from './identity.ts';

/** The part of a WebSocket that the link needs; Node's own fits. */
export interface Socket {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

export type LinkOptions = {
  url: string;
  who: Identity;
  version: string;
  endpoints: () => Endpoints;
  clock: Clock;
  openSocket: (url: string) => Socket;
  /** The edge has accepted us; send the inventory now. */
  onWelcome: (message: Extract<ToAgent, { t: 'welcome' }>) => void;
  onVoidTickets: (message: Extract<ToAgent, { t: 'void-tickets' }>) => void;
  onDesired: (message: Extract<ToAgent, { t: 'desired' }>) => void;
  onAsk: (message: Extract<ToAgent, { t: 'ask' }>) => void;
  onState?: (state: 'connected' | 'lost' | 'not-enrolled' | 'replaced') => void;
  complain: (words: string) => void;
  random?: () => number;
};

const OPEN = 1;
const PING_EVERY_MS = 20_000;
/** A greeting that is not over by then never will be, though pings may still be answered. */
const GREETING_MS = 10_000;
const DEAD_AFTER_MS = 45_000;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 30_000;

/** `https://…` of the edge → the address of this host's link. */
export function linkAddress(url: string, hostId: string): string {
  const address = new URL('agent/v1/link', url.endsWith('/') ? url : `${url}/`);
  address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:';
  address.searchParams.set('host', hostId);
  return address.href;
}

/** One outbound WebSocket to the edge, kept open for good. */
export class Link {
  readonly #to: LinkOptions;
  #socket: Socket | null = null;
  #welcomed = false;
  #attempt = 0;
  #heardAt = 0;
  #cancel: () => void = () => {};
  #stopped = false;

  constructor(options: LinkOptions) {
    this.#to = options;
  }

  start(): void {
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
    this.#socket?.close();
  }

  /** Sends a message; false while the edge has not welcomed us. */
  send(message: FromAgent): boolean {
    return this.#welcomed && this.#write(JSON.stringify(message));
  }

  #connect(): void {
    let socket: Socket;
    try {
      socket = this.#to.openSocket(linkAddress(this.#to.url, this.#to.who.hostId));
    } catch (error) {
      this.#to.complain(`link: ${error instanceof Error ? error.message : 'cannot open'}`);
      this.#reconnectLater();
      return;
    }
    this.#socket = socket;
    this.#heardAt = this.#to.clock.now();
    socket.addEventListener('message', (event) => {
      if (socket === this.#socket) this.#hear(event.data);
    });
    socket.addEventListener('close', (event) => {
      if (socket === this.#socket) this.#lose(event.code);
    });
    // Node's WebSocket says no `close` after a connection that was refused.
    socket.addEventListener('error', () => {
      if (socket === this.#socket) this.#lose(1006);
    });
    this.#watch(GREETING_MS);
  }

  /** Pings, and gives up on a line that has been silent for too long: a dead network never says goodbye. */
  #watch(wait = PING_EVERY_MS): void {
    this.#cancel = this.#to.clock.after(wait, () => {
      if (!this.#welcomed || this.#to.clock.now() - this.#heardAt >= DEAD_AFTER_MS) {
        const dead = this.#socket;
        this.#lose(1006);
        dead?.close();
        return;
      }
      this.#write('ping');
      this.#watch();
    });
  }

  #hear(data: unknown): void {
    this.#heardAt = this.#to.clock.now();
    if (data === 'pong') return;
    const message = readMessage(data);
    if (message === null) this.#to.complain('link: a message that does not parse was ignored');
    else this.#obey(message);
  }

  #obey(message: ToAgent): void {
    if (message.t === 'challenge') this.#greet(message.serverNonce);
    else if (message.t === 'welcome') this.#beWelcome(message);
    else if (!this.#welcomed) this.#to.complain(`link: ${message.t} before the welcome was ignored`);
    else if (message.t === 'desired') this.#to.onDesired(message);
    else if (message.t === 'void-tickets') this.#to.onVoidTickets(message);
    else this.#to.onAsk(message);
  }

  #greet(serverNonce: string): void {
    const { who, version, endpoints } = this.#to;
    const hello: FromAgent = {
      t: 'hello',
      hostId: who.hostId,
      ...signGreeting(who, serverNonce),
      version,
      endpoints: endpoints(),
    };
    this.#write(JSON.stringify(hello));
  }

  #beWelcome(message: Extract<ToAgent, { t: 'welcome' }>): void {
    this.#welcomed = true;
    this.#attempt = 0;
    this.#to.onState?.('connected');
    this.#to.onWelcome(message);
  }

  #lose(code: number): void {
    this.#socket = null;
    this.#welcomed = false;
    this.#cancel();
    if (this.#stopped) return;
    if (code === CLOSE_NOT_ENROLLED || code === CLOSE_REPLACED) {
      // Neither heals by hurrying: somebody must enrol this host again, or another agent runs under the same name.
      this.#attempt = Math.max(this.#attempt, 8);
      this.#to.onState?.(code === CLOSE_REPLACED ? 'replaced' : 'not-enrolled');
    } else this.#to.onState?.('lost');
    this.#reconnectLater();
  }

  #reconnectLater(): void {
    const random = (this.#to.random ?? Math.random)();
    const wait = backoff(this.#attempt++, { first: FIRST_RETRY_MS, cap: LONGEST_RETRY_MS, random });
    this.#cancel = this.#to.clock.after(wait, () => this.#connect());
  }

  #write(text: string): boolean {
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(text);
    return true;
  }
}

function readMessage(data: unknown): ToAgent | null {
  if (typeof data !== 'string') return null;
  try {
    return toAgent.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
