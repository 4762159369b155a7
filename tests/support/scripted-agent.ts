import { env, SELF } from 'cloudflare:test';
import {
  type ApplyFault,
  type FromAgent,
  greetingToSign,
  type HostAnswer,
  type HostQuestion,
  KINDS,
  type Kind,
  type ResourceState,
  sha256Hex,
  type ToAgent,
  toAgent,
} from '../../contract/index.ts';
import { ORIGIN } from './in-worker.ts';

const base64url = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64url');

const ENDPOINTS = {
  ftp: { host: 'serwer.test', ftpsPort: 2121, sftpPort: 2222, certificatePrint: 'AA:BB', hostKeyPrint: 'SHA256:abc' },
  database: { host: 'serwer.test', port: 3306, certificatePrint: 'AA:CC', phpMyAdmin: 'https://serwer.test/phpmyadmin/' },
  mail: { host: 'serwer.test', imapsPort: 993, certificatePrint: 'AA:DD' },
  dns: { nameservers: ['ns1.serwer.test', 'ns2.serwer.test'] },
  files: { url: 'https://serwer.test:8443' },
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
  /** What lies on the host, whatever tree is asked about; the courier passes it on unread. */
  databases: { name: string; bytes: number }[] = [];
  mailboxes: { address: string; bytes: number; lastUseAt: number | null; active: boolean }[] = [];
  ds: string[] = [];
  /** Answers every question with this instead, when there is one. */
  fault: ApplyFault | null = null;
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
      this.say({ t: 'inventory', part: 0, last: true, kinds: Object.keys(KINDS) as Kind[], items: inventory });
    }
    if (message.t === 'desired') this.told.push(...message.items);
    if (message.t === 'ask') this.say({ t: 'reply', id: message.id, answer: this.#answer(message.question) });
    this.#wake();
  }

  async #greet(serverNonce: string): Promise<void> {
    const agentNonce = base64url(crypto.getRandomValues(new Uint8Array(32)));
    const signature = base64url(
      await crypto.subtle.sign('Ed25519', this.#keys.privateKey, greetingToSign(this.hostId, serverNonce, agentNonce)),
    );
    this.say({ t: 'hello', hostId: this.hostId, agentNonce, signature, version: '1', endpoints: ENDPOINTS });
  }

  #answer(question: HostQuestion): HostAnswer {
    if (this.fault) return { ok: false, fault: this.fault };
    const { about } = question;
    if (about === 'databases') return { ok: true, found: { about, databases: this.databases } };
    if (about === 'mailboxes') return { ok: true, found: { about, mailboxes: this.mailboxes } };
    if (about === 'zone-keys') return { ok: true, found: { about, ds: this.ds } };
    const names = this.directories[question.path];
    if (!names) return { ok: false, fault: 'directory-missing' };
    const entries = names.map((name) => ({ name: name.replace(/@$/, ''), link: name.endsWith('@') }));
    return { ok: true, found: { about, entries, truncated: false } };
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
    if (state) this.say({ t: 'ack', kind, principal, gen, outcome: 'present', digest: await digestOf(state, kind) });
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

export const digestOf = (state: ResourceState, kind: Kind = 'ftp'): Promise<string> => sha256Hex(KINDS[kind].digestInput(state));
