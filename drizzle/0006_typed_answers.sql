-- What a person typed is theirs alone, like the fact it belongs to; it may be erased, the fact stays.
alter table typed_answers enable row level security;
--> statement-breakpoint
alter table typed_answers force row level security;
--> statement-breakpoint
create policy typed_answers_owner on typed_answers to current_user using (true) with check (true);
--> statement-breakpoint
create policy typed_answers_system on typed_answers to widyapraja_app
	using ((select acting_as_system())) with check ((select acting_as_system()));
--> statement-breakpoint
create policy typed_answers_own on typed_answers to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint
grant select, insert, delete on typed_answers to widyapraja_app;
--> statement-breakpoint
-- As in 0004, with what was typed last.
create or replace function lesson_standing(learner uuid, course text, lesson text)
returns table (release_id text, progress json, checks json)
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
		where c.person_id = e.person_id and c.release_id = e.release_id and c.lesson_id = lesson)
	from enrolments e
	where e.person_id = learner and e.course_id = course
	order by e.enrolled_at desc limit 1;
end
$$;
