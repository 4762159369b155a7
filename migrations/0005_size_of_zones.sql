ALTER TABLE `zone` ADD `size` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `zone_change` ADD `by_delegate` integer DEFAULT false NOT NULL;