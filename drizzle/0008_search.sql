CREATE TABLE "search_courses" (
	"course_id" text PRIMARY KEY NOT NULL,
	"release_id" text NOT NULL,
	"form" integer NOT NULL,
	"title" text NOT NULL,
	"code" text NOT NULL,
	"language" text NOT NULL,
	"jp" double precision NOT NULL,
	"topics" text[] NOT NULL,
	"providers" text[] NOT NULL,
	"competencies" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"course_id" text NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"title" text NOT NULL,
	"headings" text NOT NULL,
	"body" text NOT NULL,
	"head" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_entries_target_unique" UNIQUE("course_id","kind","target"),
	CONSTRAINT "search_entries_kind_known" CHECK ("search_entries"."kind" in ('course', 'lesson', 'term'))
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"stem" text NOT NULL,
	"entries" integer NOT NULL,
	"titles" integer NOT NULL,
	CONSTRAINT "search_words_counted" CHECK ("search_words"."titles" between 0 and "search_words"."entries")
);
--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "headings" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_courses" ADD CONSTRAINT "search_courses_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_courses" ADD CONSTRAINT "search_courses_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_course_id_search_courses_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."search_courses"("course_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_words_index" ON "search_entries" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_words_stem_index" ON "search_words" USING btree ("stem");