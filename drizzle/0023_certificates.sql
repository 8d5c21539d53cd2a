CREATE TABLE "award_confirmations" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title_before" text NOT NULL,
	"title_after" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_confirmations_name_filled" CHECK (btrim("award_confirmations"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "award_holders" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title_before" text NOT NULL,
	"title_after" text NOT NULL,
	"number" text,
	"post" text,
	"unit" text,
	"agency" text
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"follows" text,
	"organiser" text NOT NULL,
	"year" integer NOT NULL,
	"series" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"number" text NOT NULL,
	"facts" jsonb NOT NULL,
	"awarded_at" timestamp with time zone NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "awards_once" UNIQUE NULLS NOT DISTINCT("person_id","course_id","follows"),
	CONSTRAINT "awards_place_unique" UNIQUE("organiser","year","series","ordinal"),
	CONSTRAINT "awards_number_unique" UNIQUE("number"),
	CONSTRAINT "awards_code_form" CHECK ("awards"."code" ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
	CONSTRAINT "awards_ordinal_positive" CHECK ("awards"."ordinal" > 0)
);
--> statement-breakpoint
CREATE TABLE "certificate_counts" (
	"organiser" text NOT NULL,
	"year" integer NOT NULL,
	"series" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "certificate_counts_pk" PRIMARY KEY("organiser","year","series")
);
--> statement-breakpoint
CREATE TABLE "certificate_issuers" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"identity" text NOT NULL,
	"fixed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_issuers_identity_unique" UNIQUE("identity")
);
--> statement-breakpoint
CREATE TABLE "certificate_revocations" (
	"code" text PRIMARY KEY NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"replaced_by" text,
	"revoked_by" uuid NOT NULL,
	"revoked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_revocations_replacement_unique" UNIQUE("replaced_by"),
	CONSTRAINT "certificate_revocations_cause_known" CHECK ("certificate_revocations"."cause" in ('mistaken', 'fraudulent', 'replaced', 'void')),
	CONSTRAINT "certificate_revocations_replacement" CHECK (("certificate_revocations"."cause" = 'replaced') = ("certificate_revocations"."replaced_by" is not null)),
	CONSTRAINT "certificate_revocations_reason_length" CHECK (char_length(btrim("certificate_revocations"."reason")) between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "certificate_series" (
	"series" integer PRIMARY KEY NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_series_later" CHECK ("certificate_series"."series" > 1)
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"key_id" uuid NOT NULL,
	"credential" text NOT NULL,
	"pdf" "bytea" NOT NULL,
	"status_list" text NOT NULL,
	"status_index" integer NOT NULL,
	CONSTRAINT "certificates_status_unique" UNIQUE("status_list","status_index"),
	CONSTRAINT "certificates_status_range" CHECK ("certificates"."status_index" between 0 and 131071)
);
--> statement-breakpoint
CREATE TABLE "signing_key_secrets" (
	"key_id" uuid PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "signing_keys_public_unique" UNIQUE("public_key"),
	CONSTRAINT "signing_keys_public_form" CHECK ("signing_keys"."public_key" ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$'),
	CONSTRAINT "signing_keys_order" CHECK ("signing_keys"."retired_at" >= "signing_keys"."created_at")
);
--> statement-breakpoint
ALTER TABLE "award_confirmations" ADD CONSTRAINT "award_confirmations_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_holders" ADD CONSTRAINT "award_holders_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_follows_fk" FOREIGN KEY ("follows") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_replaced_by_awards_code_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_key_id_signing_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_key_secrets" ADD CONSTRAINT "signing_key_secrets_key_id_signing_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_confirmations_at_index" ON "award_confirmations" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "certificates_person_index" ON "certificates" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_active_unique" ON "signing_keys" USING btree ((retired_at is null)) WHERE retired_at is null;