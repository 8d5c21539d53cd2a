CREATE TABLE "attempt_answers" (
	"person_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"choice" text[] NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_answers_pk" PRIMARY KEY("person_id","attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "attempt_texts" (
	"person_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "attempt_texts_pk" PRIMARY KEY("person_id","attempt_id","question_id"),
	CONSTRAINT "attempt_texts_length" CHECK (char_length("attempt_texts"."text") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"course_id" text NOT NULL,
	"test_id" text NOT NULL,
	"number" integer NOT NULL,
	"paper" jsonb NOT NULL,
	"criteria" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "attempts_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "attempts_number_unique" UNIQUE("person_id","release_id","test_id","number"),
	CONSTRAINT "attempts_number_positive" CHECK ("attempts"."number" > 0),
	CONSTRAINT "attempts_paper_filled" CHECK (jsonb_array_length("attempts"."paper") > 0),
	CONSTRAINT "attempts_order" CHECK ("attempts"."submitted_at" >= "attempts"."started_at")
);
--> statement-breakpoint
CREATE TABLE "gradings" (
	"person_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"cause" text NOT NULL,
	"graded_at" timestamp with time zone NOT NULL,
	"items" jsonb NOT NULL,
	"score" numeric(5, 2),
	"passed" boolean,
	CONSTRAINT "gradings_pk" PRIMARY KEY("person_id","attempt_id","ordinal"),
	CONSTRAINT "gradings_cause_known" CHECK ("gradings"."cause" in ('sent', 'marked', 'key-mended', 'undone')),
	CONSTRAINT "gradings_score_range" CHECK ("gradings"."score" between 0 and 100),
	CONSTRAINT "gradings_pass_scored" CHECK ("gradings"."passed" is null or "gradings"."score" is not null)
);
--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_attempt_fk" FOREIGN KEY ("person_id","attempt_id") REFERENCES "public"."attempts"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_texts" ADD CONSTRAINT "attempt_texts_answer_fk" FOREIGN KEY ("person_id","attempt_id","question_id") REFERENCES "public"."attempt_answers"("person_id","attempt_id","question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradings" ADD CONSTRAINT "gradings_attempt_fk" FOREIGN KEY ("person_id","attempt_id") REFERENCES "public"."attempts"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open_unique" ON "attempts" USING btree ("person_id","release_id","test_id") WHERE "attempts"."submitted_at" is null;--> statement-breakpoint
CREATE INDEX "attempts_test_index" ON "attempts" USING btree ("release_id","test_id");