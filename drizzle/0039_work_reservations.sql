CREATE TABLE "work_reservations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"marker_id" uuid NOT NULL,
	"reserved_at" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "work_reservations_short" CHECK ("work_reservations"."held_until" > "work_reservations"."reserved_at" and "work_reservations"."held_until" <= "work_reservations"."reserved_at" + interval '2 hours')
);
--> statement-breakpoint
ALTER TABLE "work_reservations" ADD CONSTRAINT "work_reservations_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_reservations_open_index" ON "work_reservations" USING btree ("work_id") WHERE "work_reservations"."ended_at" is null;