import type { Endpoints, HostAnswer, HostQuestion } from '../../contract/index.ts';
import type { AgentConfig } from '../config.ts';
import type { Services } from '../reconcile/index.ts';
import { keepPrivate } from '../system/files.ts';
import { type DatabaseListing, describeDatabaseEndpoint, examineDatabases, openDatabaseServices } from './database/index.ts';
import { describeDnsEndpoint, examineDns, openDnsService } from './dns/index.ts';
import type { Finding } from './finding.ts';
import { describeEndpoint, examineFtp, FtpService } from './ftp/index.ts';
import { describeMailEndpoint, examineMail, openMailServices } from './mail/index.ts';

/** Everything a host serves, put together from its configuration. */
export type Served = {
  services: Services;
  /** Where people connect to. */
  endpoints(): Endpoints;
  /** What the edge asks and only this host knows. */
  answer(question: HostQuestion): Promise<HostAnswer>;
  close(): Promise<void>;
};

const listing = (listed: DatabaseListing): HostAnswer =>
  listed.ok ? { ok: true, found: { about: 'databases', databases: listed.databases } } : listed;
const notServed: HostAnswer = { ok: false, fault: 'service-unavailable' };

/** Opens the services that a configuration names. A new kind of access is a folder here and a line in each part below. */
export function openServices(config: AgentConfig): Served {
  const ftp = new FtpService(config.ftp);
  keepPrivate(config.ftp.accessDb);
  const databases = config.database && openDatabaseServices(config.database);
  const mail = config.mail && openMailServices(config.mail);
  const dns = config.dns && openDnsService(config.dns);
  return {
    services: {
      ftp,
      ...(databases && { database: databases.access, 'database-asset': databases.assets }),
      ...(mail && { mailbox: mail.access, 'mailbox-asset': mail.assets }),
      ...(dns && { zone: dns.zones }),
    },
    endpoints: () => ({
      ftp: describeEndpoint(config.ftp),
      ...(config.database && { database: describeDatabaseEndpoint(config.database) }),
      ...(config.mail && { mail: describeMailEndpoint(config.mail) }),
      ...(config.dns && { dns: describeDnsEndpoint(config.dns) }),
    }),
    async answer(question) {
      switch (question.about) {
        case 'directories':
          return ftp.directories(question.tree, question.path);
        case 'databases':
          return databases ? listing(await databases.list(question.tree)) : notServed;
        case 'mailboxes':
          return mail?.list(question.tree) ?? notServed;
        case 'zone-keys':
          return dns ? dns.keys(question.zone) : notServed;
      }
    },
    async close() {
      ftp.close();
      mail?.close();
      await databases?.close();
    },
  };
}

/** What `doctor` finds about every service that a configuration names. */
export async function examineServices(config: AgentConfig): Promise<Finding[]> {
  const found = await Promise.all([
    examineFtp(config.ftp),
    config.database ? examineDatabases(config.database) : [],
    config.mail ? examineMail(config.mail) : [],
    config.dns ? examineDns(config.dns) : [],
  ]);
  return found.flat();
}
