ALTER TABLE "hour_decisions" DROP CONSTRAINT "hour_decisions_reason";--> statement-breakpoint
ALTER TABLE "signing_keys" ADD COLUMN "retired_because" text;--> statement-breakpoint
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_reason" CHECK ("signing_keys"."retired_because" is null or ("signing_keys"."retired_at" is not null and char_length(btrim("signing_keys"."retired_because")) between 1 and 500));--> statement-breakpoint
ALTER TABLE "hour_decisions" ADD CONSTRAINT "hour_decisions_reason" CHECK ("hour_decisions"."outcome" = 'approved' or "hour_decisions"."reason" is not null);