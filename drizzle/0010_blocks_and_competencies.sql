CREATE TABLE "blocks" (
	"release_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"module_id" text,
	"lesson_id" text,
	"path" text NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"fingerprint" text NOT NULL,
	"words" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "blocks_pk" PRIMARY KEY("release_id","id"),
	CONSTRAINT "blocks_position_unique" UNIQUE("release_id","position")
);
--> statement-breakpoint
CREATE TABLE "competencies" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"order" integer NOT NULL,
	"regulation" text,
	"description" text,
	"levels" jsonb NOT NULL,
	CONSTRAINT "competencies_kind_known" CHECK ("competencies"."kind" in ('manajerial', 'sosial-kultural', 'teknis-kerja'))
);
--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_lesson_fk" FOREIGN KEY ("release_id","lesson_id") REFERENCES "public"."lessons"("release_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competencies" ADD CONSTRAINT "competencies_regulation_regulations_id_fk" FOREIGN KEY ("regulation") REFERENCES "public"."regulations"("id") ON DELETE no action ON UPDATE no action;