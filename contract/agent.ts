import { z } from 'zod';
import { ticketKey } from './files/index.ts';
import {
  databaseAssetDesired,
  databaseDesired,
  domainName,
  ftpDesired,
  isAssetKind,
  KINDS,
  type Kind,
  kind,
  mailboxAssetDesired,
  mailboxDesired,
  treePath,
  zoneDesired,
} from './kinds/index.ts';

/**
 * What the worker and a host's agent say to each other over one WebSocket.
 *
 * Every message about a resource carries its whole wanted state and its `gen` (level-triggered):
 * it can be lost, repeated or reordered, and the highest gen wins. Absence is always said in
 * words (`state: null`); a resource that is not mentioned is never touched.
 */

const nonce = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** `kind/principal` names one resource on a host; each kind says what a wanted one may be called. */
const principal = z.string().min(1).max(254);
const gen = z.int().min(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One resource as it should be. `state: null` says it must not exist. */
export const desiredItem = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ftp'), principal, gen, state: ftpDesired.nullable() }),
    z.strictObject({ kind: z.literal('database'), principal, gen, state: databaseDesired.nullable() }),
    z.strictObject({ kind: z.literal('mailbox'), principal, gen, state: mailboxDesired.nullable() }),
    z.strictObject({ kind: z.literal('database-asset'), principal, gen, state: databaseAssetDesired.nullable() }),
    z.strictObject({ kind: z.literal('mailbox-asset'), principal, gen, state: mailboxAssetDesired.nullable() }),
    z.strictObject({ kind: z.literal('zone'), principal, gen, state: zoneDesired.nullable() }),
  ])
  .refine((item) => KINDS[item.kind].principal.safeParse(item.principal).success);
export type DesiredItem = z.infer<typeof desiredItem>;

/** Access goes before what it opened, and comes after what it opens. */
const turnOf = (kind: Kind, isWanted: boolean) => (isWanted ? (isAssetKind(kind) ? 2 : 3) : isAssetKind(kind) ? 1 : 0);

/** Resources in the order in which a host is told of them and takes them up: removals first, and nothing before what it stands on. */
export const inTurn = <T extends { kind: Kind }>(items: readonly T[], isWanted: (item: T) => boolean): T[] =>
  items.toSorted((a, b) => turnOf(a.kind, isWanted(a)) - turnOf(b.kind, isWanted(b)));

/** One resource as it is, read from the service itself and not from the journal. `digest: null`: it is gone, and `gen` is the last one applied. */
export const inventoryItem = z.strictObject({ kind, principal, gen: z.int().min(0), digest: digest.nullable() });
export type InventoryItem = z.infer<typeof inventoryItem>;

/** Why a host could not apply a state. `permanent` ones will not heal by trying again. */
export const APPLY_FAULTS = {
  'directory-missing': { permanent: true },
  'directory-is-link': { permanent: true },
  'directory-outside': { permanent: true },
  'tree-missing': { permanent: true },
  'database-missing': { permanent: true },
  'database-outside': { permanent: true },
  'mailbox-missing': { permanent: true },
  'mailbox-outside': { permanent: true },
  'credential-missing': { permanent: true },
  /** Of a vendor's cloud: no bought seat is left there, or it does not take this person or product. */
  'vendor-seats-out': { permanent: true },
  'vendor-refused': { permanent: true },
  'service-unavailable': { permanent: false },
  'sessions-remain': { permanent: false },
  'disk-full': { permanent: false },
  unexpected: { permanent: false },
} as const satisfies Record<string, { permanent: boolean }>;
export type ApplyFault = keyof typeof APPLY_FAULTS;
export const applyFault = z.enum(Object.keys(APPLY_FAULTS) as [ApplyFault, ...ApplyFault[]]);

/** Where people connect to on this host, and how they recognise it. */
export const endpoints = z.strictObject({
  ftp: z
    .strictObject({
      host: z.string().min(1).max(253),
      ftpsPort: z.int().min(1).max(65535),
      sftpPort: z.int().min(1).max(65535),
      /** SHA-256 of the TLS certificate, hex with colons, as FTP programs show it. */
      certificatePrint: z.string(),
      /** `SHA256:…` of the SSH host key, as OpenSSH and WinSCP show it. */
      hostKeyPrint: z.string(),
    })
    .optional(),
  database: z
    .strictObject({
      host: z.string().min(1).max(253),
      port: z.int().min(1).max(65535),
      certificatePrint: z.string(),
      /** Where phpMyAdmin is, ending in `/`; null where there is none. */
      phpMyAdmin: z.url().nullable(),
    })
    .optional(),
  mail: z
    .strictObject({
      host: z.string().min(1).max(253),
      /** IMAP inside TLS from the first byte. */
      imapsPort: z.int().min(1).max(65535),
      certificatePrint: z.string(),
    })
    .optional(),
  files: z
    .strictObject({
      /** The file door, for browsers; ends without `/`. */
      url: z.url(),
    })
    .optional(),
  dns: z
    .strictObject({
      /** Names of the servers that answer for its zones. */
      nameservers: z.array(z.string().min(1).max(253)).min(1),
    })
    .optional(),
});
export type Endpoints = z.infer<typeof endpoints>;

export const enrolRequest = z.strictObject({
  token: z.string().min(20).max(100),
  /** Raw Ed25519 public key, base64url. */
  publicKey: nonce,
  version: z.string().max(40),
});
export const enrolAnswer = z.strictObject({ hostId: z.string() });

/** What the edge may ask of a host that only the host can know. */
export const hostQuestion = z.discriminatedUnion('about', [
  /** Which directories lie directly in `path`. */
  z.strictObject({ about: z.literal('directories'), tree: z.string(), path: treePath }),
  z.strictObject({ about: z.literal('databases'), tree: z.string() }),
  z.strictObject({ about: z.literal('mailboxes'), tree: z.string() }),
  /** With which keys a zone is signed. */
  z.strictObject({ about: z.literal('zone-keys'), zone: domainName }),
]);
export type HostQuestion = z.infer<typeof hostQuestion>;

export const directoriesOnHost = z.strictObject({
  about: z.literal('directories'),
  entries: z.array(z.strictObject({ name: z.string(), link: z.boolean() })),
  truncated: z.boolean(),
});
/** Every database of a tree, whoever made it. */
export const databasesOnHost = z.strictObject({
  about: z.literal('databases'),
  databases: z.array(z.strictObject({ name: z.string(), bytes: z.int().min(0) })),
});
export const mailboxesOnHost = z.strictObject({
  about: z.literal('mailboxes'),
  mailboxes: z.array(
    z.strictObject({
      address: z.string(),
      bytes: z.int().min(0),
      /** Last sign-in of anybody, epoch ms. */
      lastUseAt: z.int().nullable(),
      active: z.boolean(),
    }),
  ),
});

/** The DS records of a zone that the registry must be given, as `dig` shows them; none while it is not signed. */
export const zoneKeysOnHost = z.strictObject({ about: z.literal('zone-keys'), ds: z.array(z.string().max(300)).max(20) });

/** A host's answer to a question, or why there is none. */
export const hostAnswer = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    found: z.discriminatedUnion('about', [directoriesOnHost, databasesOnHost, mailboxesOnHost, zoneKeysOnHost]),
  }),
  z.strictObject({ ok: z.literal(false), fault: applyFault }),
]);
export type HostAnswer = z.infer<typeof hostAnswer>;

export const fromAgent = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('hello'),
    hostId: z.string(),
    agentNonce: nonce,
    signature: z.string(),
    version: z.string(),
    endpoints,
  }),
  /** The whole inventory of some kinds in parts; it counts only once the part with `last` has come. Of other kinds it says nothing. */
  z.strictObject({
    t: z.literal('inventory'),
    part: z.int().min(0),
    last: z.boolean(),
    kinds: z.array(kind),
    items: z.array(inventoryItem).max(2000),
  }),
  z.discriminatedUnion('outcome', [
    z.strictObject({ t: z.literal('ack'), kind, principal, gen, outcome: z.literal('present'), digest }),
    /** `look` 1: sign-in refused and sessions gone; `look` 2: the same, read again at least two seconds later. `late`: sessions that this look had to end. */
    z.strictObject({
      t: z.literal('ack'),
      kind,
      principal,
      gen,
      outcome: z.literal('absent'),
      look: z.union([z.literal(1), z.literal(2)]),
      sessions: z.literal(0),
      late: z.int().min(0),
    }),
  ]),
  z.strictObject({ t: z.literal('fail'), kind, principal, gen, fault: applyFault }),
  z.strictObject({
    t: z.literal('reply'),
    id: z.string(),
    answer: hostAnswer,
  }),
]);
export type FromAgent = z.infer<typeof fromAgent>;

export const toAgent = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('challenge'), serverNonce: nonce }),
  /** `ticketKey` signs the tickets of this link; those of the link before are good until they run out. */
  z.strictObject({ t: z.literal('welcome'), at: z.int(), ticketKey }),
  /** Somebody of this account may no longer get at its files: older tickets are refused, and what they began is cut off. */
  z.strictObject({ t: z.literal('void-tickets'), account: z.string(), issuedBefore: z.int() }),
  z.strictObject({ t: z.literal('desired'), items: z.array(desiredItem).max(500) }),
  /** Answered by a `reply` with the same id. */
  z.strictObject({ t: z.literal('ask'), id: z.string(), question: hostQuestion }),
]);
export type ToAgent = z.infer<typeof toAgent>;

/** The bytes an agent signs at connect: both nonces and its own name, so that no side can replay an old greeting. */
export function greetingToSign(hostId: string, serverNonce: string, agentNonce: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(['klucznik-agent-v1', hostId, serverNonce, agentNonce].join('\n')));
}

/** Close code sent when the greeting is not believed; the agent must be enrolled again. */
export const CLOSE_NOT_ENROLLED = 4401;
/** Close code sent to the older socket when the same host connects again. */
export const CLOSE_REPLACED = 4409;
