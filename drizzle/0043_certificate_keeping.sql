CREATE TABLE "certificate_restorations" (
	"code" text PRIMARY KEY NOT NULL,
	"restored_as" text NOT NULL,
	"reason" text NOT NULL,
	"restored_by" uuid NOT NULL,
	"restored_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_restorations_award_unique" UNIQUE("restored_as"),
	CONSTRAINT "certificate_restorations_reason_length" CHECK (char_length(btrim("certificate_restorations"."reason")) between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "certificate_signatories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organiser" text NOT NULL,
	"post" text NOT NULL,
	"name" text,
	"place" text,
	"from_on" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_signatories_filled" CHECK (btrim("certificate_signatories"."post") <> '' and btrim("certificate_signatories"."name") <> '' and btrim("certificate_signatories"."place") <> '')
);
--> statement-breakpoint
ALTER TABLE "certificate_revocations" DROP CONSTRAINT "certificate_revocations_cause_known";--> statement-breakpoint
ALTER TABLE "certificate_restorations" ADD CONSTRAINT "certificate_restorations_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_restorations" ADD CONSTRAINT "certificate_restorations_restored_as_awards_code_fk" FOREIGN KEY ("restored_as") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_signatories_organiser_index" ON "certificate_signatories" USING btree ("organiser","from_on");--> statement-breakpoint
CREATE INDEX "awards_organiser_index" ON "awards" USING btree ("organiser","awarded_at");--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_cause_known" CHECK ("certificate_revocations"."cause" in ('mistaken', 'fraudulent', 'requested', 'replaced', 'void'));