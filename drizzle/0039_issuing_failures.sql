CREATE TABLE "issuing_failures" (
	"code" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"failed_at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"retry_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issuing_failures_positive" CHECK ("issuing_failures"."failures" > 0)
);
--> statement-breakpoint
ALTER TABLE "issuing_failures" ADD CONSTRAINT "issuing_failures_code_awards_code_fk" FOREIGN KEY ("code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;