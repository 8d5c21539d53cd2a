CREATE TABLE "correction_keys" (
	"correction_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"question_id" text NOT NULL,
	CONSTRAINT "correction_keys_pk" PRIMARY KEY("correction_id","release_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "correction_settlements" (
	"correction_id" uuid PRIMARY KEY NOT NULL,
	"settled_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"undoes" uuid,
	"from_release" text NOT NULL,
	"to_release" text NOT NULL,
	"question_ids" text[] NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "corrections_ordinal_unique" UNIQUE("course_id","ordinal"),
	CONSTRAINT "corrections_undone_once" UNIQUE("undoes"),
	CONSTRAINT "corrections_kind_known" CHECK ("corrections"."kind" in ('mend', 'undo')),
	CONSTRAINT "corrections_undo_named" CHECK (("corrections"."kind" = 'undo') = ("corrections"."undoes" is not null)),
	CONSTRAINT "corrections_questions_filled" CHECK (cardinality("corrections"."question_ids") > 0),
	CONSTRAINT "corrections_reason_length" CHECK (char_length("corrections"."reason") between 10 and 1000)
);
--> statement-breakpoint
ALTER TABLE "gradings" ADD COLUMN "correction_id" uuid;--> statement-breakpoint
ALTER TABLE "correction_keys" ADD CONSTRAINT "correction_keys_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_keys" ADD CONSTRAINT "correction_keys_question_fk" FOREIGN KEY ("release_id","question_id") REFERENCES "public"."questions"("release_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_settlements" ADD CONSTRAINT "correction_settlements_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_from_release_releases_id_fk" FOREIGN KEY ("from_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_to_release_releases_id_fk" FOREIGN KEY ("to_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_undoes_fk" FOREIGN KEY ("undoes") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradings" ADD CONSTRAINT "gradings_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gradings_correction_unique" ON "gradings" USING btree ("correction_id","person_id","attempt_id") WHERE "gradings"."correction_id" is not null;