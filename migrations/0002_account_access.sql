CREATE TABLE `cession` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text NOT NULL,
	`service_id` text,
	`state` text NOT NULL,
	`live` integer GENERATED ALWAYS AS ((state IN ('offered', 'accepted', 'agreed'))) VIRTUAL,
	`owner_epoch` integer NOT NULL,
	`started_by` text NOT NULL,
	`started_by_name` text NOT NULL,
	`taker_name` text NOT NULL,
	`taker_email` text NOT NULL,
	`taker_user_id` text,
	`taker_account_id` text,
	`subscriber` text,
	`plan` text DEFAULT '{}' NOT NULL,
	`giver_confirmed_at` integer,
	`taker_confirmed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`op` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cession_of_account` ON `cession` (`account_id`) WHERE kind = 'account' AND state IN ('offered', 'accepted', 'agreed');--> statement-breakpoint
CREATE UNIQUE INDEX `cession_of_service` ON `cession` (`service_id`) WHERE kind = 'domain' AND state IN ('offered', 'accepted', 'agreed');--> statement-breakpoint
CREATE INDEX `cession_by_account` ON `cession` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `cession_by_taker` ON `cession` (`taker_user_id`) WHERE taker_user_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cession_due` ON `cession` (`expires_at`) WHERE state IN ('offered', 'accepted', 'agreed');--> statement-breakpoint
CREATE TABLE `cession_token` (
	`hash` text PRIMARY KEY NOT NULL,
	`cession_id` text NOT NULL,
	FOREIGN KEY (`cession_id`) REFERENCES `cession`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vendor_seat` (
	`grant_id` text PRIMARY KEY NOT NULL,
	`remote` text DEFAULT '{}' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `zone` (
	`service_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`host_id` text NOT NULL,
	`name` text NOT NULL,
	`problem` text,
	`gen` integer DEFAULT 0 NOT NULL,
	`acked_gen` integer DEFAULT 0 NOT NULL,
	`wanted` text,
	`digest` text,
	`op` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `host`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zone_by_name` ON `zone` (`host_id`,`name`);--> statement-breakpoint
CREATE INDEX `zone_by_account` ON `zone` (`account_id`,`name`);--> statement-breakpoint
CREATE INDEX `zone_unconfirmed` ON `zone` (`host_id`) WHERE acked_gen < gen;--> statement-breakpoint
CREATE INDEX `zone_present` ON `zone` (`host_id`) WHERE wanted IS NOT NULL;--> statement-breakpoint
CREATE TABLE `zone_change` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`at` integer NOT NULL,
	`gen` integer NOT NULL,
	`by_name` text NOT NULL,
	`by_account_id` text NOT NULL,
	`removed` text NOT NULL,
	`added` text NOT NULL,
	`undoes` text,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zone_change_by_gen` ON `zone_change` (`service_id`,`gen`);--> statement-breakpoint
ALTER TABLE `account` ADD `subscriber` text;--> statement-breakpoint
ALTER TABLE `account` ADD `cession_blocked` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `cession_unblock_at` integer;--> statement-breakpoint
ALTER TABLE `grants` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `grants` ADD `to_account_id` text;--> statement-breakpoint
CREATE INDEX `grants_to_account` ON `grants` (`to_account_id`,`live`,`id`) WHERE to_account_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `host` ADD `kind` text DEFAULT 'agent' NOT NULL;--> statement-breakpoint
ALTER TABLE `membership` ADD `grant_id` text;--> statement-breakpoint
ALTER TABLE `membership` ADD `not_after` integer;--> statement-breakpoint
ALTER TABLE `membership` ADD `suspended_at` integer;--> statement-breakpoint
CREATE INDEX `membership_by_account` ON `membership` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `membership_by_grant` ON `membership` (`grant_id`) WHERE grant_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `vendor` text;--> statement-breakpoint
ALTER TABLE `service` ADD `product` text;--> statement-breakpoint
ALTER TABLE `service` ADD `tenant` text;--> statement-breakpoint
ALTER TABLE `service` ADD `seats_bought` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `seats_taken` integer DEFAULT 0 NOT NULL CONSTRAINT "seats_within_bought" CHECK(seats_taken <= seats_bought);--> statement-breakpoint
INSERT INTO `host` (`id`, `name`, `kind`, `online`, `created_at`) VALUES
	('edge', 'Panel klienta', 'edge', 1, 0),
	('vendor-own', 'Klucznik', 'vendor', 1, 0),
	('vendor-microsoft', 'Microsoft 365', 'vendor', 1, 0),
	('vendor-acronis', 'Acronis', 'vendor', 1, 0);--> statement-breakpoint
INSERT INTO `service` (`id`, `account_id`, `kind`, `name`, `host_id`, `tree`) SELECT 'panel-' || `id`, `id`, 'panel', 'Panel klienta', 'edge', `id` FROM `account`;--> statement-breakpoint
DROP VIEW `resource`;--> statement-breakpoint
CREATE VIEW `resource` AS SELECT host_id, kind, principal, gen, acked_gen, state, digest, hash FROM desired
  UNION ALL SELECT host_id, kind, name AS principal, gen, acked_gen, wanted AS state, digest, hash FROM asset
  UNION ALL SELECT host_id, 'zone' AS kind, name AS principal, gen, acked_gen, wanted AS state, digest, NULL AS hash FROM zone;