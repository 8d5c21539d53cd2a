-- A marker sees and ends the own reservations; that somebody else holds a work is told to the markers of its course by a
-- function that does not say who.
alter table work_reservations enable row level security;
--> statement-breakpoint
alter table work_reservations force row level security;
--> statement-breakpoint
create policy work_reservations_owner on work_reservations to current_user using (true) with check (true);
--> statement-breakpoint
create policy work_reservations_system on work_reservations to widyapraja_app
	using ((select acting_as_system())) with check ((select acting_as_system()));
--> statement-breakpoint
-- Works of the courses that the person who acts marks, which somebody reads just now: until when at most, and whether they do.
create function works_held()
returns table (work_id uuid, held_until timestamptz, mine boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select r.work_id, r.held_until, r.marker_id = acting_person()
	from work_reservations r join works w on w.id = r.work_id
	where r.ended_at is null and r.held_until > now()
		and w.course_id = any (acting_duties('marker')) and w.person_id <> acting_person()
$$;
--> statement-breakpoint
grant execute on function works_held() to widyapraja_app;
--> statement-breakpoint
create policy work_reservations_own on work_reservations for select to widyapraja_app
	using (marker_id = (select acting_person()));
--> statement-breakpoint
create policy work_reservations_made on work_reservations for insert to widyapraja_app with check (
	marker_id = (select acting_person()) and ended_at is null and acting_may_mark(work_id, null)
	and not exists (select from works_held() h where h.work_id = work_reservations.work_id)
);
--> statement-breakpoint
create policy work_reservations_end on work_reservations for update to widyapraja_app
	using (marker_id = (select acting_person())) with check (marker_id = (select acting_person()));
--> statement-breakpoint
grant select, insert on work_reservations to widyapraja_app;
--> statement-breakpoint
grant update (ended_at) on work_reservations to widyapraja_app;
--> statement-breakpoint
create trigger work_reservations_kept before delete or truncate on work_reservations
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger work_reservations_ended_once before update on work_reservations
	for each row when (old.ended_at is not null) execute function refuse_change();
--> statement-breakpoint
-- What somebody else reads just now is not marked meanwhile.
alter policy marks_given on marks with check (
	marker_id = (select acting_person()) and acting_may_mark(work_id, replaces)
	and not exists (select from works_held() h where h.work_id = marks.work_id and not h.mine)
);
