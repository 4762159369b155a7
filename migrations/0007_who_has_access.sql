DROP INDEX `grant_term_by_grant`;--> statement-breakpoint
CREATE INDEX `grant_term_of_grant` ON `grant_term` (`grant_id`,`term`);--> statement-breakpoint
ALTER TABLE `account` ADD `review_total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `review_look_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `account_by_review` ON `account` (`review_look_at`);--> statement-breakpoint
ALTER TABLE `offboarding` ADD `left_out` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `offboarding` ADD `sign_in` text;--> statement-breakpoint
CREATE INDEX `grants_ended_by_person` ON `grants` (`account_id`,`person_key`,`ended_at`) WHERE state = 'ended';