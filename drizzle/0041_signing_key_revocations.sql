CREATE TABLE "signing_key_revocations" (
	"key_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"revoked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signing_key_revocations_order" CHECK ("signing_key_revocations"."since" <= "signing_key_revocations"."revoked_at"),
	CONSTRAINT "signing_key_revocations_reason_length" CHECK (char_length(btrim("signing_key_revocations"."reason")) between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "signing_key_revocations" ADD CONSTRAINT "signing_key_revocations_key_id_signing_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;