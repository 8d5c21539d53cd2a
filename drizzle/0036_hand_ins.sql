CREATE TABLE "hand_in_files" (
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "hand_in_files_pk" PRIMARY KEY("person_id","course_id","number","sha256")
);
--> statement-breakpoint
CREATE TABLE "hand_ins" (
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"number" integer NOT NULL,
	"release_id" text NOT NULL,
	"text" text,
	"revision" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"handed_in_at" timestamp with time zone,
	"agency_id" uuid,
	"unit_id" uuid,
	CONSTRAINT "hand_ins_pk" PRIMARY KEY("person_id","course_id","number"),
	CONSTRAINT "hand_ins_number_positive" CHECK ("hand_ins"."number" > 0),
	CONSTRAINT "hand_ins_text_length" CHECK (char_length("hand_ins"."text") between 1 and 50000)
);
--> statement-breakpoint
CREATE TABLE "project_files" (
	"person_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea",
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_files_pk" PRIMARY KEY("person_id","sha256"),
	CONSTRAINT "project_files_type_known" CHECK ("project_files"."media_type" in ('application/pdf', 'image/jpeg', 'image/png')),
	CONSTRAINT "project_files_size_true" CHECK ("project_files"."size" = octet_length("project_files"."bytes") and "project_files"."size" between 1 and 5242880),
	CONSTRAINT "project_files_hash_true" CHECK ("project_files"."sha256" = encode(sha256("project_files"."bytes"), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "work_returns" (
	"work_id" uuid PRIMARY KEY NOT NULL,
	"marker_id" uuid NOT NULL,
	"returned_at" timestamp with time zone NOT NULL,
	"words" text,
	CONSTRAINT "work_returns_words_length" CHECK (char_length("work_returns"."words") between 1 and 5000)
);
--> statement-breakpoint
ALTER TABLE "works" ALTER COLUMN "attempt_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "works" ALTER COLUMN "question_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "works" ALTER COLUMN "test_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "works" ADD COLUMN "hand_in" integer;--> statement-breakpoint
ALTER TABLE "hand_in_files" ADD CONSTRAINT "hand_in_files_version_fk" FOREIGN KEY ("person_id","course_id","number") REFERENCES "public"."hand_ins"("person_id","course_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_in_files" ADD CONSTRAINT "hand_in_files_file_fk" FOREIGN KEY ("person_id","sha256") REFERENCES "public"."project_files"("person_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_returns" ADD CONSTRAINT "work_returns_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hand_in_files_file_index" ON "hand_in_files" USING btree ("person_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_ins_draft_unique" ON "hand_ins" USING btree ("person_id","course_id") WHERE "hand_ins"."handed_in_at" is null;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_hand_in_fk" FOREIGN KEY ("person_id","course_id","hand_in") REFERENCES "public"."hand_ins"("person_id","course_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_hand_in_unique" UNIQUE("person_id","course_id","hand_in");--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_essay_or_project" CHECK (num_nonnulls("works"."attempt_id", "works"."question_id", "works"."test_id") = case when "works"."hand_in" is null then 3 else 0 end);