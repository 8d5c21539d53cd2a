-- What a person typed stands in typed_answers alone. The column that repeated it gives way to the id of the answer.
update check_states c set typed_event = last.id
from (
	select distinct on (e.person_id, e.release_id, e.question_id) e.person_id, e.release_id, e.question_id, e.id
	from learning_events e
	where e.kind = 'check-answered'
	order by e.person_id, e.release_id, e.question_id, e.claimed_at desc, e.id desc
) last
join typed_answers t on t.person_id = last.person_id and t.event_id = last.id
where c.person_id = last.person_id and c.release_id = last.release_id and c.question_id = last.question_id;
--> statement-breakpoint

-- As in 0013, the words from where they stand; a check that is chosen asks nothing more than before.
create or replace function lesson_standing(learner uuid, course text, lesson text)
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
			'lastChoice', c.last_choice, 'lastTyped',
			case when c.typed_event is not null then (select t.answer from typed_answers t
				where t.person_id = c.person_id and t.event_id = c.typed_event) end,
			'lastCorrect', c.last_correct, 'lastAt', c.last_at,
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
