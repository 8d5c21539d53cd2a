alter table signing_key_revocations enable row level security;
--> statement-breakpoint
alter table signing_key_revocations force row level security;
--> statement-breakpoint
create policy signing_key_revocations_owner on signing_key_revocations to current_user using (true) with check (true);
--> statement-breakpoint
create policy signing_key_revocations_system on signing_key_revocations to widyapraja_app
	using ((select acting_as_system())) with check ((select acting_as_system()));
--> statement-breakpoint
-- Whoever verifies is told.
create policy signing_key_revocations_read on signing_key_revocations for select to widyapraja_app using (true);
--> statement-breakpoint
grant select, insert on signing_key_revocations to widyapraja_app;
--> statement-breakpoint
create trigger signing_key_revocations_immutable before update or delete or truncate on signing_key_revocations
	for each statement execute function refuse_change();
