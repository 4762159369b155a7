ALTER TABLE `service` DROP COLUMN `seats_taken`;--> statement-breakpoint
ALTER TABLE `service` ADD `seats_taken` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `service` SET `seats_taken` = (SELECT count(*) FROM `grants` WHERE `service_id` = `service`.`id` AND `grants`.`kind` = 'seat' AND `state` <> 'ended') WHERE `kind` = 'licence';--> statement-breakpoint
ALTER TABLE `vendor_seat` ADD `leased_until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `vendor_seat_leased` ON `vendor_seat` (`leased_until`) WHERE leased_until > 0;--> statement-breakpoint
CREATE UNIQUE INDEX `grants_by_seat` ON `grants` (`service_id`,`person_key`) WHERE kind = 'seat' AND state <> 'ended';
