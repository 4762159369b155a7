import { DEMO_IDS } from '../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { type Stage, signIn as signInToPanel, startStage, visitor } from '../tests/support/stage/index.ts';
import type { Client, OpenClient, Session } from './clients/client.ts';
import { openFtps } from './clients/ftps.ts';
import { openImaps } from './clients/imaps.ts';
import { openMariadb } from './clients/mariadb.ts';
import { invite } from './invite.ts';
import { atMost, type Cell, type Section } from './report.ts';
import { percentile, rounded } from './stats.ts';

const CLIENTS: readonly OpenClient[] = [openFtps, openMariadb, openImaps];
/** Tries before a round counts as broken; each takes tens of milliseconds. */
const MAX_TRIES = 400;

/** One round's spans, in milliseconds from when the request was sent. */
type Round = { claimAnswered: number; signedIn: number; revokeAnswered: number; refused: number; cut: number };
type Ground = { stage: Stage; client: Client; owner: ApiClient };

/** Claim to sign-in and revoke to refusal, on real servers with the real agent; a section for each kind of access. */
export async function measureAccess(dir: string, rounds: number): Promise<Section[]> {
  const stage = await startStage({ dir });
  try {
    const owner = await signInToPanel(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
    const sections: Section[] = [];
    for (const open of CLIENTS) sections.push(await measureKind({ stage, owner, client: open(stage) }, rounds));
    return sections;
  } finally {
    await stage.stop();
  }
}

async function measureKind(ground: Ground, rounds: number): Promise<Section> {
  const measured: Round[] = [];
  // The first one warms everything up and counts for nothing.
  for (let round = -1; round < rounds; round += 1) {
    if (round % 10 === 9) await ground.owner.call('stepUp', { body: { password: DEMO_PASSWORD } });
    const played = await playRound(ground);
    if (round >= 0) measured.push(played);
  }
  return sectionOf(ground.client, measured);
}

async function playRound({ stage, client, owner }: Ground): Promise<Round> {
  const grant = await invite(stage.edge, owner, DEMO_IDS.serviceA, client.spec);
  const claimAt = performance.now();
  const claim = await visitor(stage.edge).call('claimInvitation', {
    body: { token: grant.token, credential: { type: 'password', password: client.password } },
  });
  if (claim.status !== 200) throw new Error(`claiming answered ${claim.status}: ${await claim.text()}`);
  const claimAnswered = performance.now() - claimAt;
  const { connection } = (await claim.json()) as { connection: { user: string } | null };
  const user = connection?.user ?? '';
  const session = await firstSignIn(client, user);
  const signedIn = performance.now() - claimAt;
  return { claimAnswered, signedIn, ...(await takeBack(client, owner, grant.id, user, session)) };
}

async function firstSignIn(client: Client, user: string): Promise<Session> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const tried = await client.signIn(user, client.password);
    if (tried.ok) return tried.session;
  }
  throw new Error('a claimed access never came into force');
}

async function takeBack(client: Client, owner: ApiClient, grantId: string, user: string, session: Session) {
  const revokeAt = performance.now();
  const revoked = owner.call('revokeGrant', { params: { grantId } }).then((response) => {
    if (response.status !== 200) throw new Error(`revoking answered ${response.status}`);
    return performance.now() - revokeAt;
  });
  const cut = session.cut.then((at) => at - revokeAt);
  const refused = firstRefusal(client, user).then((at) => at - revokeAt);
  const [revokeAnswered, refusedAfter, cutAfter] = await Promise.all([revoked, refused, cut]);
  return { revokeAnswered, refused: refusedAfter, cut: cutAfter };
}

/** Signs in again and again until that is refused; gives the moment of the refusal. */
async function firstRefusal(client: Client, user: string): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const tried = await client.signIn(user, client.password);
    if (tried.ok) tried.session.close();
    else if (tried.why === 'refused') return performance.now();
  }
  throw new Error('a revoked access stayed in force');
}

type Span = { name: string; of: (round: Round) => number; aim?: keyof Client['aims'] };
const SPANS: readonly Span[] = [
  { name: 'claim sent → claim answered', of: (round) => round.claimAnswered },
  { name: 'claim sent → first sign-in', of: (round) => round.signedIn, aim: 'inForce' },
  { name: 'claim answered → first sign-in', of: (round) => round.signedIn - round.claimAnswered },
  { name: 'revoke sent → revoke answered', of: (round) => round.revokeAnswered },
  { name: 'revoke sent → sign-in refused', of: (round) => round.refused, aim: 'refused' },
  { name: 'revoke sent → open session cut', of: (round) => round.cut, aim: 'cut' },
];

function sectionOf(client: Client, rounds: readonly Round[]): Section {
  const spans = SPANS.map((span) => ({ ...span, values: rounds.map(span.of) }));
  const row = ({ name, values }: (typeof spans)[number]): Cell[] => [
    name,
    rounded(percentile(values, 0.5)),
    rounded(percentile(values, 0.95)),
    rounded(Math.max(...values)),
  ];
  return {
    title: `From a click to the real server: ${client.service}`,
    how:
      `${rounds.length} rounds on the real road: workerd, the agent, the real daemon. Each round claims a fresh invitation with a password ` +
      'and signs in again and again, one whole sign-in after another (in this process), until the server says yes; ' +
      'then revokes while one session is open and others keep signing in, until no and until the open one is cut. All from the moment the request is sent.',
    columns: ['span', 'p50 ms', 'p95 ms', 'max ms'],
    rows: spans.map(row),
    aims: spans.flatMap(({ name, aim, values }) =>
      aim === undefined
        ? []
        : [atMost(`${client.kind}: ${name}, p95`, client.aims[aim], rounded(percentile(values, 0.95)), ' ms')],
    ),
  };
}
