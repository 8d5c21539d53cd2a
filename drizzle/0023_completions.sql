CREATE TABLE "course_completions" (
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"course_id" text NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	"score" numeric(5, 2),
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "course_completions_pk" PRIMARY KEY("person_id","release_id"),
	CONSTRAINT "course_completions_score_range" CHECK ("course_completions"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "module_completions" (
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"module_id" text NOT NULL,
	"course_id" text NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "module_completions_pk" PRIMARY KEY("person_id","release_id","module_id")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" text NOT NULL,
	"sent_on" date NOT NULL,
	"ratings" jsonb NOT NULL,
	"helpful" text NOT NULL,
	"missing" text NOT NULL,
	CONSTRAINT "survey_answers_helpful_length" CHECK (char_length("survey_answers"."helpful") <= 2000),
	CONSTRAINT "survey_answers_missing_length" CHECK (char_length("survey_answers"."missing") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "survey_completions" (
	"person_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"sent_on" date NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "survey_completions_pk" PRIMARY KEY("person_id","release_id")
);
--> statement-breakpoint
CREATE INDEX "course_completions_agency_index" ON "course_completions" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "module_completions_agency_index" ON "module_completions" USING btree ("agency_id","unit_id");--> statement-breakpoint
CREATE INDEX "survey_answers_release_index" ON "survey_answers" USING btree ("release_id");