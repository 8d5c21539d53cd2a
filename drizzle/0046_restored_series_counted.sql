-- That a restore was looked at is said once; nothing else of a series changes.
drop trigger certificate_series_immutable on certificate_series;
--> statement-breakpoint
create trigger certificate_series_kept before delete or truncate on certificate_series
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger certificate_series_reviewed_once before update on certificate_series
	for each row when (
		old.reviewed_at is not null or new.series <> old.series or new.opened_at <> old.opened_at
		or new.snapshot_at is distinct from old.snapshot_at
	) execute function refuse_change();
--> statement-breakpoint
grant update (reviewed_at) on certificate_series to widyapraja_app;
--> statement-breakpoint
-- The series that numbers are given in. One of an earlier series is not issued any more: since the backup was made it
-- may have been.
create function current_certificate_series() returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select coalesce((select series from certificate_series order by opened_at desc, series desc limit 1), 1)
$$;
--> statement-breakpoint
create or replace function take_certificate_number(for_organiser text, in_year integer)
returns table (taken_series integer, taken_ordinal integer)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
	insert into certificate_counts as c (organiser, year, series, last)
	values (for_organiser, in_year, current_certificate_series(), 1)
	on conflict (organiser, year, series) do update set last = c.last + 1
	returning c.series, c.last
$$;
--> statement-breakpoint
revoke execute on function current_certificate_series() from public;
--> statement-breakpoint
grant execute on function current_certificate_series() to widyapraja_app;
