CREATE TABLE "bookmarks" (
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"place" text NOT NULL,
	"release_id" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bookmarks_pk" PRIMARY KEY("person_id","course_id","lesson_id","place")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"release_id" text NOT NULL,
	"place" text,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notes_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "notes_text_length" CHECK (char_length("notes"."text") between 1 and 4000),
	CONSTRAINT "notes_version_positive" CHECK ("notes"."version" > 0)
);
--> statement-breakpoint
CREATE INDEX "notes_lesson_index" ON "notes" USING btree ("person_id","course_id","lesson_id");