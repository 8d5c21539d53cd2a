-- Whoever looks before and after one person's paper must not read their answers out of the difference: figures are renewed
-- with every ten further people. A paper is counted from when all of it was judged first, so that nobody comes between
-- those counted already. A question about another case is another question.
create or replace function item_responses(course text, release text)
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
			and old.scenario_text is not distinct from new.scenario_text
			and old.options @> new.options and old.options <@ new.options
	), first_sent as (
		select distinct on (a.person_id, a.test_id) a.person_id, a.id, a.release_id, a.test_id
		from attempts a
		where a.course_id = course and a.submitted_at is not null and acting_as_system()
		order by a.person_id, a.test_id, a.submitted_at, a.id
	), earned as (
		select f.person_id, f.id as attempt_id, f.release_id, f.test_id, item ->> 'questionId' as question_id, whole.at,
			(item ->> 'points')::float8 as x,
			sum((item ->> 'points')::float8) over of_one as total, count(*) over of_one as items
		from first_sent f
		join lateral (
			select min(g.graded_at) as at from gradings g
			where g.person_id = f.person_id and g.attempt_id = f.id and g.score is not null
		) whole on whole.at is not null
		join lateral (
			select items from gradings g
			where g.person_id = f.person_id and g.attempt_id = f.id order by g.ordinal desc limit 1
		) judged on true
		cross join lateral jsonb_array_elements(judged.items) item
		where item ->> 'points' is not null
		window of_one as (partition by f.person_id, f.id)
	), placed as (
		select e.*, (e.total - e.x) / nullif(e.items - 1, 0) as r,
			row_number() over (partition by e.test_id, e.question_id order by e.at, e.person_id) as place,
			count(*) over (partition by e.test_id, e.question_id) as all_people
		from earned e
		join asked on asked.release_id = e.release_id and asked.id = e.question_id
	), answered as (
		select p.*, coalesce(n.choice, '{}') as choice
		from placed p
		left join attempt_answers n
			on n.person_id = p.person_id and n.attempt_id = p.attempt_id and n.question_id = p.question_id
		where p.all_people < 30 or p.place <= p.all_people - p.all_people % 10
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
