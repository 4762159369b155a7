CREATE TABLE `grant_term` (
	`account_id` text NOT NULL,
	`live` integer DEFAULT 1 NOT NULL,
	`term` text NOT NULL,
	`grant_id` text NOT NULL,
	PRIMARY KEY(`account_id`, `live`, `term`, `grant_id`),
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_term_by_grant` ON `grant_term` (`grant_id`);--> statement-breakpoint
CREATE TABLE `help_attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`message_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `help_case`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `help_message`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `help_attachment_by_case` ON `help_attachment` (`case_id`,`message_id`);--> statement-breakpoint
CREATE TABLE `help_attachment_part` (
	`attachment_id` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`attachment_id`, `part`),
	FOREIGN KEY (`attachment_id`) REFERENCES `help_attachment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `help_case` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`open` integer GENERATED ALWAYS AS ((state <> 'closed')) VIRTUAL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_by_name` text NOT NULL,
	`service_id` text,
	`order_subject` text,
	`reply_email` text,
	`context` text,
	`taken_by` text,
	`taken_by_name` text,
	`customer_said_at` integer NOT NULL,
	`staff_said_at` integer DEFAULT 0 NOT NULL,
	`customer_read_at` integer NOT NULL,
	`staff_read_at` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`op` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `help_case_number_unique` ON `help_case` (`number`);--> statement-breakpoint
CREATE INDEX `help_case_by_account` ON `help_case` (`account_id`,`open`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `help_case_by_opener` ON `help_case` (`account_id`,`opened_by`,`open`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `help_case_queue` ON `help_case` (`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `help_case_by_taker` ON `help_case` (`taken_by`,`open`,`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `help_message` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	`author_name` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `help_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `help_message_by_case` ON `help_message` (`case_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `offboarding` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by_name` text NOT NULL,
	`grant_ids` text NOT NULL,
	`secrets` text NOT NULL,
	`op` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offboarding_by_person` ON `offboarding` (`person_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`person_key` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_by_key` ON `person` (`account_id`,`person_key`);--> statement-breakpoint
CREATE TABLE `setting_request` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`service_id` text NOT NULL,
	`setting` text NOT NULL,
	`helper_name` text NOT NULL,
	`helper_email` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	`expires_at` integer NOT NULL,
	`answers` text,
	`comment` text DEFAULT '' NOT NULL,
	`steps_done` text DEFAULT '[]' NOT NULL,
	`sending` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`op` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `setting_request_by_account` ON `setting_request` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `setting_token` (
	`hash` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`sending` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `setting_request`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `account` ADD `owner_since` integer;--> statement-breakpoint
ALTER TABLE `account` ADD `review_started_at` integer;--> statement-breakpoint
ALTER TABLE `account` ADD `review_finished_at` integer;--> statement-breakpoint
ALTER TABLE `grants` ADD `kept_at` integer;--> statement-breakpoint
ALTER TABLE `grants` ADD `decided_at` integer GENERATED ALWAYS AS ((CASE WHEN kept_at IS NULL THEN created_at ELSE kept_at END)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `grants_by_kind` ON `grants` (`account_id`,`live`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `grants_by_state` ON `grants` (`account_id`,`state`,`id`) WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX `grants_in_trouble` ON `grants` (`account_id`,`id`) WHERE problem IS NOT NULL AND state <> 'ended';--> statement-breakpoint
CREATE INDEX `grants_by_decision` ON `grants` (`account_id`,`live`,`decided_at`,`id`);--> statement-breakpoint
-- What stood before: its people, the words it is found by, and since when its owner has it.
INSERT INTO `person` (`id`, `account_id`, `person_key`)
  SELECT lower(hex(randomblob(16))), `account_id`, `person_key` FROM (SELECT DISTINCT `account_id`, `person_key` FROM `grants`);--> statement-breakpoint
INSERT OR IGNORE INTO `grant_term` (`account_id`, `live`, `term`, `grant_id`) SELECT `account_id`, `live`, `person_key`, `id` FROM `grants`;--> statement-breakpoint
INSERT OR IGNORE INTO `grant_term` (`account_id`, `live`, `term`, `grant_id`)
  SELECT `account_id`, `live`, lower(`target`), `id` FROM `grants` WHERE `target` <> '';--> statement-breakpoint
UPDATE `account` SET `owner_since` =
  (SELECT max(`ended_at`) FROM `cession` WHERE `cession`.`account_id` = `account`.`id` AND `kind` = 'account' AND `state` = 'completed')
  WHERE `owner_epoch` > 1;
