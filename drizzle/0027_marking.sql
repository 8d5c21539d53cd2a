CREATE TABLE "course_duties" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"given_by" uuid,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "course_duties_duty_known" CHECK ("course_duties"."duty" in ('organiser', 'marker'))
);
--> statement-breakpoint
CREATE TABLE "attempt_clocks" (
	"person_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"spent_ms" integer NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_clocks_pk" PRIMARY KEY("person_id","attempt_id"),
	CONSTRAINT "attempt_clocks_spent_positive" CHECK ("attempt_clocks"."spent_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "chance_decisions" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"granted" boolean NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "chance_decisions_silence_grants" CHECK ("chance_decisions"."decided_by" is not null or "chance_decisions"."granted"),
	CONSTRAINT "chance_decisions_reason_length" CHECK (char_length("chance_decisions"."reason") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "chance_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"course_id" text NOT NULL,
	"test_id" text NOT NULL,
	"number" integer NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"reason" text,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "chance_requests_number_unique" UNIQUE("person_id","release_id","test_id","number"),
	CONSTRAINT "chance_requests_number_positive" CHECK ("chance_requests"."number" > 0),
	CONSTRAINT "chance_requests_reason_length" CHECK (char_length("chance_requests"."reason") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"work_id" uuid NOT NULL,
	"marker_id" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"rubric" jsonb NOT NULL,
	"levels" integer[] NOT NULL,
	"score" numeric(5, 2) NOT NULL,
	"comment" text,
	"replaces" uuid,
	"reason" text,
	CONSTRAINT "marks_replaces_unique" UNIQUE("replaces"),
	CONSTRAINT "marks_score_range" CHECK ("marks"."score" between 0 and 100),
	CONSTRAINT "marks_comment_length" CHECK (char_length("marks"."comment") between 1 and 5000),
	CONSTRAINT "marks_reason_length" CHECK (char_length("marks"."reason") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "time_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"factor" numeric(3, 2) NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "time_extensions_factor_range" CHECK ("time_extensions"."factor" > 1 and "time_extensions"."factor" <= 5),
	CONSTRAINT "time_extensions_reason_known" CHECK ("time_extensions"."reason" in ('disability', 'health', 'equipment', 'other')),
	CONSTRAINT "time_extensions_end_whole" CHECK (("time_extensions"."ended_at" is null) = ("time_extensions"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "works" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"release_id" text NOT NULL,
	"course_id" text NOT NULL,
	"test_id" text NOT NULL,
	"pass_mark" numeric(5, 2),
	"sent_at" timestamp with time zone NOT NULL,
	"awaits" text DEFAULT 'first',
	"score" numeric(5, 2),
	CONSTRAINT "works_answer_unique" UNIQUE("person_id","attempt_id","question_id"),
	CONSTRAINT "works_awaits_known" CHECK ("works"."awaits" in ('first', 'second', 'third')),
	CONSTRAINT "works_score_range" CHECK ("works"."score" between 0 and 100),
	CONSTRAINT "works_settled_scored" CHECK (("works"."awaits" is null) = ("works"."score" is not null))
);
--> statement-breakpoint
ALTER TABLE "attempt_clocks" ADD CONSTRAINT "attempt_clocks_attempt_fk" FOREIGN KEY ("person_id","attempt_id") REFERENCES "public"."attempts"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chance_decisions" ADD CONSTRAINT "chance_decisions_request_id_chance_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."chance_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_replaces_fk" FOREIGN KEY ("replaces") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_attempt_fk" FOREIGN KEY ("person_id","attempt_id") REFERENCES "public"."attempts"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "course_duties_open_unique" ON "course_duties" USING btree ("course_id","person_id","duty") WHERE "course_duties"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "course_duties_person_index" ON "course_duties" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "chance_requests_course_index" ON "chance_requests" USING btree ("course_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "marks_first_unique" ON "marks" USING btree ("work_id","marker_id") WHERE "marks"."replaces" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "time_extensions_open_unique" ON "time_extensions" USING btree ("person_id","course_id") WHERE "time_extensions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "time_extensions_course_index" ON "time_extensions" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "works_waiting_index" ON "works" USING btree ("course_id","sent_at") WHERE "works"."awaits" is not null;