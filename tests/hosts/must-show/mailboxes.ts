import { expect, test } from 'vitest';
import { active, becomes, type Given, revoke } from '../../faults/kit/acts.ts';
import { isCut, startWork } from '../../faults/kit/sessions.ts';
import { hostIs, type World } from '../../faults/kit/world.ts';
import { curlImap, type ImapWish, signsInToMailbox } from '../../support/programs/index.ts';
import { waitFor } from '../../support/stage/index.ts';

/** One mailbox, with `curl imaps://`. */
export function mailboxes(world: () => World): void {
  const daemon = () => {
    const { dovecot } = world().hosting;
    if (!dovecot) throw new Error('this hosting server has no Dovecot');
    return dovecot;
  };
  const server = () => ({ imapsPort: daemon().imapsPort, certificate: daemon().paths.certificate });
  const curl = ({ user, password }: Pick<Given, 'user' | 'password'>, wish: ImapWish = {}) =>
    curlImap(server(), user, password, wish);
  const office = (access: 'read' | 'write') => ({ kind: 'mailbox', address: 'biuro@zielnik.example', access }) as const;
  const FIRST = { folder: 'INBOX;MAILINDEX=1' };

  test('opens to curl imaps:// under a name of their own, and no other mailbox does', async () => {
    expect(await signsInToMailbox(server(), 'nikt-taki', 'x')).toBe('refused');
    const grant = await active(world(), { spec: office('read') });
    expect((await curl(grant, FIRST)).stdout).toContain('lubczyk');
    expect(await signsInToMailbox(server(), grant.user, 'inne')).toBe('refused');
    for (const address of ['biuro@zielnik.example', 'sklep@zielnik.example'])
      expect(await signsInToMailbox(server(), address, grant.password), address).toBe('refused');
    const folders = (await curl(grant)).stdout;
    expect(folders).toContain('INBOX');
    expect(folders).not.toMatch(/sklep|shared|user/i);
    for (const folder of ['sklep@zielnik.example', 'user%2Fsklep@zielnik.example', '..%2Fsklep@zielnik.example~1%2FMaildir'])
      expect((await curl(grant, { folder: `${folder};MAILINDEX=1` })).stdout, folder).toBe('');
  });

  test('to read only, refuses every change and leaves unread what was unread; to write, does not', async () => {
    const [reader, writer] = [await active(world(), { spec: office('read') }), await active(world(), { spec: office('write') })];
    const flags = async () => (await curl(reader, { folder: 'INBOX', request: 'FETCH 1 FLAGS' })).stdout;
    const before = await flags();
    expect(before).not.toContain('Seen');
    expect((await curl(reader, FIRST)).stdout).toContain('lubczyk');
    const change = { folder: 'INBOX', request: 'STORE 1 +FLAGS (\\Flagged)' };
    for (const wish of [
      change,
      { request: 'CREATE Nowy' },
      { folder: 'INBOX', request: 'COPY 1 Sent' },
      { request: 'DELETE Sent' },
    ])
      expect([wish.request, (await curl(reader, wish)).stdout.includes('Flagged')]).toEqual([wish.request, false]);
    expect(await flags()).toBe(before);
    await curl(writer, change);
    expect(await flags()).toContain('Flagged');
  });

  test('taken back: an IDLE in an open session ends, and the next sign-in is refused', async () => {
    const grant = await active(world(), { spec: office('read') });
    const session = await startWork(grant);
    await daemon().deliver('biuro@zielnik.example', 'Subject: Nowa\r\n\r\nDzień dobry.\r\n');
    await waitFor('the news', async () => (await session.done()) > 0);
    await revoke(world(), grant);
    await isCut(session);
    expect(await grant.program.signIn()).toBe('refused');
    await becomes(world(), grant, 'ended');
  });

  test('past its end with the agent stopped: an IDLE in an open session ends, and the next sign-in is refused', async () => {
    const notAfter = (Math.floor(Date.now() / 1000) + 8) * 1000;
    const grant = await active(world(), { spec: office('write'), notAfter });
    const session = await startWork(grant);
    await world().agent.stop();
    await isCut(session);
    expect(Date.now()).toBeGreaterThanOrEqual(notAfter);
    expect(await grant.program.signIn()).toBe('refused');
    await world().agent.restart();
    await hostIs(world().edge, 'online');
    await becomes(world(), grant, 'ended');
  });
}
