CREATE TABLE "typed_answers" (
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "typed_answers_pk" PRIMARY KEY("person_id","event_id"),
	CONSTRAINT "typed_answers_short" CHECK (char_length("typed_answers"."answer") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "question_keys" DROP CONSTRAINT "question_keys_correct_filled";--> statement-breakpoint
ALTER TABLE "question_keys" ADD COLUMN "detail" jsonb;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "pool" text DEFAULT 'latihan' NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "scenario_id" text;--> statement-breakpoint
ALTER TABLE "check_states" ADD COLUMN "last_typed" text;--> statement-breakpoint
ALTER TABLE "typed_answers" ADD CONSTRAINT "typed_answers_event_fk" FOREIGN KEY ("person_id","event_id") REFERENCES "public"."learning_events"("person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_keys" ADD CONSTRAINT "question_keys_correct_filled" CHECK (cardinality("question_keys"."correct") > 0 or "question_keys"."detail" is not null);--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_pool_known" CHECK ("questions"."pool" in ('latihan', 'kuis', 'ujian'));