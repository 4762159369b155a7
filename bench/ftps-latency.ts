import { readFileSync } from 'node:fs';
import { DEMO_IDS } from '../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { type Stage, signIn as signInToPanel, startStage, visitor } from '../tests/support/stage/index.ts';
import { type FtpServer, type FtpSession, signIn } from './ftps-control.ts';
import { invite } from './invite.ts';
import { atMost, type Cell, type Section } from './report.ts';
import { percentile, rounded } from './stats.ts';

const PASSWORD = 'xV7-kq2P-mm4t-Zb9w-Hd3s';
/** Tries before a round counts as broken; each takes tens of milliseconds. */
const MAX_TRIES = 200;

/** One round's spans, in milliseconds from when the request was sent. */
type Round = { claimAnswered: number; signedIn: number; revokeAnswered: number; refused: number; cut: number };
type Ground = { stage: Stage; server: FtpServer; owner: ApiClient };

/** Claim to sign-in and revoke to refusal, on a real ProFTPD with the real agent. */
export async function measureFtps(dir: string, rounds: number): Promise<Section> {
  const stage = await startStage({ dir });
  try {
    const server = serverOf(stage);
    const owner = await signInToPanel(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
    const ground = { stage, server, owner };
    await playRound(ground); // The first one warms everything up and counts for nothing.
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      if (round % 10 === 9) await owner.call('stepUp', { body: { password: DEMO_PASSWORD } });
      measured.push(await playRound(ground));
    }
    return sectionOf(measured);
  } finally {
    await stage.stop();
  }
}

function serverOf({ hosting }: Stage): FtpServer {
  if (!hosting) throw new Error('the stage has no hosting server');
  return { host: hosting.host, port: hosting.ports.ftps, certificate: readFileSync(hosting.paths.certificate) };
}

async function playRound({ stage, server, owner }: Ground): Promise<Round> {
  const grant = await invite(stage.edge, owner, DEMO_IDS.serviceA);
  const claimAt = performance.now();
  const claim = await visitor(stage.edge).call('claimInvitation', {
    body: { token: grant.token, credential: { type: 'password', password: PASSWORD } },
  });
  if (claim.status !== 200) throw new Error(`claiming answered ${claim.status}: ${await claim.text()}`);
  const claimAnswered = performance.now() - claimAt;
  const { connection } = (await claim.json()) as { connection: { user: string } | null };
  const user = connection?.user ?? '';
  const session = await firstSignIn(server, user);
  const signedIn = performance.now() - claimAt;
  return { claimAnswered, signedIn, ...(await takeBack(server, owner, grant.id, user, session)) };
}

async function firstSignIn(server: FtpServer, user: string): Promise<FtpSession> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const tried = await signIn(server, user, PASSWORD);
    if (tried.ok) return tried.session;
  }
  throw new Error('a claimed access never came into force');
}

async function takeBack(server: FtpServer, owner: ApiClient, grantId: string, user: string, session: FtpSession) {
  const revokeAt = performance.now();
  const revoked = owner.call('revokeGrant', { params: { grantId } }).then((response) => {
    if (response.status !== 200) throw new Error(`revoking answered ${response.status}`);
    return performance.now() - revokeAt;
  });
  const cut = session.cut.then((at) => at - revokeAt);
  const refused = firstRefusal(server, user).then((at) => at - revokeAt);
  const [revokeAnswered, refusedAfter, cutAfter] = await Promise.all([revoked, refused, cut]);
  return { revokeAnswered, refused: refusedAfter, cut: cutAfter };
}

/** Signs in again and again until that is refused; gives the moment of the refusal. */
async function firstRefusal(server: FtpServer, user: string): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const tried = await signIn(server, user, PASSWORD);
    if (tried.ok) tried.session.close();
    else if (tried.why === 'refused') return performance.now();
  }
  throw new Error('a revoked access stayed in force');
}

const SPANS: readonly { name: string; of: (round: Round) => number; aimMs?: number }[] = [
  { name: 'claim sent → claim answered', of: (round) => round.claimAnswered },
  { name: 'claim sent → first sign-in', of: (round) => round.signedIn, aimMs: 300 },
  { name: 'claim answered → first sign-in', of: (round) => round.signedIn - round.claimAnswered },
  { name: 'revoke sent → revoke answered', of: (round) => round.revokeAnswered },
  { name: 'revoke sent → sign-in refused', of: (round) => round.refused, aimMs: 300 },
  { name: 'revoke sent → open session cut', of: (round) => round.cut, aimMs: 1500 },
];

function sectionOf(rounds: readonly Round[]): Section {
  const spans = SPANS.map((span) => ({ ...span, values: rounds.map(span.of) }));
  const row = ({ name, values }: (typeof spans)[number]): Cell[] => [
    name,
    rounded(percentile(values, 0.5)),
    rounded(percentile(values, 0.95)),
    rounded(Math.max(...values)),
  ];
  return {
    title: 'From a click to the real server',
    how:
      `${rounds.length} rounds on the real road: workerd, the agent, ProFTPD over FTPS. Each round claims a fresh invitation with a password ` +
      'and signs in again and again, one whole sign-in after another (connection, AUTH TLS, USER, PASS, in this process), until the server says 230; ' +
      'then revokes while one session is open and others keep signing in, until 530 and until the open one is cut. All from the moment the request is sent.',
    columns: ['span', 'p50 ms', 'p95 ms', 'max ms'],
    rows: spans.map(row),
    aims: spans.flatMap(({ name, aimMs, values }) =>
      aimMs === undefined ? [] : [atMost(`${name}, p95`, aimMs, rounded(percentile(values, 0.95)), ' ms')],
    ),
  };
}
