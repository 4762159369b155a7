import { env } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import type { DatabaseList, DatabaseView, GrantView, MailboxList, MailboxView, Problem } from '../../contract/index.ts';
import type { ApiClient } from './api-client.ts';
import { aHost, anAccount } from './build/index.ts';
import { planted, signedIn } from './in-worker.ts';
import { ScriptedAgent } from './scripted-agent.ts';

/*
 * Two accounts on one host whose agent does what it is told, for tests of databases and mailboxes.
 */

export const PASSWORD = 'Wiosenny-Klucz-7-dni';
const ALFA = { serviceId: 's1' };

/** Alfa's service `s1` (tree `alfa`, `alfa.test`) holds 3 databases and 3 mailboxes; Beta's `s2` (tree `beta`, `beta.test`) the usual plan. */
export async function aTrial(): Promise<Trial> {
  const plan = { maxDatabases: 3, databaseBytes: 1000, maxMailboxes: 3, mailBytes: 1000 };
  await planted(
    aHost({ id: 'h1', name: 'serwer-1' }),
    await anAccount({ id: 'a1', name: 'Alfa' })
      .withOwner({ email: 'anna@alfa.test', name: 'Anna Nowak' })
      .withHosting({ id: 's1', hostId: 'h1', tree: 'alfa', domains: ['alfa.test'], plan })
      .rows(),
    await anAccount({ id: 'b1', name: 'Beta' })
      .withOwner({ email: 'bogdan@beta.test', name: 'Bogdan Lis' })
      .withHosting({ id: 's2', hostId: 'h1', tree: 'beta', domains: ['beta.test'] })
      .rows(),
  );
  const agent = await (await ScriptedAgent.enrolled('h1')).connect();
  return new Trial(agent, await signedIn('anna@alfa.test'), await signedIn('bogdan@beta.test'));
}

export const problem = async (response: Response) => (await response.json<Problem>()).error;
/** `409 asset-changing`, or `422 name: database-exists` where a field is to blame. */
export async function refusal(response: Response): Promise<string> {
  const { code, fields } = await problem(response);
  return [response.status, ...(fields.length ? fields.map((field) => `${field.field}: ${field.code}`) : [code])].join(' ');
}

export class Trial {
  readonly agent: ScriptedAgent;
  readonly owner: ApiClient;
  readonly stranger: ApiClient;

  constructor(agent: ScriptedAgent, owner: ApiClient, stranger: ApiClient) {
    this.agent = agent;
    this.owner = owner;
    this.stranger = stranger;
  }

  /** Empties everything that a test may have made, on both sides. */
  async clear(): Promise<void> {
    for (const table of [
      'invitation_token',
      'invitation',
      'desired',
      'grant_term',
      'grants',
      'person',
      'asset',
      'audit',
      'outbox',
      'idempotency',
    ])
      await env.DB.prepare(`DELETE FROM ${table}`).run();
    this.agent.databases = [];
    this.agent.mailboxes = [];
    this.agent.fault = null;
    this.agent.told.length = 0;
  }

  call(name: Parameters<ApiClient['call']>[0], body?: object, key?: string): Promise<Response> {
    return this.owner.call(name, { params: ALFA, ...(body ? { body } : {}), ...(key ? { key } : {}) });
  }

  createDatabase(name: string, key?: string): Promise<Response> {
    return this.call('createDatabase', { name }, key);
  }
  deleteDatabase(name: string, key?: string): Promise<Response> {
    return this.call('deleteDatabase', { name, typed: name }, key);
  }
  createMailbox(local: string, key?: string): Promise<Response> {
    return this.call('createMailbox', { local, domain: 'alfa.test', password: PASSWORD }, key);
  }
  deleteMailbox(address: string, key?: string): Promise<Response> {
    return this.call('deleteMailbox', { address, typed: address }, key);
  }

  async databases(): Promise<DatabaseList> {
    return (await this.call('listDatabases')).json();
  }
  async mailboxes(): Promise<MailboxList> {
    return (await this.call('listMailboxes')).json();
  }
  async database(name: string): Promise<DatabaseView | undefined> {
    return (await this.databases()).databases.find((one) => one.name === name);
  }
  async mailbox(address: string): Promise<MailboxView | undefined> {
    return (await this.mailboxes()).mailboxes.find((one) => one.address === address);
  }

  /** The asset's row, as the tables have it. */
  row(name: string) {
    return env.DB.prepare('SELECT * FROM asset WHERE name = ?').bind(name).first<Record<string, unknown>>();
  }
  becomes(name: string, state: string) {
    return vi.waitFor(async () => expect((await this.row(name))?.state).toBe(state), { timeout: 5000, interval: 10 });
  }

  /** The host does what it was told last about a resource, and says so. */
  async applied(name: string, gen: number): Promise<void> {
    const { agent } = this;
    const item = await agent.toldOf(name, gen);
    const others = <T extends { name?: string; address?: string }>(all: T[]) =>
      all.filter((one) => (one.name ?? one.address) !== name);
    agent.databases = others(agent.databases);
    agent.mailboxes = others(agent.mailboxes);
    if (item.kind === 'database-asset' && item.state) agent.databases.push({ name, bytes: 10 });
    if (item.kind === 'mailbox-asset' && item.state)
      agent.mailboxes.push({ address: name, bytes: 10, lastUseAt: 5, active: item.state.active });
    await agent.acknowledge(item);
  }

  /** A database of Alfa's that stands; its full name. */
  async standingDatabase(name: string): Promise<string> {
    expect((await this.createDatabase(name)).status).toBe(201);
    await this.applied(`alfa_${name}`, 1);
    await this.becomes(`alfa_${name}`, 'ready');
    return `alfa_${name}`;
  }
  async standingMailbox(local: string): Promise<string> {
    expect((await this.createMailbox(local)).status).toBe(201);
    await this.applied(`${local}@alfa.test`, 1);
    await this.becomes(`${local}@alfa.test`, 'ready');
    return `${local}@alfa.test`;
  }

  tryToGrant(spec: object): Promise<Response> {
    const body = { serviceId: 's1', spec, grantee: { name: 'Jan Kowal', email: 'jan@it.test' }, notAfter: null };
    return this.owner.call('createGrant', { body });
  }
  /** A grant on something of Alfa's, waiting for its invitation to be opened. */
  async granted(spec: object): Promise<GrantView> {
    const response = await this.tryToGrant(spec);
    expect(response.status).toBe(201);
    return response.json();
  }
  async grant(grantId: string): Promise<GrantView> {
    return (await this.owner.call('readGrant', { params: { grantId } })).json();
  }
}
