-- Blocks are part of a release: never changed or deleted.
create trigger blocks_immutable before update or delete or truncate on blocks
	for each statement execute function refuse_change();
--> statement-breakpoint
-- Public facts, no personal data: read by everyone, written by the system alone. Blocks hold nothing of a key.
do $$
declare
	shared text;
begin
	foreach shared in array array['blocks', 'competencies'] loop
		execute format('alter table %I enable row level security', shared);
		execute format('alter table %I force row level security', shared);
		execute format('create policy %I on %I to current_user using (true) with check (true)', shared || '_owner', shared);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', shared || '_system', shared);
		execute format('create policy %I on %I for select to widyapraja_app using (true)', shared || '_read', shared);
	end loop;
end
$$;
--> statement-breakpoint
grant select, insert on blocks, competencies to widyapraja_app;
--> statement-breakpoint
grant update on competencies to widyapraja_app;
--> statement-breakpoint
-- An article cited in a question may be cited in the rationale of its right option: like keys, not for passers-by.
drop policy citations_read on citations;
--> statement-breakpoint
create policy citations_read on citations for select to widyapraja_app
	using (question_id is null or (select acting_person()) is not null);
