CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_on" date,
	CONSTRAINT "role_grants_role_known" CHECK ("role_grants"."role" in ('supervisor', 'hr-officer', 'contributor', 'reviewer', 'organiser', 'leader', 'auditor', 'agency-admin', 'platform-admin')),
	CONSTRAINT "role_grants_place" CHECK (("role_grants"."agency_id" is null) = ("role_grants"."role" = 'platform-admin') or "role_grants"."role" in ('reviewer', 'auditor')),
	CONSTRAINT "role_grants_unit_in_agency" CHECK ("role_grants"."unit_id" is null or "role_grants"."agency_id" is not null),
	CONSTRAINT "role_grants_agency_admin_whole" CHECK ("role_grants"."role" <> 'agency-admin' or "role_grants"."unit_id" is null)
);
--> statement-breakpoint
CREATE TABLE "role_withdrawals" (
	"grant_id" uuid PRIMARY KEY NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"act" text NOT NULL,
	"subject_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "citations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"release_id" text NOT NULL,
	"lesson_id" text,
	"question_id" text,
	"regulation_id" text NOT NULL,
	"article" text,
	"path" text NOT NULL,
	"line" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" text PRIMARY KEY NOT NULL,
	"home" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "courses_home_known" CHECK ("courses"."home" in ('folder', 'studio', 'remote'))
);
--> statement-breakpoint
CREATE TABLE "files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "files_sha256_form" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_size_true" CHECK ("files"."size" = octet_length("files"."bytes"))
);
--> statement-breakpoint
CREATE TABLE "glossary_terms" (
	"release_id" text NOT NULL,
	"id" text NOT NULL,
	"term" text NOT NULL,
	"definition" text NOT NULL,
	CONSTRAINT "glossary_terms_pk" PRIMARY KEY("release_id","id")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"release_id" text NOT NULL,
	"id" text NOT NULL,
	"module_id" text NOT NULL,
	"position" integer NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"plain_text" text NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "lessons_pk" PRIMARY KEY("release_id","id"),
	CONSTRAINT "lessons_position_unique" UNIQUE("release_id","position"),
	CONSTRAINT "lessons_minutes_positive" CHECK ("lessons"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "question_keys" (
	"release_id" text NOT NULL,
	"question_id" text NOT NULL,
	"correct" text[] NOT NULL,
	"rationales" jsonb NOT NULL,
	CONSTRAINT "question_keys_pk" PRIMARY KEY("release_id","question_id"),
	CONSTRAINT "question_keys_correct_filled" CHECK (cardinality("question_keys"."correct") > 0)
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"release_id" text NOT NULL,
	"id" text NOT NULL,
	"lesson_id" text,
	"kind" text NOT NULL,
	"objective" text,
	"level" text,
	"path" text NOT NULL,
	"line" integer NOT NULL,
	"prompt" text NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "questions_pk" PRIMARY KEY("release_id","id")
);
--> statement-breakpoint
CREATE TABLE "regulations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"short" text NOT NULL,
	"status" text NOT NULL,
	"in_force_from" date,
	"in_force_until" date,
	"revoked_by" text,
	"amended_by" text[] NOT NULL,
	"source" text NOT NULL,
	"last_checked" date NOT NULL,
	"note" text,
	CONSTRAINT "regulations_status_known" CHECK ("regulations"."status" in ('berlaku', 'diubah', 'dicabut', 'belum-berlaku'))
);
--> statement-breakpoint
CREATE TABLE "release_files" (
	"release_id" text NOT NULL,
	"path" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "release_files_pk" PRIMARY KEY("release_id","path")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"number" text NOT NULL,
	"ordinal" integer NOT NULL,
	"notes" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"outline" jsonb NOT NULL,
	"references" jsonb NOT NULL,
	CONSTRAINT "releases_course_number_unique" UNIQUE("course_id","number"),
	CONSTRAINT "releases_course_ordinal_unique" UNIQUE("course_id","ordinal"),
	CONSTRAINT "releases_id_is_hash" CHECK ("releases"."id" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"employee_kind" text NOT NULL,
	"language" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "people_employee_kind_known" CHECK ("people"."employee_kind" in ('pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn')),
	CONSTRAINT "people_language_known" CHECK ("people"."language" in ('id', 'en'))
);
--> statement-breakpoint
CREATE TABLE "person_contacts" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "person_contacts_email_unique" UNIQUE("email"),
	CONSTRAINT "person_contacts_email_lower" CHECK ("person_contacts"."email" = lower("person_contacts"."email"))
);
--> statement-breakpoint
CREATE TABLE "person_names" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title_before" text DEFAULT '' NOT NULL,
	"title_after" text DEFAULT '' NOT NULL,
	CONSTRAINT "person_names_name_filled" CHECK (btrim("person_names"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "person_numbers" (
	"person_id" uuid NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"from_on" date,
	"until_on" date,
	CONSTRAINT "person_numbers_pk" PRIMARY KEY("person_id","number"),
	CONSTRAINT "person_numbers_form" CHECK ("person_numbers"."number" ~ '^[0-9]{18}$'),
	CONSTRAINT "person_numbers_kind_known" CHECK ("person_numbers"."kind" in ('nip', 'ni-pppk'))
);
--> statement-breakpoint
CREATE TABLE "privacy_acknowledgements" (
	"person_id" uuid NOT NULL,
	"edition" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "privacy_acknowledgements_pk" PRIMARY KEY("person_id","edition")
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"issued_by" uuid,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recoveries_secret_unique" UNIQUE("secret_hash"),
	CONSTRAINT "recoveries_kind_known" CHECK ("recoveries"."kind" in ('link', 'code')),
	CONSTRAINT "recoveries_issuer_named" CHECK (("recoveries"."kind" = 'code') = ("recoveries"."issued_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"digest" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"label" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "sessions_label_unique" UNIQUE("label")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_failures_kind_known" CHECK ("sign_in_failures"."kind" in ('account', 'address', 'recovery-account', 'recovery-address'))
);
--> statement-breakpoint
CREATE TABLE "check_states" (
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"question_id" text NOT NULL,
	"tries" integer NOT NULL,
	"last_choice" text[] NOT NULL,
	"last_correct" boolean NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"first_correct_at" timestamp with time zone,
	CONSTRAINT "check_states_pk" PRIMARY KEY("person_id","release_id","question_id"),
	CONSTRAINT "check_states_tries_positive" CHECK ("check_states"."tries" > 0)
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"course_id" text NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "enrolments_pk" PRIMARY KEY("person_id","release_id")
);
--> statement-breakpoint
CREATE TABLE "learning_events" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"release_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"question_id" text,
	"choice" text[],
	"correct" boolean,
	"place" text,
	"claimed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "learning_events_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "learning_events_kind_known" CHECK ("learning_events"."kind" in ('lesson-opened', 'check-answered', 'lesson-declared', 'place-reached')),
	CONSTRAINT "learning_events_answer_whole" CHECK (("learning_events"."kind" = 'check-answered') = ("learning_events"."question_id" is not null and "learning_events"."choice" is not null and "learning_events"."correct" is not null)),
	CONSTRAINT "learning_events_place_named" CHECK (("learning_events"."kind" = 'place-reached') = ("learning_events"."place" is not null)),
	CONSTRAINT "learning_events_clock_clamped" CHECK ("learning_events"."claimed_at" <= "learning_events"."received_at")
);
--> statement-breakpoint
CREATE TABLE "lesson_states" (
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"place" text,
	"completed_at" timestamp with time zone,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "lesson_states_pk" PRIMARY KEY("person_id","release_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"not_before" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"region_code" text,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agencies_code_unique" UNIQUE("code"),
	CONSTRAINT "agencies_kind_known" CHECK ("agencies"."kind" in ('ministry', 'agency', 'province', 'regency', 'city', 'university', 'other'))
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid,
	"post_title" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "placements_period_ordered" CHECK ("placements"."until_on" is null or "placements"."until_on" >= "placements"."from_on")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agency_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "units_agency_unique" UNIQUE("id","agency_id"),
	CONSTRAINT "units_parent_name_unique" UNIQUE NULLS NOT DISTINCT("agency_id","parent_id","name")
);
--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit_fk" FOREIGN KEY ("unit_id","agency_id") REFERENCES "public"."units"("id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_withdrawals" ADD CONSTRAINT "role_withdrawals_grant_id_role_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."role_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_regulation_id_regulations_id_fk" FOREIGN KEY ("regulation_id") REFERENCES "public"."regulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_keys" ADD CONSTRAINT "question_keys_question_fk" FOREIGN KEY ("release_id","question_id") REFERENCES "public"."questions"("release_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_lesson_fk" FOREIGN KEY ("release_id","lesson_id") REFERENCES "public"."lessons"("release_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_contacts" ADD CONSTRAINT "person_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_names" ADD CONSTRAINT "person_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_numbers" ADD CONSTRAINT "person_numbers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_acknowledgements" ADD CONSTRAINT "privacy_acknowledgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_unit_fk" FOREIGN KEY ("unit_id","agency_id") REFERENCES "public"."units"("id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_fk" FOREIGN KEY ("parent_id","agency_id") REFERENCES "public"."units"("id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_grants_person_index" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_entries_at_index" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_index" ON "audit_entries" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "citations_regulation_index" ON "citations" USING btree ("regulation_id","article");--> statement-breakpoint
CREATE INDEX "citations_release_index" ON "citations" USING btree ("release_id","lesson_id");--> statement-breakpoint
CREATE INDEX "questions_lesson_index" ON "questions" USING btree ("release_id","lesson_id");--> statement-breakpoint
CREATE INDEX "release_files_sha256_index" ON "release_files" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "person_numbers_current_unique" ON "person_numbers" USING btree ("number") WHERE until_on is null;--> statement-breakpoint
CREATE INDEX "recoveries_person_index" ON "recoveries" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_failures_key_index" ON "sign_in_failures" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "sign_in_failures_at_index" ON "sign_in_failures" USING btree ("at");--> statement-breakpoint
CREATE INDEX "check_states_lesson_index" ON "check_states" USING btree ("person_id","release_id","lesson_id");--> statement-breakpoint
CREATE INDEX "enrolments_course_index" ON "enrolments" USING btree ("person_id","course_id");--> statement-breakpoint
CREATE INDEX "enrolments_agency_index" ON "enrolments" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "learning_events_lesson_index" ON "learning_events" USING btree ("person_id","release_id","lesson_id");--> statement-breakpoint
CREATE INDEX "lesson_states_agency_index" ON "lesson_states" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "mails_waiting_index" ON "mails" USING btree ("not_before") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "placements_person_index" ON "placements" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "placements_agency_index" ON "placements" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "units_parent_index" ON "units" USING btree ("parent_id");