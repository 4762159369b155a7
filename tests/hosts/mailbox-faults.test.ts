import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { curlImap, openImap } from '../support/hosting/imap.ts';
import { startDovecot } from '../support/hosting/index.ts';
import { until } from './kit/bench.ts';
import { anAddress, aUser, grant, type MailBench, mailbox, openMailBench, PASSWORD, takenBack } from './kit/mail-bench.ts';

let bench: MailBench;
beforeEach(async () => {
  bench = await openMailBench({ lookEvery: null });
});
afterEach(() => bench.close());

const isIn = async (user: string) => (await curlImap(bench.dovecot, user, PASSWORD)).code === 0;
const restart = () => startDovecot({ dir: bench.dovecot.paths.dir, lookEvery: null });
async function aGrant() {
  const [address, user] = [anAddress(), aUser()];
  await bench.submit(mailbox(address));
  await bench.submit(grant(user, address));
  return { address, user };
}
async function anIdleSession(user: string) {
  const session = await openImap(bench.dovecot, user, PASSWORD);
  await session.say('SELECT INBOX');
  await session.idle();
  return session;
}

describe('a Dovecot that is down', () => {
  it('delays what is granted and what is taken back, and both hold once it is up', async () => {
    const { address, user } = await aGrant();
    const newcomer = aUser();
    await bench.dovecot.kill();
    await bench.submit(grant(newcomer, address), takenBack(user));
    for (const principal of [newcomer, user])
      expect(bench.reports).toContainEqual(expect.objectContaining({ t: 'fail', principal, fault: 'service-unavailable' }));
    const again = await restart();
    try {
      const told = (principal: string, outcome: string) =>
        bench.reported((said) => said.principal === principal && said.t === 'ack' && said.outcome === outcome);
      await told(newcomer, 'present');
      await told(user, 'absent');
      expect(await isIn(newcomer)).toBe(true);
      expect(await isIn(user)).toBe(false);
    } finally {
      await again.stop();
    }
  });

  it('leaves no session behind that a new one does not know', async () => {
    const { user } = await aGrant();
    const session = await anIdleSession(user);
    process.kill(bench.dovecot.pid, 'SIGKILL');
    await until(async () => ((await bench.mail.access.endSessions('kl-nikt')).ok ? null : true));
    expect(session.isOpen(), 'an open session outlives its master').toBe(true);
    const again = await restart();
    try {
      await bench.submit(takenBack(user));
      await session.closed;
      await bench.reported((said) => said.principal === user && said.t === 'ack' && said.outcome === 'absent' && said.late === 1);
    } finally {
      await again.stop();
    }
  });
});

it('notices a mailbox whose mail is gone, says so once, and does not make an empty one instead', async () => {
  const { address } = await aGrant();
  const home = join(bench.dovecot.paths.mailRoot, 'sklep', `${address}~1`);
  await rename(home, `${home}.precz`);
  expect(await bench.mail.assets.displaced()).toEqual([address]);
  expect(await bench.mail.assets.displaced()).toEqual([]);
  await bench.submit(mailbox(address, {}, 2));
  expect(bench.reports.at(-1)).toMatchObject({ t: 'fail', fault: 'mailbox-missing' });
  await rename(`${home}.precz`, home);
  expect(await bench.mail.assets.displaced(), 'it is there again').toEqual([address]);
  await bench.submit(mailbox(address, {}, 2));
  expect(bench.reports.at(-1)).toMatchObject({ t: 'ack', outcome: 'present' });
});
