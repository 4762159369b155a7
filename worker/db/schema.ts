import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/*
 * Moments are epoch milliseconds. Rows of grants, desired states and the audit are never deleted,
 * so a principal is never used twice and a gen never falls.
 */

/** The customer's contract with the provider. `ownerEpoch` rises when the subscriber changes (R7). */
export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    clientNumber: text('client_number').notNull().unique(),
    name: text().notNull(),
    ownerEpoch: integer('owner_epoch').notNull().default(1),
    /** JSON of contract `subscriber`; null until somebody has given it here. */
    subscriber: text(),
    /** Set while the owner forbids cession; lifted only after a wait. */
    cessionBlocked: integer('cession_blocked', { mode: 'boolean' }).notNull().default(false),
    /** When a block that is being lifted is gone. */
    cessionUnblockAt: integer('cession_unblock_at'),
    /** When the present subscriber took it over; null while it has its first. */
    ownerSince: integer('owner_since'),
    /** When the look-through of all access that is under way was started; null while none is. */
    reviewStartedAt: integer('review_started_at'),
    reviewFinishedAt: integer('review_finished_at'),
    /** How many grants there were to look through when it was started, at most 1001. */
    reviewTotal: integer('review_total').notNull().default(0),
    /** When the clock next looks whether the owners are to be asked for a look-through. */
    reviewLookAt: integer('review_look_at').notNull().default(0),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('account_by_review').on(table.reviewLookAt)],
);

export const user = sqliteTable(
  'user',
  {
    id: text().primaryKey(),
    /** Lower-cased, IDN in ASCII. */
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text('password_hash').notNull(),
    /** `support` or `operator` for the provider's own people, who belong to no account. */
    staffRole: text('staff_role', { enum: ['support', 'operator'] }),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('user_staff').on(table.staffRole).where(sql`staff_role IS NOT NULL`)],
);

/** A panel user: one person's sign-in to one account (R1, R2). */
export const membership = sqliteTable(
  'membership',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    role: text({ enum: ['owner', 'administrator', 'user'] }).notNull(),
    /** The grant it came from; null for whoever has been there since the contract was made. */
    grantId: text('grant_id'),
    /** Epoch ms; from then on it opens nothing, whether or not the clock has come by. */
    notAfter: integer('not_after'),
    /** Set while it is suspended, and so opens nothing. */
    suspendedAt: integer('suspended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.accountId] }),
    index('membership_by_account').on(table.accountId),
    uniqueIndex('membership_by_grant').on(table.grantId).where(sql`grant_id IS NOT NULL`),
  ],
);

/** `id` is the SHA-256 of the cookie's token; the token itself is nowhere. */
export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    /** Epoch seconds, as Lucia's adapter writes it. */
    expiresAt: integer('expires_at').notNull(),
    accountId: text('account_id').references(() => account.id),
    /** When the password was last proved. */
    provedAt: integer('proved_at').notNull(),
  },
  (table) => [index('session_by_user').on(table.userId)],
);

export const host = sqliteTable('host', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  /** `agent`: a server of ours. `edge`: the Panel itself, whose checks are the worker's. `vendor`: a maker's cloud. */
  kind: text({ enum: ['agent', 'edge', 'vendor'] })
    .notNull()
    .default('agent'),
  /** Raw Ed25519 public key, base64url; null until enrolled. */
  publicKey: text('public_key'),
  enrolHash: text('enrol_hash').unique(),
  enrolUntil: integer('enrol_until'),
  /** JSON of contract `endpoints`, as the agent last said. */
  endpoints: text(),
  version: text(),
  online: integer({ mode: 'boolean' }).notNull().default(false),
  lastSeenAt: integer('last_seen_at'),
  /** Resources the agent reports as ours that are in no row here. */
  strangers: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
});

export const service = sqliteTable(
  'service',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    kind: text({ enum: ['hosting', 'panel', 'licence', 'domain'] }).notNull(),
    name: text().notNull(),
    hostId: text('host_id')
      .notNull()
      .references(() => host.id),
    /** Folder of a hosting service below the host's customers root; of any other service its own id, or its domain. */
    tree: text().notNull(),
    /** What the plan holds. */
    maxDatabases: integer('max_databases').notNull().default(10),
    databaseBytes: integer('database_bytes').notNull().default(5_000_000_000),
    maxMailboxes: integer('max_mailboxes').notNull().default(50),
    mailBytes: integer('mail_bytes').notNull().default(20_000_000_000),
    /** Who keeps the seats of a licence service. */
    vendor: text({ enum: ['own', 'microsoft', 'acronis'] }),
    /** What the vendor calls the product (Graph: `skuId`), and the customer (tenant). */
    product: text(),
    tenant: text(),
    seatsBought: integer('seats_bought').notNull().default(0),
    /** Seats of grants that have not ended, but for those that were passed on. May exceed what is bought once that is lowered. */
    seatsTaken: integer('seats_taken').notNull().default(0),
  },
  (table) => [
    index('service_by_account').on(table.accountId, table.name),
    uniqueIndex('service_by_tree').on(table.hostId, table.tree),
  ],
);

/** A domain whose mail a service keeps, lower-case ASCII. */
export const serviceDomain = sqliteTable(
  'service_domain',
  {
    domain: text().primaryKey(),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id),
  },
  (table) => [index('service_domain_by_service').on(table.serviceId)],
);

/**
 * A database or a mailbox that this product made or was asked to delete. One that was there before has no row until then.
 * A name that comes again uses its row again, so that its gen only rises.
 */
export const asset = sqliteTable(
  'asset',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id),
    hostId: text('host_id')
      .notNull()
      .references(() => host.id),
    kind: text({ enum: ['database-asset', 'mailbox-asset'] }).notNull(),
    /** Its principal on the host: the database's full name, the mailbox's address. */
    name: text().notNull(),
    state: text({ enum: ['creating', 'ready', 'changing', 'bin', 'deleting', 'gone', 'failed'] }).notNull(),
    problem: text(),
    gen: integer().notNull(),
    /** As in `desired`. */
    ackedGen: integer('acked_gen').notNull().default(0),
    /** JSON of the kind's desired state with a null password hash; null: must not exist. */
    wanted: text(),
    digest: text(),
    hash: text(),
    /** JSON: who has been told the mailbox's own password, and since when. */
    knownBy: text('known_by').notNull().default('[]'),
    /** When what lies in the bin is deleted for good. */
    purgeAt: integer('purge_at'),
    createdAt: integer('created_at').notNull(),
    /** Id of the last batch that changed the row; the batch's audit row counts on it. */
    op: text().notNull(),
  },
  (table) => [
    uniqueIndex('asset_by_name').on(table.hostId, table.kind, table.name),
    index('asset_by_service').on(table.serviceId, table.kind, table.name).where(sql`state <> 'gone'`),
    index('asset_unconfirmed').on(table.hostId).where(sql`acked_gen < gen`),
    index('asset_present').on(table.hostId).where(sql`wanted IS NOT NULL`),
    index('asset_to_purge').on(table.purgeAt).where(sql`state = 'bin'`),
  ],
);

export const grants = sqliteTable(
  'grants',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id),
    kind: text({ enum: ['ftp', 'database', 'mailbox', 'panel-user', 'delegation', 'seat'] }).notNull(),
    /** JSON of contract `grantSpec`. */
    spec: text().notNull(),
    /** What it opens, by name: the directory, the database, the address. */
    target: text().notNull().default(''),
    state: text({ enum: ['requested', 'pending', 'active', 'revoking', 'ended'] }).notNull(),
    /** 1 until ended; first column of every list's index. */
    live: integer().generatedAlwaysAs(sql`(state <> 'ended')`, { mode: 'virtual' }),
    endReason: text('end_reason', {
      enum: ['revoked', 'cancelled', 'declined', 'returned', 'expired', 'failed', 'cession', 'target-deleted', 'moved'],
    }),
    problem: text(),
    granteeName: text('grantee_name').notNull(),
    /** Lower-cased, IDN in ASCII; empty when the owner passes the credentials on. */
    granteeEmail: text('grantee_email').notNull(),
    /** E-mail, or name where there is none, folded for sorting. */
    personKey: text('person_key').notNull(),
    notAfter: integer('not_after'),
    /** The end date, or later than any for "until I take it back", so that those come last. */
    endKey: integer('end_key').generatedAlwaysAs(sql`(CASE WHEN not_after IS NULL THEN 9007199254740991 ELSE not_after END)`, {
      mode: 'virtual',
    }),
    hostId: text('host_id')
      .notNull()
      .references(() => host.id),
    principal: text().notNull(),
    /** Rises with every change by a person. */
    version: integer().notNull().default(1),
    /** Gen of the desired state that belongs to this row; 0 before the claim. */
    gen: integer().notNull().default(0),
    ownerEpoch: integer('owner_epoch').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => user.id),
    createdByName: text('created_by_name').notNull(),
    /** JSON of contract `why`. */
    why: text(),
    createdAt: integer('created_at').notNull(),
    claimedAt: integer('claimed_at'),
    activeAt: integer('active_at'),
    cutAt: integer('cut_at'),
    endedAt: integer('ended_at'),
    /** Set while a panel user is suspended. */
    suspendedAt: integer('suspended_at'),
    /** When somebody last looked at it and said that it stays. */
    keptAt: integer('kept_at'),
    /** When it was last decided that it is: kept, or given. */
    decidedAt: integer('decided_at').generatedAlwaysAs(sql`(CASE WHEN kept_at IS NULL THEN created_at ELSE kept_at END)`, {
      mode: 'virtual',
    }),
    /** The account that a domain is passed to. */
    toAccountId: text('to_account_id'),
    /** Id of the last batch that changed the row; the batch's audit row counts on it. */
    op: text().notNull(),
  },
  (table) => [
    uniqueIndex('grants_by_principal').on(table.hostId, table.kind, table.principal),
    index('grants_by_person').on(table.accountId, table.live, table.personKey, table.id),
    index('grants_by_service').on(table.accountId, table.live, table.serviceId, table.id),
    index('grants_by_target').on(table.serviceId, table.kind, table.target).where(sql`state <> 'ended'`),
    uniqueIndex('grants_one_delegation').on(table.serviceId).where(sql`kind = 'delegation' AND state <> 'ended'`),
    index('grants_by_end').on(table.accountId, table.live, table.endKey, table.id),
    index('grants_due_on_host')
      .on(table.hostId, table.notAfter)
      .where(sql`state IN ('requested', 'pending', 'active') AND not_after IS NOT NULL`),
    index('grants_by_kind').on(table.accountId, table.live, table.kind, table.id),
    index('grants_by_state').on(table.accountId, table.state, table.id).where(sql`state <> 'ended'`),
    index('grants_in_trouble').on(table.accountId, table.id).where(sql`problem IS NOT NULL AND state <> 'ended'`),
    index('grants_ended_by_person').on(table.accountId, table.personKey, table.endedAt).where(sql`state = 'ended'`),
    index('grants_by_decision').on(table.accountId, table.live, table.decidedAt, table.id),
    // One seat of a service for one person, and the order in which seats are listed.
    uniqueIndex('grants_by_seat').on(table.serviceId, table.personKey).where(sql`kind = 'seat' AND state <> 'ended'`),
    index('grants_to_account').on(table.toAccountId, table.live, table.id).where(sql`to_account_id IS NOT NULL`),
    index('grants_due').on(table.notAfter).where(sql`state IN ('requested', 'pending', 'active') AND not_after IS NOT NULL`),
  ],
);

/** Whoever has or had a grant in an account, under an id that says nothing about them. */
export const person = sqliteTable(
  'person',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** As in `grants`. */
    personKey: text('person_key').notNull(),
  },
  (table) => [uniqueIndex('person_by_key').on(table.accountId, table.personKey)],
);

/** A folded word under which a grant is found: of its person, its service or what it opens. */
export const grantTerm = sqliteTable(
  'grant_term',
  {
    accountId: text('account_id').notNull(),
    /** As in `grants`. */
    live: integer().notNull().default(1),
    term: text().notNull(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.live, table.term, table.grantId] }),
    index('grant_term_of_grant').on(table.grantId, table.term),
  ],
);

/** One act that took everything back from one person. */
export const offboarding = sqliteTable(
  'offboarding',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    startedAt: integer('started_at').notNull(),
    startedByName: text('started_by_name').notNull(),
    /** JSON: ids of the grants. */
    grantIds: text('grant_ids').notNull(),
    /** JSON: what the person had been told that others use too. */
    secrets: text().notNull(),
    /** JSON: ids of grants that it did not take back, each with why. */
    leftOut: text('left_out').notNull().default('[]'),
    /** JSON: the sign-in that no grant stands behind, and why it was left, if it was; null where there was none. */
    signIn: text('sign_in'),
    op: text().notNull(),
  },
  (table) => [index('offboarding_by_person').on(table.personId, table.startedAt)],
);

/** The whole wanted state of one grant's resource on a host; an asset's is in its own row. */
export const desired = sqliteTable(
  'desired',
  {
    hostId: text('host_id')
      .notNull()
      .references(() => host.id),
    kind: text({ enum: ['ftp', 'database', 'mailbox', 'seat'] }).notNull(),
    principal: text().notNull(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id),
    gen: integer().notNull(),
    /** Highest gen the host has confirmed as applied (for an absence: after its second look). */
    ackedGen: integer('acked_gen').notNull().default(0),
    /** JSON of the kind's desired state with a null password hash; null: must not exist. */
    state: text(),
    /** Digest the host must report for this state; null for absence. */
    digest: text(),
    /** The password's crypt hash while it travels; purged once the host has it. */
    hash: text(),
  },
  (table) => [
    primaryKey({ columns: [table.hostId, table.kind, table.principal] }),
    uniqueIndex('desired_by_grant').on(table.grantId),
    index('desired_unconfirmed').on(table.hostId).where(sql`acked_gen < gen`),
    index('desired_present').on(table.hostId).where(sql`state IS NOT NULL`),
  ],
);

/** The records of one domain's DNS, as they should be. */
export const zone = sqliteTable(
  'zone',
  {
    serviceId: text('service_id')
      .primaryKey()
      .references(() => service.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    hostId: text('host_id')
      .notNull()
      .references(() => host.id),
    /** The domain, lower-case ASCII; its principal on the host. */
    name: text().notNull(),
    problem: text(),
    /** Rises with every change, so that two tabs cannot overwrite each other; also the gen that the host is told. */
    gen: integer().notNull().default(0),
    ackedGen: integer('acked_gen').notNull().default(0),
    /** JSON of contract `zoneDesired`. */
    wanted: text(),
    digest: text(),
    /** How many records there are. */
    size: integer().notNull().default(0),
    op: text().notNull(),
  },
  (table) => [
    uniqueIndex('zone_by_name').on(table.hostId, table.name),
    index('zone_by_account').on(table.accountId, table.name),
    index('zone_unconfirmed').on(table.hostId).where(sql`acked_gen < gen`),
    index('zone_present').on(table.hostId).where(sql`wanted IS NOT NULL`),
  ],
);

/** What somebody changed in a zone, so that it can be shown and undone. */
export const zoneChange = sqliteTable(
  'zone_change',
  {
    id: text().primaryKey(),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id),
    at: integer().notNull(),
    /** The gen that this change made. */
    gen: integer().notNull(),
    byName: text('by_name').notNull(),
    /** True when a member of the managing client did it; whose the domain is may change since. */
    byDelegate: integer('by_delegate', { mode: 'boolean' }).notNull().default(false),
    /** The account whose member did it: the owner's, or the delegate's. */
    byAccountId: text('by_account_id')
      .notNull()
      .references(() => account.id),
    /** JSON: lists of contract `dnsRecord`; long ones packed. */
    removed: text().notNull(),
    added: text().notNull(),
    removedCount: integer('removed_count').notNull().default(0),
    addedCount: integer('added_count').notNull().default(0),
    /** The change that this one undid. */
    undoes: text(),
  },
  (table) => [
    uniqueIndex('zone_change_by_gen').on(table.serviceId, table.gen),
    index('zone_change_by_undone').on(table.undoes).where(sql`undoes IS NOT NULL`),
  ],
);

/** What a vendor's cloud knows of a seat, and when it is asked again. */
export const vendorSeat = sqliteTable(
  'vendor_seat',
  {
    grantId: text('grant_id')
      .primaryKey()
      .references(() => grants.id),
    /** JSON of what the vendor's implementation remembers: ids of its user, role assignment, and the like; never a secret. */
    remote: text().notNull().default('{}'),
    attempts: integer().notNull().default(0),
    dueAt: integer('due_at').notNull().default(0),
    /** Until then somebody speaks with the vendor about it; 0: nobody does. */
    leasedUntil: integer('leased_until').notNull().default(0),
  },
  (table) => [index('vendor_seat_leased').on(table.leasedUntil).where(sql`leased_until > 0`)],
);

/** A change of subscriber (R7), of a whole account or of one domain: two parties, one batch at the end. */
export const cession = sqliteTable(
  'cession',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['account', 'domain'] }).notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    /** The domain's service; null for a whole account. */
    serviceId: text('service_id').references(() => service.id),
    state: text({ enum: ['offered', 'accepted', 'agreed', 'completed', 'cancelled', 'declined', 'expired'] }).notNull(),
    /** 1 until it is over. */
    live: integer().generatedAlwaysAs(sql`(state IN ('offered', 'accepted', 'agreed'))`, { mode: 'virtual' }),
    ownerEpoch: integer('owner_epoch').notNull(),
    startedBy: text('started_by')
      .notNull()
      .references(() => user.id),
    startedByName: text('started_by_name').notNull(),
    takerName: text('taker_name').notNull(),
    /** Lower-cased, IDN in ASCII. */
    takerEmail: text('taker_email').notNull(),
    /** The sign-in of whoever takes over, once they have accepted. */
    takerUserId: text('taker_user_id').references(() => user.id),
    /** The account that a domain goes to. */
    takerAccountId: text('taker_account_id').references(() => account.id),
    /** JSON of contract `subscriber`, as the taker gave it. */
    subscriber: text(),
    /** JSON: ids of grants that are kept, of those that end, and what else was decided. */
    plan: text().notNull().default('{}'),
    giverConfirmedAt: integer('giver_confirmed_at'),
    takerConfirmedAt: integer('taker_confirmed_at'),
    version: integer().notNull().default(1),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    endedAt: integer('ended_at'),
    op: text().notNull(),
  },
  (table) => [
    uniqueIndex('cession_of_account')
      .on(table.accountId)
      .where(sql`kind = 'account' AND state IN ('offered', 'accepted', 'agreed')`),
    uniqueIndex('cession_of_service')
      .on(table.serviceId)
      .where(sql`kind = 'domain' AND state IN ('offered', 'accepted', 'agreed')`),
    index('cession_by_account').on(table.accountId, table.createdAt),
    index('cession_by_taker').on(table.takerUserId).where(sql`taker_user_id IS NOT NULL`),
    index('cession_due').on(table.expiresAt).where(sql`state IN ('offered', 'accepted', 'agreed')`),
  ],
);

/** SHA-256 of a link's token to a cession; a message sent twice after a crash leaves both links good. */
export const cessionToken = sqliteTable('cession_token', {
  hash: text().primaryKey(),
  cessionId: text('cession_id')
    .notNull()
    .references(() => cession.id),
});

/** Every resource that an agent is told about, of grants, of assets and of zones alike. */
export const resource = sqliteView('resource', {
  hostId: text('host_id').notNull(),
  kind: text({ enum: ['ftp', 'database', 'mailbox', 'database-asset', 'mailbox-asset', 'zone'] }).notNull(),
  principal: text().notNull(),
  gen: integer().notNull(),
  ackedGen: integer('acked_gen').notNull(),
  state: text(),
  digest: text(),
  hash: text(),
}).as(sql`SELECT host_id, kind, principal, gen, acked_gen, state, digest, hash FROM desired
  UNION ALL SELECT host_id, kind, name AS principal, gen, acked_gen, wanted AS state, digest, hash FROM asset
  UNION ALL SELECT host_id, 'zone' AS kind, name AS principal, gen, acked_gen, wanted AS state, digest, NULL AS hash FROM zone`);

export const invitation = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id),
    purpose: text({ enum: ['access', 'credential'] }).notNull(),
    state: text({ enum: ['open', 'used', 'void'] }).notNull(),
    expiresAt: integer('expires_at').notNull(),
    sentAt: integer('sent_at'),
    createdAt: integer('created_at').notNull(),
    op: text().notNull(),
  },
  (table) => [
    index('invitation_by_grant').on(table.grantId, table.createdAt),
    uniqueIndex('invitation_open').on(table.grantId).where(sql`state = 'open'`),
  ],
);

/** SHA-256 of a link's token. One invitation may have several: a message sent twice after a crash leaves both links good. */
export const invitationToken = sqliteTable('invitation_token', {
  hash: text().primaryKey(),
  invitationId: text('invitation_id')
    .notNull()
    .references(() => invitation.id),
});

/**
 * Who changed what, when and from where. `hits` is the number of rows the batch's compare-and-set changed:
 * the CHECK makes the whole batch fail when it is not exactly one.
 */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    at: integer().notNull(),
    actorKind: text('actor_kind', { enum: ['member', 'grantee', 'support', 'operator', 'host', 'clock'] }).notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    grantId: text('grant_id'),
    /** JSON with what the sentence needs; never a secret. */
    details: text().notNull(),
    from: text(),
    hits: integer().notNull(),
  },
  (table) => [
    index('audit_by_account').on(table.accountId, table.id),
    index('audit_by_grant').on(table.grantId, table.id),
    check('audit_hits_one', sql`hits = 1`),
  ],
);

/** First answer to a request that changes something, kept for a day under its key. Answers hold no secrets. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    /** SHA-256 of caller and key. */
    id: text().primaryKey(),
    /** SHA-256 of method, path and body without its secrets. */
    fingerprint: text().notNull(),
    /** Null while the first request is still under way. */
    status: integer(),
    body: text(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('idempotency_by_age').on(table.createdAt)],
);

/** Messages to send. Links with secrets are made while sending, so no secret is here. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    template: text().notNull(),
    recipient: text().notNull(),
    /** JSON for the template. */
    data: text().notNull(),
    createdAt: integer('created_at').notNull(),
    dueAt: integer('due_at').notNull(),
    attempts: integer().notNull().default(0),
    sentAt: integer('sent_at'),
  },
  (table) => [index('outbox_due').on(table.dueAt).where(sql`sent_at IS NULL`)],
);

/** Messages as they were sent, kept only where `ENVIRONMENT` is development. */
export const sentMessage = sqliteTable('sent_message', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  recipient: text().notNull(),
  subject: text().notNull(),
  text: text().notNull(),
  html: text().notNull(),
});

/** A conversation of an account with the provider's staff: a message to support (R15) or an order of IT services (R12). */
export const helpCase = sqliteTable(
  'help_case',
  {
    id: text().primaryKey(),
    /** Said on the phone as `S-…`. */
    number: integer().notNull().unique(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    kind: text({ enum: ['message', 'order'] }).notNull(),
    subject: text().notNull(),
    state: text({ enum: ['new', 'taken', 'waiting', 'closed'] }).notNull(),
    /** 1 until closed; first column of every list's index. */
    open: integer().generatedAlwaysAs(sql`(state <> 'closed')`, { mode: 'virtual' }),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    openedBy: text('opened_by')
      .notNull()
      .references(() => user.id),
    openedByName: text('opened_by_name').notNull(),
    serviceId: text('service_id').references(() => service.id),
    orderSubject: text('order_subject'),
    replyEmail: text('reply_email'),
    /** JSON of contract `caseContext`. */
    context: text(),
    takenBy: text('taken_by').references(() => user.id),
    takenByName: text('taken_by_name'),
    /** When each side last said something, and last read. */
    customerSaidAt: integer('customer_said_at').notNull(),
    staffSaidAt: integer('staff_said_at').notNull().default(0),
    customerReadAt: integer('customer_read_at').notNull(),
    staffReadAt: integer('staff_read_at').notNull().default(0),
    version: integer().notNull().default(1),
    op: text().notNull(),
  },
  (table) => [
    index('help_case_by_account').on(table.accountId, table.open, table.updatedAt, table.id),
    index('help_case_by_opener').on(table.accountId, table.openedBy, table.open, table.updatedAt, table.id),
    index('help_case_queue').on(table.state, table.updatedAt, table.id),
    index('help_case_by_taker').on(table.takenBy, table.open, table.updatedAt, table.id),
    index('help_case_in_hand').on(table.updatedAt, table.id).where(sql`taken_by IS NOT NULL AND state <> 'closed'`),
  ],
);

export const helpMessage = sqliteTable(
  'help_message',
  {
    id: text().primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => helpCase.id),
    at: integer().notNull(),
    source: text({ enum: ['customer', 'staff', 'note'] }).notNull(),
    authorName: text('author_name').notNull(),
    text: text().notNull(),
  },
  (table) => [index('help_message_by_case').on(table.caseId, table.at, table.id)],
);

export const helpAttachment = sqliteTable(
  'help_attachment',
  {
    id: text().primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => helpCase.id),
    messageId: text('message_id')
      .notNull()
      .references(() => helpMessage.id),
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
  },
  (table) => [index('help_attachment_by_case').on(table.caseId, table.messageId)],
);

/** An attachment's bytes, in parts that fit a row. */
export const helpAttachmentPart = sqliteTable(
  'help_attachment_part',
  {
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => helpAttachment.id),
    part: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attachmentId, table.part] })],
);

/** A form that an IT person fills in by a link, without any access: what exactly to change (R11). */
export const settingRequest = sqliteTable(
  'setting_request',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id),
    setting: text().notNull(),
    helperName: text('helper_name').notNull(),
    helperEmail: text('helper_email').notNull(),
    note: text().notNull(),
    state: text({ enum: ['sent', 'answered', 'done', 'dropped'] }).notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => user.id),
    createdByName: text('created_by_name').notNull(),
    createdAt: integer('created_at').notNull(),
    answeredAt: integer('answered_at'),
    expiresAt: integer('expires_at').notNull(),
    /** JSON: field → what was filled in. */
    answers: text(),
    comment: text().notNull().default(''),
    /** JSON: ids of steps that are ticked off. */
    stepsDone: text('steps_done').notNull().default('[]'),
    /** Rises when it is sent again; links of earlier sendings no longer work. */
    sending: integer().notNull().default(1),
    version: integer().notNull().default(1),
    op: text().notNull(),
  },
  (table) => [
    index('setting_request_by_account').on(table.accountId, table.createdAt, table.id),
    index('setting_request_open').on(table.accountId, table.serviceId).where(sql`state IN ('sent', 'answered')`),
  ],
);

/** SHA-256 of a link's token; a message sent twice after a crash leaves both links good. */
export const settingToken = sqliteTable('setting_token', {
  hash: text().primaryKey(),
  requestId: text('request_id')
    .notNull()
    .references(() => settingRequest.id),
  sending: integer().notNull(),
});
