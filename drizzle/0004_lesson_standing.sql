-- Where a learner stands in a lesson, for the one page that must be fast. Called on its own it enters the learner's
-- scope itself and so needs no transaction around it; policies bind it like any query. Inside any other scope it
-- refuses, for it would replace that scope for the rest of the transaction.
create function lesson_standing(learner uuid, course text, lesson text)
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
			'lastChoice', c.last_choice, 'lastCorrect', c.last_correct, 'lastAt', c.last_at,
			'firstCorrectAt', c.first_correct_at)), '[]')
		from check_states c
		where c.person_id = e.person_id and c.release_id = e.release_id and c.lesson_id = lesson)
	from enrolments e
	where e.person_id = learner and e.course_id = course
	order by e.enrolled_at desc limit 1;
end
$$;
--> statement-breakpoint
grant execute on function lesson_standing(uuid, text, text) to widyapraja_app;
