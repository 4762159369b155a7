import { setTimeout } from 'node:timers/promises';
import type { GrantSpec, OffboardingView } from '../contract/index.ts';
import { DEMO_IDS } from '../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { type Stage, signIn, startStage, visitor, waitFor } from '../tests/support/stage/index.ts';
import type { Client, OpenClient } from './clients/client.ts';
import { openFtps } from './clients/ftps.ts';
import { openImaps } from './clients/imaps.ts';
import { openMariadb } from './clients/mariadb.ts';
import { newestToken } from './invite.ts';
import { atMost, type Section } from './report.ts';
import { percentile, rounded } from './stats.ts';

const CLIENTS: readonly OpenClient[] = [openFtps, openMariadb, openImaps];
/** Of each kind that a hosting server keeps; with a seat and the Panel it is twenty. */
const OF_EACH = 6;
const AIM_MS = 3000;
const LOOK_EVERY_MS = 100;
const WHO = { name: 'Ktoś Odchodzący', email: PEOPLE.ownerB.email };

interface Ground {
  stage: Stage;
  owner: ApiClient;
  leaver: ApiClient;
  clients: readonly Client[];
}
interface Round {
  answered: number;
  cut: number;
  ended: number;
}

/** Taking everything back from one person, on real servers with the real agent, until each server has proved it. */
export async function measureOffboarding(dir: string, rounds: number): Promise<Section> {
  const stage = await startStage({ dir });
  try {
    const owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
    const leaver = await signIn(stage.edge, PEOPLE.ownerB.email, DEMO_PASSWORD);
    const ground = { stage, owner, leaver, clients: CLIENTS.map((open) => open(stage)) };
    const measured: Round[] = [];
    // The first one warms everything up and counts for nothing.
    for (let round = -1; round < rounds; round += 1) {
      await owner.call('stepUp', { body: { password: DEMO_PASSWORD } });
      const played = await playRound(ground);
      if (round >= 0) measured.push(played);
    }
    return sectionOf(measured);
  } finally {
    await stage.stop();
  }
}

async function answered<T>(call: Promise<Response>): Promise<T> {
  const response = await call;
  if (!response.ok) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

interface Given {
  id: string;
  personId: string;
}

async function give({ stage, owner }: Ground, serviceId: string | null, spec: GrantSpec): Promise<Given & { token: string }> {
  const body = { serviceId, spec, grantee: WHO, notAfter: null };
  const grant = await answered<Given>(owner.call('createGrant', { body }));
  return { ...grant, token: await newestToken(stage.edge) };
}

/** Twenty accesses in force; gives the person who has them, and one sign-in name of each kind. */
async function giveTwenty(ground: Ground): Promise<{ personId: string; users: string[] }> {
  const { stage, owner, leaver, clients } = ground;
  const users: string[] = [];
  for (const { spec, password } of clients)
    for (let at = 0; at < OF_EACH; at += 1) {
      const { token } = await give(ground, DEMO_IDS.serviceA, spec);
      const credential = { type: 'password', password };
      const { connection } = await answered<{ connection: { user: string } }>(
        visitor(stage.edge).call('claimInvitation', { body: { token, credential } }),
      );
      if (at === 0) users.push(connection.user);
    }
  const seat = { person: WHO, role: 'user', notAfter: null };
  await answered(owner.call('assignSeat', { params: { serviceId: DEMO_IDS.antivirusA }, body: seat }));
  const panel = await give(ground, null, { kind: 'panel-user', role: 'user' });
  await answered(leaver.call('acceptPanelInvitation', { body: { token: panel.token, password: null } }));
  const { db } = stage.edge;
  const active = "SELECT count(*) AS n FROM grants WHERE grantee_email = ? AND state = 'active'";
  await waitFor('all to be in force', async () => (await db.prepare(active).bind(WHO.email).first('n')) === OF_EACH * 3 + 2);
  return { personId: panel.personId, users };
}

async function playRound(ground: Ground): Promise<Round> {
  const { owner, clients } = ground;
  const { personId, users } = await giveTwenty(ground);
  const sessions = await Promise.all(clients.map((client, at) => client.signIn(users[at] ?? '', client.password)));
  const startedAt = performance.now();
  let view = await answered<OffboardingView>(owner.call('startOffboarding', { params: { personId } }));
  const since = () => performance.now() - startedAt;
  const round: Round = { answered: since(), cut: 0, ended: 0 };
  while (view.finishedAt === null) {
    // Reading without a pause would take the time of those who are to be measured.
    await setTimeout(LOOK_EVERY_MS);
    view = await answered<OffboardingView>(owner.call('readOffboarding', { params: { offboardingId: view.id } }));
    if (round.cut === 0 && view.grants.every(({ cutAt }) => cutAt !== null)) round.cut = since();
  }
  round.ended = since();
  round.cut ||= round.ended;
  if (view.grants.length !== OF_EACH * 3 + 2) throw new Error(`taken back: ${view.grants.length}`);
  for (const [at, client] of clients.entries()) {
    const tried = await client.signIn(users[at] ?? '', client.password);
    if (tried.ok) throw new Error(`${client.kind} lets in whom everything was taken from`);
    const before = sessions[at];
    if (!before?.ok) throw new Error(`${client.kind} was never open`);
    await before.session.cut;
  }
  return round;
}

const SPANS = [
  ['sent → answered', ({ answered }: Round) => answered],
  ['sent → all proved: no sign-in, no session', ({ cut }: Round) => cut],
  ['sent → all ended: looked at twice', ({ ended }: Round) => ended],
] as const;

function sectionOf(rounds: readonly Round[]): Section {
  const spans = SPANS.map(([name, of]) => ({ name, values: rounds.map(of) }));
  const at = (values: readonly number[], share: number) => rounded(percentile(values, share));
  return {
    title: 'Taking everything back from one person',
    how:
      `${rounds.length} rounds on the real road. Each time somebody is given ${OF_EACH * 3 + 2} accesses over all services (${OF_EACH} each of files, a database and a mailbox, ` +
      'a licence and the Panel), takes them all up and keeps one session of each kind open; then one act takes everything back, and its page is read every 100 ms until it says that all is over. ' +
      'After that every sign-in must be refused and every session closed, or the round fails.',
    columns: ['span', 'p50 ms', 'p95 ms', 'max ms'],
    rows: spans.map(({ name, values }) => [name, at(values, 0.5), at(values, 0.95), rounded(Math.max(...values))]),
    aims: spans
      .slice(1)
      .map(({ name, values }) => atMost(`20 accesses of one person: ${name}, p95`, AIM_MS, at(values, 0.95), ' ms')),
  };
}
