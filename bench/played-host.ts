import { Link, makeKeyPair } from '../agent/link/index.ts';
import { systemClock } from '../agent/reconcile/index.ts';
import { type DesiredItem, type HostAnswer, type HostQuestion, KINDS, sha256Hex } from '../contract/index.ts';
import { DEMO_IDS } from '../demo/data.ts';
import { type Edge, waitFor } from '../tests/support/stage/index.ts';

const BYTES = 10_000;

/** The demo's hosting server, played from memory behind the real agent's link: it has at once whatever it is told, and says so. */
export class PlayedHost {
  readonly #link: Link;
  readonly #held = new Map<string, DesiredItem>();
  #welcomed = false;

  private constructor(url: string, privateKey: string) {
    this.#link = new Link({
      url,
      who: { hostId: DEMO_IDS.host, privateKey },
      version: 'bench',
      clock: systemClock,
      complain: (words) => console.error(words),
      endpoints: () => ({ files: { url: 'https://pliki.example' } }),
      openSocket: (address) => new WebSocket(address),
      onWelcome: () => {
        this.#welcomed = true;
      },
      onVoidTickets: () => {},
      onDesired: ({ items }) => void this.#take(items),
      onAsk: ({ id, question }) => this.#link.send({ t: 'reply', id, answer: this.#answer(question) }),
    });
  }

  /** A host that the edge has welcomed. */
  static async connected(edge: Edge): Promise<PlayedHost> {
    const { publicKey, privateKey } = makeKeyPair();
    await edge.db.prepare('UPDATE host SET public_key = ? WHERE id = ?').bind(publicKey, DEMO_IDS.host).run();
    const host = new PlayedHost(edge.url, privateKey);
    host.#link.start();
    await waitFor('the played host to be welcomed', () => host.#welcomed);
    return host;
  }

  stop(): void {
    this.#link.stop();
  }

  async #take(items: readonly DesiredItem[]): Promise<void> {
    for (const item of items) {
      const { kind, principal, gen, state } = item;
      this.#held.set(`${kind}/${principal}`, item);
      if (state) {
        const digest = await sha256Hex(KINDS[kind].digestInput(state));
        this.#link.send({ t: 'ack', kind, principal, gen, outcome: 'present', digest });
      } else
        for (const look of [1, 2] as const)
          this.#link.send({ t: 'ack', kind, principal, gen, outcome: 'absent', look, sessions: 0, late: 0 });
    }
  }

  #answer(question: HostQuestion): HostAnswer {
    if (question.about === 'zone-keys') return { ok: true, found: { about: question.about, ds: [] } };
    const { about, tree } = question;
    const held = [...this.#held.values()].filter(({ state }) => state !== null && 'tree' in state && state.tree === tree);
    if (about === 'directories')
      return { ok: true, found: { about, entries: [{ name: 'public_html', link: false }], truncated: false } };
    if (about === 'databases') {
      const databases = held.filter(({ kind }) => kind === 'database-asset');
      return { ok: true, found: { about, databases: databases.map(({ principal }) => ({ name: principal, bytes: BYTES })) } };
    }
    const mailboxes = held.flatMap(({ kind, principal, state }) =>
      kind === 'mailbox-asset' && state ? [{ address: principal, bytes: BYTES, lastUseAt: null, active: state.active }] : [],
    );
    return { ok: true, found: { about, mailboxes } };
  }
}
