CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`client_number` text NOT NULL,
	`name` text NOT NULL,
	`owner_epoch` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_client_number_unique` ON `account` (`client_number`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`grant_id` text,
	`details` text NOT NULL,
	`from` text,
	`hits` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_hits_one" CHECK(hits = 1)
);
--> statement-breakpoint
CREATE INDEX `audit_by_account` ON `audit` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_grant` ON `audit` (`grant_id`,`id`);--> statement-breakpoint
CREATE TABLE `desired` (
	`host_id` text NOT NULL,
	`kind` text NOT NULL,
	`principal` text NOT NULL,
	`grant_id` text NOT NULL,
	`gen` integer NOT NULL,
	`acked_gen` integer DEFAULT 0 NOT NULL,
	`state` text,
	`digest` text,
	`hash` text,
	PRIMARY KEY(`host_id`, `kind`, `principal`),
	FOREIGN KEY (`host_id`) REFERENCES `host`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desired_by_grant` ON `desired` (`grant_id`);--> statement-breakpoint
CREATE INDEX `desired_unconfirmed` ON `desired` (`host_id`) WHERE acked_gen < gen;--> statement-breakpoint
CREATE INDEX `desired_present` ON `desired` (`host_id`) WHERE state IS NOT NULL;--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`service_id` text NOT NULL,
	`kind` text NOT NULL,
	`spec` text NOT NULL,
	`state` text NOT NULL,
	`live` integer GENERATED ALWAYS AS ((state <> 'ended')) VIRTUAL,
	`end_reason` text,
	`problem` text,
	`grantee_name` text NOT NULL,
	`grantee_email` text NOT NULL,
	`person_key` text NOT NULL,
	`not_after` integer,
	`end_key` integer GENERATED ALWAYS AS ((CASE WHEN not_after IS NULL THEN 9007199254740991 ELSE not_after END)) VIRTUAL,
	`host_id` text NOT NULL,
	`principal` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`gen` integer DEFAULT 0 NOT NULL,
	`owner_epoch` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`why` text,
	`created_at` integer NOT NULL,
	`claimed_at` integer,
	`active_at` integer,
	`cut_at` integer,
	`ended_at` integer,
	`op` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `host`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_by_principal` ON `grants` (`host_id`,`kind`,`principal`);--> statement-breakpoint
CREATE INDEX `grants_by_person` ON `grants` (`account_id`,`live`,`person_key`,`id`);--> statement-breakpoint
CREATE INDEX `grants_by_service` ON `grants` (`account_id`,`live`,`service_id`,`id`);--> statement-breakpoint
CREATE INDEX `grants_by_end` ON `grants` (`account_id`,`live`,`end_key`,`id`);--> statement-breakpoint
CREATE INDEX `grants_due_on_host` ON `grants` (`host_id`,`not_after`) WHERE state IN ('requested', 'pending', 'active') AND not_after IS NOT NULL;--> statement-breakpoint
CREATE INDEX `grants_due` ON `grants` (`not_after`) WHERE state IN ('requested', 'pending', 'active') AND not_after IS NOT NULL;--> statement-breakpoint
CREATE TABLE `host` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`public_key` text,
	`enrol_hash` text,
	`enrol_until` integer,
	`endpoints` text,
	`version` text,
	`online` integer DEFAULT false NOT NULL,
	`last_seen_at` integer,
	`strangers` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `host_name_unique` ON `host` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `host_enrol_hash_unique` ON `host` (`enrol_hash`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`id` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_age` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`purpose` text NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer NOT NULL,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	`op` text NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_by_grant` ON `invitation` (`grant_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_open` ON `invitation` (`grant_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `invitation_token` (
	`hash` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `membership` (
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `account_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`template` text NOT NULL,
	`recipient` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE sent_at IS NULL;--> statement-breakpoint
CREATE TABLE `sent_message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `service` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`host_id` text NOT NULL,
	`tree` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `host`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_by_account` ON `service` (`account_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_by_tree` ON `service` (`host_id`,`tree`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`account_id` text,
	`proved_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`staff_role` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);