-- What people said of a course in its evaluation survey, for those who look after it: sums and remarks, nobody by name and
-- no answer whole. Of each edition the answers of days that are over, in their order, and of those only full groups: five
-- for sums, ten for remarks. So between two looks either nothing changes or so many came at once that nobody's stands out.
-- An answer's id is random, and so is any order by it.
create function survey_answers_told(course text, together integer)
returns table (release_id text, id uuid, answers integer, told boolean, ratings jsonb, helpful text, missing text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	with sent as (
		select a.*, a.sent_on < agency_day('Asia/Jakarta') as over
		from survey_answers a join releases r on r.id = a.release_id
		where r.course_id = course and acting_as_system()
	)
	select s.release_id, s.id, (count(*) over edition)::integer,
		s.over and row_number() over (partition by s.release_id order by s.sent_on, s.id)
			<= (count(*) filter (where s.over) over edition) / together * together,
		s.ratings, s.helpful, s.missing
	from sent s
	window edition as (partition by s.release_id)
$$;
--> statement-breakpoint
-- By edition: how many answers there are, how many of them are told of, and by statement how many chose each rating.
create function survey_sums(course text)
returns table (release_id text, answers integer, told integer, ratings jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	with answered as (
		select * from survey_answers_told(course, 5)
	), chosen as (
		select a.release_id, one.key as statement, one.value as rating, count(*) as people
		from answered a cross join lateral jsonb_each_text(a.ratings) one
		where a.told
		group by 1, 2, 3
	), by_statement as (
		select c.release_id, c.statement, jsonb_object_agg(c.rating, c.people) as people
		from chosen c group by 1, 2
	)
	select a.release_id, max(a.answers), count(*) filter (where a.told)::integer,
		coalesce(
			(select jsonb_object_agg(b.statement, b.people) from by_statement b where b.release_id = a.release_id), '{}'
		)
	from answered a
	group by a.release_id
$$;
--> statement-breakpoint
-- Remarks without what else the same person said: each kind in an order of its own that says nothing of time or person.
create function survey_remarks(course text, release text)
returns table (kind text, remark text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select said.kind, said.remark
	from survey_answers_told(course, 10) a
	cross join lateral (values ('helpful', a.helpful), ('missing', a.missing)) said(kind, remark)
	where a.told and a.release_id = release and said.remark ~ '\S'
	order by said.kind, md5(a.id::text || said.kind)
$$;
--> statement-breakpoint
grant execute on function survey_sums(text), survey_remarks(text, text) to widyapraja_app;
