import { env, SELF } from 'cloudflare:test';
import {
  type FromAgent,
  type FtpDesired,
  greetingToSign,
  KINDS,
  sha256Hex,
  type ToAgent,
  toAgent,
} from '../../contract/index.ts';
import { ORIGIN } from './in-worker.ts';

const base64url = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64url');

const ENDPOINTS = {
  ftp: { host: 'serwer.test', ftpsPort: 2121, sftpPort: 2222, certificatePrint: 'AA:BB', hostKeyPrint: 'SHA256:abc' },
};

type Desired = Extract<ToAgent, { t: 'desired' }>['items'][number];

/**
 * An agent whose every word a test decides: it greets with a real key, remembers what it was told, and
 * acknowledges only when asked to. For the courier and the tables; the real agent is tested against real daemons.
 */
export class ScriptedAgent {
  readonly hostId: string;
  readonly #keys: CryptoKeyPair;
  #socket: WebSocket | null = null;
  readonly told: Desired[] = [];
  /** Names of directories by path; a name with a `@` at its end is a link. */
  directories: Record<string, string[]> = { '/': ['public_html', 'skrot@'], '/public_html': ['sklep'] };
  readonly closes: number[] = [];
  #waiting: (() => void)[] = [];

  private constructor(hostId: string, keys: CryptoKeyPair) {
    this.hostId = hostId;
    this.#keys = keys;
  }

  /** An agent whose host already has its key. */
  static async enrolled(hostId: string): Promise<ScriptedAgent> {
    const keys = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
    const raw = (await crypto.subtle.exportKey('raw', keys.publicKey)) as ArrayBuffer;
    await env.DB.prepare('UPDATE host SET public_key = ? WHERE id = ?').bind(base64url(raw), hostId).run();
    return new ScriptedAgent(hostId, keys);
  }

  /** Connects, greets and sends an inventory; `wrong` greets with what must not be believed. */
  async connect(inventory: Extract<FromAgent, { t: 'inventory' }>['items'] = [], wrong: { nonce?: string } = {}): Promise<this> {
    const response = await SELF.fetch(`${ORIGIN}/agent/v1/link?host=${this.hostId}`, { headers: { Upgrade: 'websocket' } });
    const socket = response.webSocket;
    if (!socket) throw new Error(`no socket: ${response.status}`);
    this.#socket = socket;
    socket.addEventListener('message', (event) => {
      void this.#hear(event, wrong, inventory);
    });
    socket.addEventListener('close', (event) => {
      this.closes.push(event.code);
      this.#wake();
    });
    socket.accept();
    await this.until(() => this.#welcomed || this.closes.length > 0);
    return this;
  }

  #welcomed = false;

  async #hear(
    event: MessageEvent,
    wrong: { nonce?: string },
    inventory: Extract<FromAgent, { t: 'inventory' }>['items'],
  ): Promise<void> {
    const message = toAgent.parse(JSON.parse(String(event.data)));
    if (message.t === 'challenge') await this.#greet(wrong.nonce ?? message.serverNonce);
    if (message.t === 'welcome') {
      this.#welcomed = true;
      this.say({ t: 'inventory', part: 0, last: true, items: inventory });
    }
    if (message.t === 'desired') this.told.push(...message.items);
    if (message.t === 'ask') this.#reply(message.id, message.path);
    this.#wake();
  }

  async #greet(serverNonce: string): Promise<void> {
    const agentNonce = base64url(crypto.getRandomValues(new Uint8Array(32)));
    const signature = base64url(
      await crypto.subtle.sign('Ed25519', this.#keys.privateKey, greetingToSign(this.hostId, serverNonce, agentNonce)),
    );
    this.say({ t: 'hello', hostId: this.hostId, agentNonce, signature, version: '1', endpoints: ENDPOINTS });
  }

  #reply(id: string, path: string): void {
    const names = this.directories[path];
    const answer = names
      ? {
          ok: true as const,
          entries: names.map((name) => ({ name: name.replace(/@$/, ''), link: name.endsWith('@') })),
          truncated: false,
        }
      : { ok: false as const, fault: 'directory-missing' as const };
    this.say({ t: 'reply', id, answer });
  }

  say(message: FromAgent): void {
    this.#socket?.send(JSON.stringify(message));
  }

  /** Whatever a test wants to throw at the courier. */
  shout(raw: string): void {
    this.#socket?.send(raw);
  }

  disconnect(): void {
    this.#socket?.close(1000, 'bye');
  }

  /** The newest state it was told of one resource, waiting for it. */
  async toldOf(principal: string, gen: number): Promise<Desired> {
    const find = () => this.told.findLast((item) => item.principal === principal && item.gen >= gen);
    await this.until(() => find() !== undefined);
    const item = find();
    if (!item) throw new Error('never told');
    return item;
  }

  async acknowledge(item: Desired): Promise<void> {
    const { kind, principal, gen, state } = item;
    if (state) this.say({ t: 'ack', kind, principal, gen, outcome: 'present', digest: await digestOf(state) });
    else
      for (const look of [1, 2] as const)
        this.say({ t: 'ack', kind, principal, gen, outcome: 'absent', look, sessions: 0, late: 0 });
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

export const digestOf = (state: FtpDesired): Promise<string> => sha256Hex(KINDS.ftp.digestInput(state));
