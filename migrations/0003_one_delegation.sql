ALTER TABLE `zone_change` ADD `removed_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `zone_change` ADD `added_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `zone_change_by_undone` ON `zone_change` (`undoes`) WHERE undoes IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `grants_one_delegation` ON `grants` (`service_id`) WHERE kind = 'delegation' AND state <> 'ended';