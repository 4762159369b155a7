import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type FileTicket, fileTicket, problem, TICKET_MS } from '../../../contract/index.ts';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import { hostIs } from '../../faults/kit/world.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { signIn, visitor, waitFor } from '../../support/stage/index.ts';
import { actor } from '../kit/file-acts.ts';
import { askDoor, type DoorClient, mintTicket } from '../kit/file-door.ts';
import { outcome } from '../kit/uploads.ts';
import type { Webftp } from './webftp.ts';
import { changesOf, readingOf, tried } from './webftp-requests.ts';

const FILE = '/public_html/blog/wpis.html';
const signed = (person: { email: string }, { world }: Webftp) => signIn(world.edge, person.email, DEMO_PASSWORD);

/** Who is given a ticket, and what one that is not as the edge made it opens: nothing. */
export function tickets(webftp: () => Webftp): void {
  const bearer = (ticket: string): DoorClient => ({
    mint: () => ticket,
    ask: (path, { ticket: shown = ticket, ...options } = {}) => askDoor(webftp().url, path, shown, options),
  });
  const reads = async (ticket: string, at = FILE) => outcome(await bearer(ticket).ask(`/content?${new URLSearchParams({ at })}`));
  const only = (came: Record<string, string>) => [...new Set(Object.values(came))];
  const looks = async () => Promise.all(['zielnik', 'zielnik-test', 'warsztat'].map((tree) => webftp().look(tree)));
  const refusedEverywhere = async (ticket: string) => {
    const before = await looks();
    expect(only(await tried(bearer(ticket), [...readingOf(FILE), ...changesOf(FILE)]))).toEqual(['401 ticket-refused']);
    expect(await looks()).toEqual(before);
  };

  test("is given to an account's owner and administrators, to nobody else", async () => {
    const refusal = async (by: ApiClient, serviceId: string = DEMO_IDS.serviceA) => {
      const answer = await webftp().pass({ by, serviceId, right: 'read' });
      return answer.ok ? 'given' : `${answer.status} ${problem.parse(await answer.json()).error.code}`;
    };
    const user = await signed(PEOPLE.inBoth, webftp());
    expect((await user.call('chooseAccount', { body: { accountId: DEMO_IDS.accountB } })).status).toBe(200);
    expect({
      administrator: await refusal(await signed(PEOPLE.administratorA, webftp())),
      'user of the other account': await refusal(user, DEMO_IDS.serviceB),
      'owner of the other account': await refusal(await signed(PEOPLE.ownerB, webftp())),
      support: await refusal(await signed(PEOPLE.support, webftp())),
      operator: await refusal(await signed(PEOPLE.operator, webftp())),
      nobody: await refusal(visitor(webftp().world.edge)),
      'of a service that has no files': await refusal(webftp().world.owner, DEMO_IDS.officeA),
    }).toEqual({
      administrator: 'given',
      'user of the other account': '403 role-too-low',
      'owner of the other account': '404 not-found',
      support: '403 no-account',
      operator: '403 no-account',
      nobody: '401 not-signed-in',
      'of a service that has no files': '404 not-found',
    });
  });

  test('that is forged opens nothing', async () => {
    const good = await webftp().ticket();
    expect(await reads(good)).toBe('200');
    await refusedEverywhere(`${good.split('.')[0]}.${randomBytes(32).toString('base64url')}`);
    const strange = randomBytes(32).toString('base64url');
    const { host, accountA } = DEMO_IDS;
    await refusedEverywhere(mintTicket(strange, { host, account: accountA, tree: 'zielnik' }));
    await refusedEverywhere('');
  });

  test('that has run out, or says that it never does, opens nothing', async () => {
    const issuedAt = Date.now() - TICKET_MS - 5000;
    expect(await reads(webftp().forge({})), 'the overheard key').toBe('200');
    await refusedEverywhere(webftp().forge({ issuedAt, notAfter: issuedAt + TICKET_MS }));
    await refusedEverywhere(webftp().forge({ notAfter: Date.now() + 10 * TICKET_MS }));
  });

  test("that is another host's opens nothing", async () => {
    await refusedEverywhere(webftp().forge({ host: 'inny-serwer' }));
  });

  test("that is another account's opens that one's files alone", async () => {
    const theirs = await webftp().ticket({ by: await signed(PEOPLE.ownerB, webftp()), serviceId: DEMO_IDS.serviceB });
    const acts = actor(await webftp().client());
    expect(await acts.folder('/tylko-zielnik')).toBe('201');
    const before = [await webftp().look('zielnik'), await acts.binned()];
    const at = '/tylko-zielnik';
    expect(only(await tried(bearer(theirs), readingOf(at)))).toEqual(['404 missing']);
    expect((await actor(bearer(theirs)).bin(at)).came).toBe('404 missing');
    expect([await webftp().look('zielnik'), await acts.binned()]).toEqual(before);
  });

  test('that was widened opens nothing', async () => {
    const narrow = await webftp().ticket({ path: '/public_html/sklep', right: 'read' });
    const [said = '', signature = ''] = narrow.split('.');
    const words = fileTicket.parse(JSON.parse(Buffer.from(said, 'base64url').toString()));
    const widened: Partial<FileTicket>[] = [
      { path: '/' },
      { right: 'write' },
      { tree: 'warsztat' },
      { account: DEMO_IDS.accountB },
      { notAfter: words.notAfter + 1 },
      { issuedAt: words.issuedAt + 1 },
      { path: '/', right: 'write', tree: 'warsztat' },
    ];
    for (const change of widened)
      await refusedEverywhere(`${Buffer.from(JSON.stringify({ ...words, ...change })).toString('base64url')}.${signature}`);
  });

  test('to one directory opens nothing above or beside it, not by half of a move either', async () => {
    const acts = actor(await webftp().client());
    expect(await acts.folder('/public_html/sklep2')).toBe('201');
    expect((await acts.bin('/public_html/sklep2')).came).toBe('done');
    const [binned] = await acts.binned();
    const before = await looks();
    const narrow = bearer(await webftp().ticket({ path: '/public_html/sklep' }));
    expect(only(await tried(narrow, readingOf('/')))).toEqual(['403 outside-ticket']);
    for (const at of ['/public_html', '/public_html/sklep2', '/public_html/skle', FILE]) {
      const came = await tried(narrow, [...readingOf(at), ...changesOf(at, '/public_html/sklep/index.php')]);
      expect([at, only(came)]).toEqual([at, ['403 outside-ticket']]);
    }
    expect(await reads(narrow.mint(), '/public_html/sklep/index.php')).toBe('200');
    expect(await actor(narrow).binned()).toEqual([]);
    expect(await actor(narrow).restore(binned?.id ?? '')).toBe('404 missing');
    expect(await actor(narrow).destroy(binned?.id ?? '')).toBe('404 missing');
    expect(await looks()).toEqual(before);
    expect((await acts.empty()).came).toBe('done');
  });

  test('to read changes nothing', async () => {
    const before = await looks();
    const reader = bearer(await webftp().ticket({ right: 'read' }));
    expect(only(await tried(reader, changesOf('/public_html/blog')))).toEqual(['403 read-only']);
    expect((await actor(reader).empty()).came).toBe('403 read-only');
    expect(await reads(reader.mint())).toBe('200');
    expect(await looks()).toEqual(before);
  });

  test("counts no longer once somebody's role in the account was changed, and whoever may still gets a new one", async () => {
    const { world, ticket } = webftp();
    const administrator = await signed(PEOPLE.inBoth, webftp());
    expect((await administrator.call('chooseAccount', { body: { accountId: DEMO_IDS.accountA } })).status).toBe(200);
    const old = await ticket({ by: administrator });
    expect(await reads(old)).toBe('200');
    await world.owner.call('stepUp', { body: { password: DEMO_PASSWORD } });
    const changed = await world.owner.call('changeMemberRole', { params: { userId: 'demo-inBoth' }, body: { role: 'user' } });
    expect(changed.status).toBe(200);
    await waitFor('the old ticket to be refused', async () => (await reads(old)) === '401 ticket-refused');
    await refusedEverywhere(old);
    expect((await webftp().pass({ by: administrator })).status).toBe(403);
    expect(await reads(await ticket())).toBe('200');
  });

  test('of the link before counts when the link was only broken, and not once the agent was started anew', async () => {
    const { world, ticket, cutLink } = webftp();
    const [old, key] = [await ticket(), webftp().key()];
    cutLink();
    await waitFor('another key', () => webftp().key() !== key, { ms: 15_000 });
    expect(await reads(old)).toBe('200');
    await world.agent.kill();
    await world.agent.restart();
    await hostIs(world.edge, 'online');
    await waitFor('the door', async () => (await reads(await ticket()).catch(() => '')) === '200');
    await refusedEverywhere(old);
  });
}
