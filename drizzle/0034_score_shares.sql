CREATE TABLE "score_shares" (
	"code" text NOT NULL,
	"ordinal" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "score_shares_pk" PRIMARY KEY("code","ordinal"),
	CONSTRAINT "score_shares_ordinal_positive" CHECK ("score_shares"."ordinal" > 0)
);
--> statement-breakpoint
ALTER TABLE "score_shares" ADD CONSTRAINT "score_shares_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;