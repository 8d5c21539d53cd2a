-- How a course's questions were answered, for item statistics: sums alone, nobody by name or id. Of each person the first
-- attempt they sent of each test counts, by its last judgement; of earlier releases the questions that say the same in
-- the newest one. Fewer than 30 people: how many, and nothing else (product.md 3.3).
create function item_responses(course text, release text)
returns table (
	test_id text, question_id text, people integer,
	points float8, points_squared float8, rest float8, rest_squared float8, points_rest float8,
	choices jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	with asked as (
		select old.release_id, old.id
		from questions old
		join questions new on new.release_id = release and new.id = old.id
		join releases r on r.id = old.release_id and r.course_id = course
		where old.lesson_id is null and new.lesson_id is null and old.kind = new.kind and old.prompt = new.prompt
			and old.options @> new.options and old.options <@ new.options
	), first_sent as (
		select distinct on (a.person_id, a.test_id) a.person_id, a.id, a.release_id, a.test_id
		from attempts a
		where a.course_id = course and a.submitted_at is not null and acting_as_system()
		order by a.person_id, a.test_id, a.submitted_at, a.id
	), earned as (
		select f.person_id, f.id as attempt_id, f.release_id, f.test_id, item ->> 'questionId' as question_id,
			(item ->> 'points')::float8 as x,
			sum((item ->> 'points')::float8) over of_one as total, count(*) over of_one as items
		from first_sent f
		join lateral (
			select items from gradings g
			where g.person_id = f.person_id and g.attempt_id = f.id order by g.ordinal desc limit 1
		) judged on true
		cross join lateral jsonb_array_elements(judged.items) item
		where item ->> 'points' is not null
		window of_one as (partition by f.person_id, f.id)
	), answered as (
		select e.*, (e.total - e.x) / nullif(e.items - 1, 0) as r, coalesce(n.choice, '{}') as choice
		from earned e
		join asked on asked.release_id = e.release_id and asked.id = e.question_id
		left join attempt_answers n
			on n.person_id = e.person_id and n.attempt_id = e.attempt_id and n.question_id = e.question_id
	), summed as (
		select a.test_id, a.question_id, count(*)::integer as people, sum(a.x) as x, sum(a.x * a.x) as xx,
			sum(coalesce(a.r, 0)) as r, sum(coalesce(a.r, 0) ^ 2) as rr, sum(a.x * coalesce(a.r, 0)) as xr
		from answered a group by a.test_id, a.question_id
	), chosen as (
		select c.test_id, c.question_id, jsonb_object_agg(c.option, c.people) as choices
		from (
			select a.test_id, a.question_id, option, count(*) as people
			from answered a cross join lateral unnest(a.choice) option
			group by a.test_id, a.question_id, option
		) c
		group by c.test_id, c.question_id
	)
	select s.test_id, s.question_id, s.people,
		case when s.people >= 30 then s.x end, case when s.people >= 30 then s.xx end,
		case when s.people >= 30 then s.r end, case when s.people >= 30 then s.rr end,
		case when s.people >= 30 then s.xr end,
		case when s.people >= 30 then coalesce(c.choices, '{}') end
	from summed s left join chosen c using (test_id, question_id)
$$;
--> statement-breakpoint
grant execute on function item_responses(text, text) to widyapraja_app;
