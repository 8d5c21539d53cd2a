-- Number and post are for the paper. Once that is issued, or never will be, erasure may empty them; else nothing changes.
drop trigger award_holders_immutable on award_holders;
--> statement-breakpoint
create trigger award_holders_kept before delete or truncate on award_holders
	for each statement execute function refuse_change();
--> statement-breakpoint
create function refuse_early_erasure() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
	if not exists (select from certificates c where c.code = old.code)
		and not exists (select from certificate_revocations r where r.code = old.code) then
		raise exception 'award % is yet to be issued', old.code using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
revoke execute on function refuse_early_erasure() from public;
--> statement-breakpoint
create trigger award_holders_emptied before update on award_holders
	for each row when (
		(new.code, new.person_id, new.name, new.title_before, new.title_after)
			is distinct from (old.code, old.person_id, old.name, old.title_before, old.title_after)
		or new.number is not null and new.number is distinct from old.number
		or new.post is not null and new.post is distinct from old.post
		or new.unit is not null and new.unit is distinct from old.unit
		or new.agency is not null and new.agency is distinct from old.agency
	) execute function refuse_change();
--> statement-breakpoint
create trigger award_holders_emptied_late before update on award_holders
	for each row execute function refuse_early_erasure();
--> statement-breakpoint
grant update (number, post, unit, agency) on award_holders to widyapraja_app;
--> statement-breakpoint
-- A holder adds what names them and never changes it: erasure is the system's.
drop policy award_holders_own on award_holders;
--> statement-breakpoint
create policy award_holders_own on award_holders for select to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy award_holders_earned on award_holders for insert to widyapraja_app
	with check (
		person_id = (select acting_person())
		and exists (select from awards a where a.code = award_holders.code and a.person_id = award_holders.person_id)
	);
