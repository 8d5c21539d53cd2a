-- Notes and bookmarks are read and written by the person alone: no officer's policy, none for the platform's
-- administrator, and none for the system either. Jobs and housekeeping therefore see none; whoever erases them for a
-- person does so in that person's scope, and the owner's policy is there for backups.
do $$
declare
	private text;
begin
	foreach private in array array['notes', 'bookmarks'] loop
		execute format('alter table %I enable row level security', private);
		execute format('alter table %I force row level security', private);
		execute format('create policy %I on %I to current_user using (true) with check (true)', private || '_owner', private);
		execute format('create policy %I on %I to widyapraja_app using (person_id = (select acting_person())) with check (person_id = (select acting_person()))', private || '_own', private);
	end loop;
end
$$;
--> statement-breakpoint
grant select, insert, delete on notes, bookmarks to widyapraja_app;
--> statement-breakpoint
grant update (release_id, place, text, version, changed_at) on notes to widyapraja_app;
--> statement-breakpoint

-- As in 0006, and how many notes the learner has in the lesson and which places they marked: their texts stand on a
-- page of their own, so that a lesson weighs the same however much is written beside it.
drop function lesson_standing(uuid, text, text);
--> statement-breakpoint
create function lesson_standing(learner uuid, course text, lesson text)
returns table (release_id text, progress json, checks json, notes integer, bookmarks json)
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
	if acting_person() is distinct from learner then
		if nullif(current_setting('widyapraja.actor', true), '') is not null then
			raise exception 'lesson_standing was asked about a person in a scope that is not theirs'
				using errcode = 'object_not_in_prerequisite_state';
		end if;
		perform set_config('widyapraja.actor', 'person', true), set_config('widyapraja.person', learner::text, true);
	end if;
	return query
	select e.release_id,
		(select coalesce(json_agg(json_build_object('lessonId', s.lesson_id, 'lastAt', s.last_at, 'place', s.place,
			'completedAt', s.completed_at)), '[]')
		from lesson_states s where s.person_id = e.person_id and s.release_id = e.release_id),
		(select coalesce(json_agg(json_build_object('questionId', c.question_id, 'tries', c.tries,
			'lastChoice', c.last_choice, 'lastTyped', c.last_typed, 'lastCorrect', c.last_correct, 'lastAt', c.last_at,
			'firstCorrectAt', c.first_correct_at)), '[]')
		from check_states c
		where c.person_id = e.person_id and c.release_id = e.release_id and c.lesson_id = lesson),
		(select count(*)::integer from notes n
		where n.person_id = e.person_id and n.course_id = e.course_id and n.lesson_id = lesson),
		(select coalesce(json_agg(b.place), '[]') from bookmarks b
		where b.person_id = e.person_id and b.course_id = e.course_id and b.lesson_id = lesson)
	from enrolments e
	where e.person_id = learner and e.course_id = course
	order by e.enrolled_at desc limit 1;
end
$$;
--> statement-breakpoint
grant execute on function lesson_standing(uuid, text, text) to widyapraja_app;
