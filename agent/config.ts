import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { type Identity, identity } from './link/index.ts';
import { readText } from './system/files.ts';

export const VERSION = '0.1.0';

const absolutePath = z.string().refine(isAbsolute, { error: 'musi być pełną ścieżką, od /' });
const port = z.int().min(1).max(65535);
const hostName = z.string().regex(/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/);

export const agentConfig = z.strictObject({
  /** Address of the edge, without a path. */
  url: z.url({ protocol: /^https?$/ }),
  /** Journal and identity live here; readable by root alone. */
  stateDir: absolutePath,
  ftp: z.strictObject({
    /** Each customer's tree is a folder directly below. */
    customersRoot: absolutePath,
    accessDb: absolutePath,
    scoreboard: absolutePath,
    /** What people type to connect. */
    host: z.string().min(1),
    ftpsPort: port,
    sftpPort: port,
    certificate: absolutePath,
    /** The public half (`….pub`). */
    sshHostKey: absolutePath,
    /** For `doctor`, which reads it. */
    daemonConfig: absolutePath.default('/etc/proftpd/proftpd.conf'),
    /** Where `doctor` knocks. */
    listenAddress: z.string().default('127.0.0.1'),
  }),
  database: z
    .strictObject({
      /** The agent signs in here as root, by unix_socket: there is no password. */
      socket: absolutePath,
      /** What database programs connect to. */
      host: z.string().min(1),
      port,
      certificate: absolutePath,
      /** Where phpMyAdmin is, ending in `/`. */
      phpMyAdmin: z
        .url({ protocol: /^https?$/ })
        .endsWith('/')
        .nullable()
        .default(null),
    })
    .optional(),
  mail: z
    .strictObject({
      /** What Dovecot's queries read. */
      mailDb: absolutePath,
      /** Each tree's mailboxes are folders in a folder directly below. */
      mailRoot: absolutePath,
      /** The system user that mail belongs to. */
      uid: z.int().min(1),
      gid: z.int().min(1),
      /** What mail programs connect to. */
      host: z.string().min(1),
      imapsPort: port,
      certificate: absolutePath,
      /** For `doveadm`, and for `doctor`, which reads it. */
      daemonConfig: absolutePath.default('/etc/dovecot/dovecot.conf'),
    })
    .optional(),
  /** The file door for browsers (WebFTP). Without a certificate it must listen on loopback, behind a web server that has one. */
  files: z
    .strictObject({
      /** Where browsers find it; ends without `/`. */
      url: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/')),
      listenAddress: z.string().default('127.0.0.1'),
      port,
      tls: z.strictObject({ certificate: absolutePath, key: absolutePath }).nullable().default(null),
    })
    .refine(({ tls, listenAddress }) => tls !== null || /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(listenAddress))
    .optional(),
  dns: z
    .strictObject({
      /** PowerDNS' own web server. The key travels in the clear, so it must be on loopback. */
      apiUrl: z.url({ protocol: /^http$/, hostname: /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/ }),
      /** The key to it, in a file that only root can read. */
      keyFile: absolutePath,
      /** Names of the servers that answer for the zones, as they stand in NS records; without a dot at the end. */
      nameservers: z.array(hostName).min(1).max(13),
      /** Who looks after the zones, as it stands in SOA records. */
      hostmaster: z.email(),
    })
    .optional(),
});
export type AgentConfig = z.infer<typeof agentConfig>;
export type AgentConfigInput = z.input<typeof agentConfig>;

export type Read<T> = { ok: true; value: T } | { ok: false; why: string };

/** Reads and checks the configuration; says in Polish what is wrong with it. */
export function readConfig(path: string): Read<AgentConfig> {
  return readJson(path, agentConfig, 'Plik konfiguracji');
}

export const identityPath = (config: AgentConfig): string => join(config.stateDir, 'identity.json');
export const journalPath = (config: AgentConfig): string => join(config.stateDir, 'journal.db');
export const fileSocketsPath = (config: AgentConfig): string => join(config.stateDir, 'files');
export const linkStatePath = (config: AgentConfig): string => join(config.stateDir, 'link.json');
export const defaultConfigPath = '/etc/klucznik/agent.json';

export function readIdentity(config: AgentConfig): Read<Identity> {
  return readJson(identityPath(config), identity, 'Plik tożsamości serwera');
}

function readJson<T>(path: string, schema: z.ZodType<T>, name: string): Read<T> {
  const text = readText(path);
  if (text === null) return { ok: false, why: `${name} nie istnieje: ${path}` };
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, value: parsed.data };
    return {
      ok: false,
      why: `${name} ma błędy (${path}): ${parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ')}`,
    };
  } catch {
    return { ok: false, why: `${name} nie jest poprawnym JSON-em: ${path}` };
  }
}
