-- Who is signed in is kept in memory for a moment (identity/session-memory.ts). What the application can
-- change about the answer is announced on the channel widyapraja_person with the id of the person, when the transaction
-- commits. That a day has passed, which ends posts and grants, nobody announces.

-- The argument names the column that says who; without one it concerns everybody, and the payload is empty.
create function announce_person() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
	perform pg_notify('widyapraja_person', case when tg_nargs = 0 then ''
		else coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0] end);
	return null;
end
$$;
--> statement-breakpoint
create trigger people_announced after update on people
	for each row execute function announce_person('id');
--> statement-breakpoint
create trigger person_names_announced after update on person_names
	for each row execute function announce_person('person_id');
--> statement-breakpoint
create trigger sessions_announced after update or delete on sessions
	for each row execute function announce_person('person_id');
--> statement-breakpoint
create trigger privacy_acknowledgements_announced after insert on privacy_acknowledgements
	for each row execute function announce_person('person_id');
--> statement-breakpoint
create trigger placements_announced after insert or update on placements
	for each row execute function announce_person('person_id');
--> statement-breakpoint
create trigger role_grants_announced after insert on role_grants
	for each row execute function announce_person('person_id');
--> statement-breakpoint
-- A withdrawal names the grant, not the person; it is rare.
create trigger role_withdrawals_announced after insert on role_withdrawals
	for each statement execute function announce_person();
--> statement-breakpoint
create trigger agencies_announced after update on agencies
	for each statement execute function announce_person();
--> statement-breakpoint
revoke execute on function announce_person() from public;
