CREATE TABLE `asset` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`service_id` text NOT NULL,
	`host_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`gen` integer NOT NULL,
	`acked_gen` integer DEFAULT 0 NOT NULL,
	`wanted` text,
	`digest` text,
	`hash` text,
	`known_by` text DEFAULT '[]' NOT NULL,
	`purge_at` integer,
	`created_at` integer NOT NULL,
	`op` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `host`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_by_name` ON `asset` (`host_id`,`kind`,`name`);--> statement-breakpoint
CREATE INDEX `asset_by_service` ON `asset` (`service_id`,`kind`,`name`) WHERE state <> 'gone';--> statement-breakpoint
CREATE INDEX `asset_unconfirmed` ON `asset` (`host_id`) WHERE acked_gen < gen;--> statement-breakpoint
CREATE INDEX `asset_present` ON `asset` (`host_id`) WHERE wanted IS NOT NULL;--> statement-breakpoint
CREATE INDEX `asset_to_purge` ON `asset` (`purge_at`) WHERE state = 'bin';--> statement-breakpoint
CREATE TABLE `service_domain` (
	`domain` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_domain_by_service` ON `service_domain` (`service_id`);--> statement-breakpoint
ALTER TABLE `grants` ADD `target` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `grants_by_target` ON `grants` (`service_id`,`kind`,`target`) WHERE state <> 'ended';--> statement-breakpoint
ALTER TABLE `service` ADD `max_databases` integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `database_bytes` integer DEFAULT 5000000000 NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `max_mailboxes` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `mail_bytes` integer DEFAULT 20000000000 NOT NULL;--> statement-breakpoint
CREATE VIEW `resource` AS SELECT host_id, kind, principal, gen, acked_gen, state, digest, hash FROM desired
  UNION ALL SELECT host_id, kind, name AS principal, gen, acked_gen, wanted AS state, digest, hash FROM asset;--> statement-breakpoint
UPDATE `grants` SET `target` = json_extract(spec, '$.directory') WHERE kind = 'ftp';
