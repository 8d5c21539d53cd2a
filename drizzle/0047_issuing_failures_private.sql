alter table issuing_failures enable row level security;
--> statement-breakpoint
alter table issuing_failures force row level security;
--> statement-breakpoint
create policy issuing_failures_owner on issuing_failures to current_user using (true) with check (true);
--> statement-breakpoint
create policy issuing_failures_system on issuing_failures to widyapraja_app
	using ((select acting_as_system())) with check ((select acting_as_system()));
--> statement-breakpoint
grant select, insert, update, delete on issuing_failures to widyapraja_app;
