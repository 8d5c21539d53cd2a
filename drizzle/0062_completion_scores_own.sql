-- Officers see that a course was completed, not with which score of the test at the end (product.md 3.7): no role reads the
-- column, and a function tells it to whose it is.
revoke select on course_completions from widyapraja_app;
--> statement-breakpoint
grant select (person_id, release_id, course_id, completed_at, agency_id, unit_id) on course_completions to widyapraja_app;
--> statement-breakpoint
create function completion_score(person uuid, release text) returns numeric
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select c.score from course_completions c
	where c.person_id = person and c.release_id = release and (person = acting_person() or acting_as_system())
$$;
--> statement-breakpoint
revoke execute on function completion_score(uuid, text) from public;
--> statement-breakpoint
grant execute on function completion_score(uuid, text) to widyapraja_app;
