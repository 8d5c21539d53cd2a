ALTER TABLE "certificate_revocations" ALTER COLUMN "revoked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificate_series" ADD COLUMN "snapshot_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "certificate_series" ADD COLUMN "reviewed_at" timestamp with time zone;