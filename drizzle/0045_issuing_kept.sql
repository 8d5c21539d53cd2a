CREATE TABLE "issuing_failures" (
	"code" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"failed_at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"retry_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issuing_failures_positive" CHECK ("issuing_failures"."failures" > 0)
);
--> statement-breakpoint
CREATE TABLE "signing_key_revocations" (
	"key_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"revoked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signing_key_revocations_order" CHECK ("signing_key_revocations"."since" <= "signing_key_revocations"."revoked_at"),
	CONSTRAINT "signing_key_revocations_reason_length" CHECK (char_length(btrim("signing_key_revocations"."reason")) between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "certificate_revocations" ALTER COLUMN "revoked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificate_series" ADD COLUMN "snapshot_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "certificate_series" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "issuing_failures" ADD CONSTRAINT "issuing_failures_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_key_revocations" ADD CONSTRAINT "signing_key_revocations_key_id_signing_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_code_plain" CHECK ("agencies"."code" !~ '[.~]');