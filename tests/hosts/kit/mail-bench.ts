import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Journal } from '../../../agent/journal/index.ts';
import { Reconciler, type Report, type Services, systemClock } from '../../../agent/reconcile/index.ts';
import { type MailServices, openMailServices } from '../../../agent/services/mail/index.ts';
import type { DesiredItem, MailboxAssetDesired, MailboxDesired } from '../../../contract/index.ts';
import { MAIL_UID } from '../../support/hosting/dovecot-config.ts';
import { cryptScrypt, type Dovecot, type DovecotOptions, startDovecot } from '../../support/hosting/index.ts';
import { until } from './bench.ts';

export const PASSWORD = 'tajne Hasło "1"';
export const OTHER_PASSWORD = 'nowe-Hasło-2';

/** A mail server with the agent's own reconciler beside it, and no edge. */
export type MailBench = {
  dovecot: Dovecot;
  mail: MailServices;
  reports: Report[];
  submit(...items: DesiredItem[]): Promise<void>;
  reported(matches: (report: Report) => boolean): Promise<Report>;
  /** mail.db as another program sees it. */
  withDb<T>(use: (db: DatabaseSync) => T): T;
  close(): Promise<void>;
};

export async function openMailBench(options: Omit<DovecotOptions, 'dir'> = {}): Promise<MailBench> {
  const dir = await mkdtemp(join(tmpdir(), 'klucznik-mail-'));
  const dovecot = await startDovecot({ dir, ...options });
  const { mailDb, mailRoot, conf: daemonConfig } = dovecot.paths;
  const mail = openMailServices({ mailDb, mailRoot, daemonConfig, uid: MAIL_UID, gid: MAIL_UID });
  const journal = new Journal(':memory:');
  const reports: Report[] = [];
  const services = { mailbox: mail.access, 'mailbox-asset': mail.assets } as Services;
  const report = (said: Report) => reports.push(said) > 0;
  const reconciler = new Reconciler({ services, journal, clock: systemClock, report });
  return {
    dovecot,
    mail,
    reports,
    async submit(...items) {
      reconciler.submit(items);
      await reconciler.settled();
    },
    reported: (matches) => until(() => reports.find(matches) ?? null),
    withDb(use) {
      const db = new DatabaseSync(mailDb);
      try {
        return use(db);
      } finally {
        db.close();
      }
    },
    async close() {
      reconciler.stop();
      await reconciler.settled();
      journal.close();
      mail.close();
      await dovecot.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const HASHES = new Map<string, string>();
/** A wanted password with its hash, as it travels the first time. */
export function aPassword(password: string) {
  const hash = HASHES.get(password) ?? cryptScrypt(password);
  HASHES.set(password, hash);
  return { hash, print: createHash('sha256').update(hash).digest('hex') };
}

let names = 0;
/** An address and a principal that no test has used. */
export const anAddress = (): string => `biuro${++names}@sklep.example`;
export const aUser = (): string => `kl-poczta-${++names}`;

export const mailbox = (address: string, change: Partial<MailboxAssetDesired> = {}, gen = 1): DesiredItem => ({
  kind: 'mailbox-asset',
  principal: address,
  gen,
  state: { tree: 'sklep', active: true, password: aPassword(PASSWORD), ...change },
});
export const purged = (address: string, gen = 2): DesiredItem => ({
  kind: 'mailbox-asset',
  principal: address,
  gen,
  state: null,
});

export const grant = (user: string, address: string, change: Partial<MailboxDesired> = {}, gen = 1): DesiredItem => ({
  kind: 'mailbox',
  principal: user,
  gen,
  state: { tree: 'sklep', address, access: 'write', notAfter: null, password: aPassword(PASSWORD), ...change },
});
export const takenBack = (user: string, gen = 2): DesiredItem => ({ kind: 'mailbox', principal: user, gen, state: null });

export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
export const MESSAGE = 'From: Jan <jan@example.pl>\r\nTo: biuro\r\nSubject: Faktura\r\n\r\nTreść listu.\r\n';
