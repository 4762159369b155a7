import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlImap } from '../support/hosting/imap.ts';
import { anAddress, aUser, grant, type MailBench, mailbox, openMailBench, PASSWORD } from './kit/mail-bench.ts';

let bench: MailBench;
beforeAll(async () => {
  bench = await openMailBench();
});
afterAll(() => bench.close());

async function aGrant() {
  const [address, user] = [anAddress(), aUser()];
  await bench.submit(mailbox(address));
  await bench.submit(grant(user, address, { access: 'read' }));
  return { address, user };
}

describe('a row that somebody changed by hand', () => {
  it.each([
    ['grants', "address = 'inna@sklep.example'"],
    ['grants', "tree = 'inny'"],
    ['grants', "access = 'write'"],
    ['grants', "access = 'wszystko'"],
    ['grants', 'expires = 9999999999'],
    ['grants', "password = '{PLAIN}x'"],
    ['mailboxes', 'active = 0'],
    ['mailboxes', "home = '/inny/' || address || '~1'"],
    ['mailboxes', "tree = 'inny'"],
    ['mailboxes', "password = '{CRYPT}$7$inny'"],
  ])('of %s shows itself in the digest: %s', async (table, change) => {
    const { address, user } = await aGrant();
    const [port, name] = table === 'grants' ? [bench.mail.access, user] : [bench.mail.assets, address];
    const digest = async () => {
      const standing = await port.read(name);
      return standing === null || standing === 'foreign' ? null : standing.digest;
    };
    const before = await digest();
    bench.withDb((db) => db.exec(`UPDATE ${table} SET ${change} WHERE address = '${address}'`));
    expect(await digest()).not.toBe(before);
  });
});

it('reads ten thousand grants at once', async () => {
  const { address, user } = await aGrant();
  bench.withDb((db) =>
    db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO grants SELECT 'kl-wiele-' || i, tree, address, access, password, 2000000000 + i, 1 FROM grants, n WHERE name = '${user}'`),
  );
  const many = (await bench.mail.access.readAll()).filter(({ principal }) => principal.startsWith('kl-wiele-'));
  expect(many).toHaveLength(10_000);
  expect(many.every(({ state }) => state !== null)).toBe(true);
  expect(await bench.mail.access.endExpired(2_000_000_000)).toEqual({ ok: true, ended: 0, next: 2_000_000_001 });
  expect((await curlImap(bench.dovecot, 'kl-wiele-7000', PASSWORD)).code).toBe(0);
  expect((await curlImap(bench.dovecot, address, PASSWORD)).code).toBe(0);
});
