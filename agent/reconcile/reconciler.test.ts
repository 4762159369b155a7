import { describe, expect, it } from 'vitest';
import { type DesiredItem, type FtpDesired, KINDS, sha256Hex } from '../../contract/index.ts';
import { Journal, type Step } from '../journal/index.ts';
import { type Outcome, Reconciler, type Report, type ServicePort, type Standing } from './index.ts';

const state: FtpDesired = {
  tree: 'sklep',
  directory: '/a',
  access: 'write',
  notAfter: null,
  password: null,
  keys: ['ssh-ed25519 AAAA'],
};
const present = (gen: number, change: Partial<FtpDesired> = {}, principal = 'kl-jan'): DesiredItem => ({
  kind: 'ftp',
  principal,
  gen,
  state: { ...state, ...change },
});
const absent = (gen: number, principal = 'kl-jan'): DesiredItem => ({ kind: 'ftp', principal, gen, state: null });
const OK: Outcome = { ok: true };

/** A service in memory; `answers` lets a test refuse what is to be applied. */
function aHost(answers: { apply?: (principal: string) => Outcome; onStep?: (step: Step) => void } = {}) {
  const rows = new Map<string, Standing>();
  const sessions = new Map<string, number>();
  const calls: string[] = [];
  const ftp: ServicePort = {
    read: async (principal) => rows.get(principal) ?? null,
    readAll: async () => [...rows.values()],
    async apply(principal, gen, wanted) {
      calls.push(`apply ${principal} ${gen}`);
      const answer = answers.apply?.(principal) ?? OK;
      if (answer.ok)
        rows.set(principal, { principal, gen, state: wanted, digest: await sha256Hex(KINDS.ftp.digestInput(wanted)) });
      return answer;
    },
    async remove(principal) {
      calls.push(`remove ${principal}`);
      rows.delete(principal);
      return OK;
    },
    async endSessions(principal) {
      const ended = sessions.get(principal) ?? 0;
      sessions.delete(principal);
      return { ok: true, ended };
    },
    endExpired: async () => ({ ok: true, ended: 0, next: null }),
    displaced: async () => [],
  };
  const reports: Report[] = [];
  const timers: { ms: number; work: () => void }[] = [];
  const clock = {
    now: () => 0,
    after: (ms: number, work: () => void) => {
      const timer = { ms, work };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const journal = new Journal(':memory:', answers.onStep);
  const restarted = () => new Reconciler({ services: { ftp }, journal, clock, report: (report) => reports.push(report) > 0 });
  const reconciler = restarted();
  const submit = async (...items: DesiredItem[]) => {
    reconciler.submit(items);
    await reconciler.settled();
  };
  const fire = async () => {
    timers.shift()?.work();
    await reconciler.settled();
  };
  return { rows, sessions, calls, reports, timers, submit, fire, restarted };
}

describe('the reconciler', () => {
  it('tells of two looks at an absence, the second after two seconds, with what it had to end', async () => {
    const host = aHost();
    await host.submit(present(1));
    host.sessions.set('kl-jan', 2);
    await host.submit(absent(2));
    expect(host.reports.at(-1)).toMatchObject({ outcome: 'absent', look: 1, late: 2 });
    expect(host.timers[0]?.ms).toBeGreaterThanOrEqual(2000);
    host.sessions.set('kl-jan', 1);
    await host.fire();
    expect(host.reports.at(-1)).toMatchObject({ outcome: 'absent', look: 2, late: 1 });
  });

  it('does not put the second look off when the absence is repeated', async () => {
    const host = aHost();
    await host.submit(absent(1));
    await host.submit(absent(1));
    await host.submit(absent(1));
    expect(host.timers).toHaveLength(1);
  });

  it('takes away before it gives', async () => {
    const host = aHost();
    await host.submit(present(1, {}, 'kl-ewa'), absent(1, 'kl-jan'));
    expect(host.calls).toEqual(['remove kl-jan', 'apply kl-ewa 1']);
  });

  it('does only the newest of what came together, and nothing of what is older', async () => {
    const host = aHost();
    await host.submit(present(3), present(2), present(1));
    expect(host.calls).toEqual(['apply kl-jan 3']);
  });

  it('tries a temporary fault again, while others go their way', async () => {
    let refusals = 2;
    const host = aHost({
      apply: (principal) => (principal === 'kl-jan' && refusals-- > 0 ? { ok: false, fault: 'disk-full' } : OK),
    });
    await host.submit(present(1), present(1, {}, 'kl-ewa'));
    expect(host.reports.map(({ t, principal }) => `${t} ${principal}`).sort()).toEqual(['ack kl-ewa', 'fail kl-jan']);
    await host.fire();
    await host.fire();
    expect(host.reports.at(-1)).toMatchObject({ t: 'ack', principal: 'kl-jan' });
  });

  it('keeps trying a newer change when an older message comes in between', async () => {
    let refusals = 1;
    const host = aHost({ apply: () => (refusals-- > 0 ? { ok: false, fault: 'disk-full' } : OK) });
    await host.submit(present(2));
    await host.submit(present(1));
    await host.fire();
    expect(host.rows.get('kl-jan')?.gen).toBe(2);
  });

  it('says a permanent fault once and tries no more', async () => {
    const host = aHost({ apply: () => ({ ok: false, fault: 'directory-missing' }) });
    await host.submit(present(1));
    expect(host.reports).toEqual([{ t: 'fail', kind: 'ftp', principal: 'kl-jan', gen: 1, fault: 'directory-missing' }]);
    expect(host.timers).toEqual([]);
  });

  it('closes the wider access when a narrowing cannot be made', async () => {
    let refuse = false;
    const host = aHost({ apply: () => (refuse ? { ok: false, fault: 'directory-missing' } : OK) });
    await host.submit(present(1));
    refuse = true;
    await host.submit(present(2, { directory: '/a/b' }));
    expect(host.rows.size).toBe(0);
  });

  it('ends the sessions a narrowing owes even when it was killed between writing and ending them', async () => {
    let killed = false;
    const host = aHost({
      onStep: (step) => {
        if (killed && step === 'applied') {
          killed = false;
          throw new Error('killed');
        }
      },
    });
    await host.submit(present(1));
    host.sessions.set('kl-jan', 1);
    killed = true;
    await host.submit(present(2, { access: 'read' }));
    expect(host.sessions.get('kl-jan')).toBe(1);
    const again = host.restarted();
    again.resume();
    await again.settled();
    expect(host.sessions.size).toBe(0);
    expect(host.reports.at(-1)).toMatchObject({ t: 'ack', gen: 2 });
  });
});
