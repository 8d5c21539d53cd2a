CREATE TABLE "contracts" (
	"person_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contracts_pk" PRIMARY KEY("person_id","starts_on"),
	CONSTRAINT "contracts_period_ordered" CHECK ("contracts"."ends_on" is null or "contracts"."ends_on" >= "contracts"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "hour_decisions" (
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hour_decisions_pk" PRIMARY KEY("submission_id","number"),
	CONSTRAINT "hour_decisions_outcome_known" CHECK ("hour_decisions"."outcome" in ('approved', 'returned')),
	CONSTRAINT "hour_decisions_reason" CHECK (("hour_decisions"."outcome" = 'returned') = ("hour_decisions"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "hour_entries" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"course_id" text,
	"release_id" text,
	"module_id" text,
	"submission_id" uuid,
	"reverses" text,
	"reason" text,
	"title" text NOT NULL,
	"organiser" text NOT NULL,
	"form" text NOT NULL,
	"jp" numeric(6, 2) NOT NULL,
	"started_on" date,
	"earned_on" date NOT NULL,
	"certificate" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "hour_entries_pk" PRIMARY KEY("person_id","key"),
	CONSTRAINT "hour_entries_reversed_once" UNIQUE("person_id","reverses"),
	CONSTRAINT "hour_entries_kind_known" CHECK ("hour_entries"."kind" in ('module', 'external', 'project', 'reversal')),
	CONSTRAINT "hour_entries_sign" CHECK (case "hour_entries"."kind" when 'reversal' then "hour_entries"."jp" < 0 else "hour_entries"."jp" > 0 end),
	CONSTRAINT "hour_entries_reversal_whole" CHECK (("hour_entries"."kind" = 'reversal') = ("hour_entries"."reverses" is not null) and ("hour_entries"."reverses" is null) = ("hour_entries"."reason" is null)),
	CONSTRAINT "hour_entries_module_named" CHECK ("hour_entries"."kind" <> 'module' or num_nonnulls("hour_entries"."course_id", "hour_entries"."release_id", "hour_entries"."module_id") = 3),
	CONSTRAINT "hour_entries_period_ordered" CHECK ("hour_entries"."started_on" is null or "hour_entries"."started_on" <= "hour_entries"."earned_on")
);
--> statement-breakpoint
CREATE TABLE "hour_evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hour_evidence_person_unique" UNIQUE("person_id","id"),
	CONSTRAINT "hour_evidence_type_known" CHECK ("hour_evidence"."media_type" in ('application/pdf', 'image/jpeg', 'image/png')),
	CONSTRAINT "hour_evidence_size_true" CHECK ("hour_evidence"."size" = octet_length("hour_evidence"."bytes") and "hour_evidence"."size" between 1 and 5242880)
);
--> statement-breakpoint
CREATE TABLE "hour_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"employee_kind" text NOT NULL,
	"minimum" numeric(6, 2),
	"maximum" numeric(6, 2),
	"basis" text NOT NULL,
	"from_on" date NOT NULL,
	"source" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hour_rules_kind_known" CHECK ("hour_rules"."employee_kind" in ('pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn')),
	CONSTRAINT "hour_rules_basis_known" CHECK ("hour_rules"."basis" in ('calendar-year', 'contract-year')),
	CONSTRAINT "hour_rules_bounds" CHECK ("hour_rules"."minimum" > 0 and "hour_rules"."maximum" > 0 and "hour_rules"."minimum" <= "hour_rules"."maximum")
);
--> statement-breakpoint
CREATE TABLE "hour_submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hour_submissions_person_unique" UNIQUE("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "hour_versions" (
	"person_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"organiser" text NOT NULL,
	"form" text NOT NULL,
	"jp" numeric(6, 2) NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date NOT NULL,
	"certificate" text NOT NULL,
	"evidence_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hour_versions_pk" PRIMARY KEY("submission_id","number"),
	CONSTRAINT "hour_versions_number_positive" CHECK ("hour_versions"."number" > 0),
	CONSTRAINT "hour_versions_jp_positive" CHECK ("hour_versions"."jp" > 0),
	CONSTRAINT "hour_versions_period_ordered" CHECK ("hour_versions"."ended_on" >= "hour_versions"."started_on")
);
--> statement-breakpoint
CREATE TABLE "hour_withdrawals" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hour_decisions" ADD CONSTRAINT "hour_decisions_version_fk" FOREIGN KEY ("submission_id","number") REFERENCES "public"."hour_versions"("submission_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_submission_id_hour_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."hour_submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_reverses_fk" FOREIGN KEY ("person_id","reverses") REFERENCES "public"."hour_entries"("person_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_versions" ADD CONSTRAINT "hour_versions_submission_fk" FOREIGN KEY ("person_id","submission_id") REFERENCES "public"."hour_submissions"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_versions" ADD CONSTRAINT "hour_versions_evidence_fk" FOREIGN KEY ("person_id","evidence_id") REFERENCES "public"."hour_evidence"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_withdrawals" ADD CONSTRAINT "hour_withdrawals_submission_id_hour_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."hour_submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hour_entries_place_index" ON "hour_entries" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "hour_rules_kind_index" ON "hour_rules" USING btree ("employee_kind","from_on");--> statement-breakpoint
CREATE INDEX "hour_submissions_place_index" ON "hour_submissions" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "hour_versions_evidence_index" ON "hour_versions" USING btree ("evidence_id");