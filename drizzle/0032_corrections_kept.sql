-- A decision about keys is read by whoever is signed in, because it says why a result was judged again, and written by
-- the system, once what may decide it was asked. Nothing of it is ever changed.
do $$
declare
	shared text;
begin
	foreach shared in array array['corrections', 'correction_keys', 'correction_settlements'] loop
		execute format('alter table %I enable row level security', shared);
		execute format('alter table %I force row level security', shared);
		execute format('create policy %I on %I to current_user using (true) with check (true)', shared || '_owner', shared);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', shared || '_system', shared);
		execute format('create policy %I on %I for select to widyapraja_app using ((select acting_person()) is not null)', shared || '_read', shared);
		execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()', shared || '_append_only', shared);
	end loop;
end
$$;
--> statement-breakpoint
grant select, insert on corrections, correction_keys, correction_settlements to widyapraja_app;
