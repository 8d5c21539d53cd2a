CREATE TABLE "work_settlements" (
	"work_id" uuid PRIMARY KEY NOT NULL,
	"settled_at" timestamp with time zone NOT NULL,
	"unread_since" timestamp with time zone NOT NULL,
	"awaited" text NOT NULL,
	"readings" integer NOT NULL,
	CONSTRAINT "work_settlements_awaited_known" CHECK ("work_settlements"."awaited" in ('second', 'third')),
	CONSTRAINT "work_settlements_readings" CHECK ("work_settlements"."readings" = case "work_settlements"."awaited" when 'second' then 1 else 2 end)
);
--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD COLUMN "given_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "works" ADD COLUMN "lacks" text;--> statement-breakpoint
ALTER TABLE "work_settlements" ADD CONSTRAINT "work_settlements_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_lacks_settled" CHECK ("works"."lacks" is null or "works"."lacks" in ('second', 'third') and "works"."awaits" is null);