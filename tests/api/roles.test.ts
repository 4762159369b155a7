import { beforeAll, describe, expect, test } from 'vitest';
import { type Access, type Problem, ROUTE_NAMES, type RouteName, routeFacts } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { everybody, IDS, plantEverybody, restore, WHO, type Who } from './roles-setting.ts';
import { callOf, isUnsafe, WITH_FOREIGN_IDS } from './samples.ts';

/*
 * Who gets how far at every route, made from the route table: each cell of route × role is tried. A route that is added to
 * the contract has its row here at once; what its things let others do besides stands below, by the part of the API it is in.
 */

/** `in`: past every check of who asks, whatever the act then comes to. The others are refusals as HTTP has them. */
type Cell = 'in' | 401 | 403 | 404;

const ROLES: Partial<Record<Who, 'owner' | 'administrator' | 'user'>> = {
  owner: 'owner',
  administrator: 'administrator',
  user: 'user',
  seatAdministrator: 'user',
  delegate: 'owner',
  stranger: 'owner',
};

/** What the door of a route says, before anything is looked at. */
function door(access: Access, who: Who): Cell {
  if (access.who === 'anyone') return 'in';
  if (who === 'nobody') return 401;
  if (access.who === 'signed-in') return 'in';
  if (access.who === 'staff') return access.roles.some((role) => role === who) ? 'in' : 403;
  const role = ROLES[who];
  return role && access.roles.includes(role) ? 'in' : 403;
}

const MEMBERS: Who[] = ['owner', 'administrator', 'user', 'seatAdministrator'];
const inside =
  (...who: Who[]) =>
  (one: Who): Cell =>
    who.includes(one) ? 'in' : 404;
const ofAccount = inside(...MEMBERS);
/** Whose the thing is that a route is told the id of, by the beginning of its path; the first that fits. */
const THINGS: [path: string, whose: (who: Who) => Cell][] = [
  ['/licences/{serviceId}', inside('owner', 'administrator', 'seatAdministrator')],
  ['/domains/{serviceId}/delegation', inside('owner', 'administrator')],
  ['/domains/{serviceId}/zone', inside('owner', 'administrator', 'delegate')],
  ['/delegations/{grantId}', inside('delegate')],
  ['/cessions/{cessionId}', inside('owner')],
  // Nobody else has opened it; and whoever sees no services names none.
  ['/cases', inside('owner', 'administrator')],
];

function expected(name: RouteName, who: Who): Cell {
  const { access, path } = routeFacts(name);
  const first = door(access, who);
  // The provider's own people look, and change nothing of a customer's.
  const staff = who === 'support' || who === 'operator';
  if (staff && access.who === 'signed-in' && isUnsafe(name) && name !== 'stepUp') return 403;
  if (first !== 'in' || access.who === 'staff' || !WITH_FOREIGN_IDS.includes(name)) return first;
  return (THINGS.find(([begins]) => path.startsWith(begins))?.[1] ?? ofAccount)(who);
}

const DOORS: Record<string, Cell> = {
  'not-signed-in': 401,
  'no-account': 403,
  'role-too-low': 403,
  'step-up-required': 403,
  'not-found': 404,
};

async function tried(client: ApiClient, name: RouteName): Promise<Cell> {
  const response = await client.call(name, callOf(name, IDS));
  if (response.ok) {
    await response.text();
    return 'in';
  }
  const { code } = (await response.json<Problem>()).error;
  expect(code, `${name} fails`).not.toBe('internal');
  return DOORS[code] ?? 'in';
}

let people: Awaited<ReturnType<typeof everybody>>;
beforeAll(async () => {
  await plantEverybody();
  people = await everybody();
});

/** Reading and being refused change nothing, so only another's act is undone before the next call. */
let changed = true;
async function rowOf(name: RouteName): Promise<Record<Who, Cell>> {
  const cells: [Who, Cell][] = [];
  for (const who of WHO) {
    if (changed) await restore();
    const cell = await tried(people[who].client(), name);
    cells.push([who, cell]);
    changed = isUnsafe(name) && cell === 'in';
  }
  return Object.fromEntries(cells) as Record<Who, Cell>;
}

describe('each role gets as far as the contract says at', () => {
  test.each(ROUTE_NAMES)(
    '%s',
    async (name) => {
      expect(await rowOf(name)).toEqual(Object.fromEntries(WHO.map((who) => [who, expected(name, who)])));
    },
    120_000,
  );
});

test('the table would show a role that got too far', async () => {
  const row = await rowOf('listPanelUsers');
  expect(row).toMatchObject({ administrator: 'in', user: 403, suspended: 403, expired: 403, support: 403, nobody: 401 });
});
