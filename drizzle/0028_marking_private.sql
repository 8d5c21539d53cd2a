-- Essays are marked by people, and chances and time are given by people (product.md 3.2, 3.7). A marker sees no attempt and
-- no answer, but through functions the text of an essay of a course they mark, without whose it is; never their own. The
-- learner sees marks of settled works without who gave them.
do $$
declare
	private text;
begin
	foreach private in array array['course_duties', 'works', 'marks', 'chance_requests', 'chance_decisions', 'attempt_clocks', 'time_extensions'] loop
		execute format('alter table %I enable row level security', private);
		execute format('alter table %I force row level security', private);
		execute format('create policy %I on %I to current_user using (true) with check (true)', private || '_owner', private);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', private || '_system', private);
	end loop;
end
$$;
--> statement-breakpoint
-- The courses for which the person who acts does this now: the duty is theirs and a role that may is in force.
create function acting_duties(wanted text) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select coalesce(array_agg(d.course_id), '{}')
	from course_duties d
	where d.person_id = acting_person() and d.duty = wanted and d.ended_at is null
		and exists (
			select from grants_in_force(acting_person())
			where role = 'organiser' or (role = 'contributor' and wanted = 'marker')
		)
$$;
--> statement-breakpoint
-- Works of the courses that the person marks, not their own: those that wait for a reading they have not given, and those
-- they have read. Nothing of whose they are.
create function works_to_mark()
returns table (
	id uuid, course_id text, release_id text, test_id text, question_id text, pass_mark numeric, sent_at timestamptz,
	awaits text, marked boolean, text text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select w.id, w.course_id, w.release_id, w.test_id, w.question_id, w.pass_mark, w.sent_at, w.awaits, m.marked, t.text
	from works w
	cross join lateral (
		select exists (select from marks where work_id = w.id and marker_id = acting_person()) as marked
	) m
	left join attempt_texts t
		on t.person_id = w.person_id and t.attempt_id = w.attempt_id and t.question_id = w.question_id
	where w.course_id = any (acting_duties('marker')) and w.person_id <> acting_person()
		and (w.awaits is not null or m.marked)
$$;
--> statement-breakpoint
-- Whether the person who acts may give this work a mark; one that takes the place of another only over their own.
create function acting_may_mark(work uuid, replaced uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select exists (
		select from works w
		where w.id = work and w.course_id = any (acting_duties('marker')) and w.person_id <> acting_person()
			and case when replaced is null then w.awaits is not null
				else exists (select from marks m where m.id = replaced and m.work_id = work and m.marker_id = acting_person()) end
	)
$$;
--> statement-breakpoint
-- What the person who acts is told of the marks their essays got, without who gave them.
create function my_marks()
returns table (
	id uuid, attempt_id uuid, question_id text, marked_at timestamptz, rubric jsonb, levels integer[], score numeric,
	comment text, replaces uuid
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select m.id, w.attempt_id, w.question_id, m.marked_at, m.rubric, m.levels, m.score, m.comment, m.replaces
	from works w join marks m on m.work_id = w.id
	where w.person_id = acting_person() and w.awaits is null
$$;
--> statement-breakpoint
-- Requests for a further chance that nobody answered yet, in the courses that the person organises, not their own.
create function chances_to_decide()
returns table (
	id uuid, course_id text, release_id text, test_id text, number integer, requested_at timestamptz, reason text,
	attempts integer
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select r.id, r.course_id, r.release_id, r.test_id, r.number, r.requested_at, r.reason,
		(select count(*)::int from attempts a
			where a.person_id = r.person_id and a.release_id = r.release_id and a.test_id = r.test_id)
	from chance_requests r
	where r.course_id = any (acting_duties('organiser')) and r.person_id <> acting_person()
		and not exists (select from chance_decisions d where d.request_id = r.id)
$$;
--> statement-breakpoint
-- Who does what for a course, told to its organisers and the platform's administrator.
create function duty_holders(course text)
returns table (id uuid, duty text, given_at timestamptz, name text, title_before text, title_after text, agency text, rests boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select d.id, d.duty, d.given_at, n.name, n.title_before, n.title_after,
		(select a.name from placements p join agencies a on a.id = p.agency_id
			where p.person_id = d.person_id and p.until_on is null order by p.from_on desc limit 1),
		not exists (
			select from grants_in_force(d.person_id)
			where role = 'organiser' or (role = 'contributor' and d.duty = 'marker')
		)
	from course_duties d left join person_names n on n.person_id = d.person_id
	where d.course_id = course and d.ended_at is null
		and (acting_administers_platform() or course = any (acting_duties('organiser')))
$$;
--> statement-breakpoint
-- Whose office address this is, if they hold a role with which this duty can be done: whole addresses only, so that nobody
-- is found by trying letters.
create function find_for_duty(address text, wanted text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select c.person_id from person_contacts c
	where c.email = lower(address)
		and (acting_administers_platform() or cardinality(acting_duties('organiser')) > 0)
		and exists (
			select from grants_in_force(c.person_id)
			where role = 'organiser' or (role = 'contributor' and wanted = 'marker')
		)
$$;
--> statement-breakpoint
-- Whose office address this is, if they take this course and the person who acts organises it.
create function find_course_learner(course text, address text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select c.person_id from person_contacts c
	where c.email = lower(address) and course = any (acting_duties('organiser')) and c.person_id <> acting_person()
		and exists (select from enrolments e where e.person_id = c.person_id and e.course_id = course)
$$;
--> statement-breakpoint
-- Who has more time in the tests of a course, told to its organisers.
create function extension_holders(course text)
returns table (id uuid, factor numeric, reason text, granted_at timestamptz, name text, title_before text, title_after text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select x.id, x.factor, x.reason, x.granted_at, n.name, n.title_before, n.title_after
	from time_extensions x left join person_names n on n.person_id = x.person_id
	where x.course_id = course and x.ended_at is null and course = any (acting_duties('organiser'))
$$;
--> statement-breakpoint
grant execute on function acting_duties(text), works_to_mark(), acting_may_mark(uuid, uuid), my_marks(), chances_to_decide(),
	duty_holders(text), find_for_duty(text, text), find_course_learner(text, text), extension_holders(text) to widyapraja_app;
--> statement-breakpoint

create policy course_duties_read on course_duties for select to widyapraja_app using (
	person_id = (select acting_person()) or (select acting_administers_platform())
	or course_id = any ((select acting_duties('organiser'))::text[])
);
--> statement-breakpoint
-- Organisers are named by the platform's administrator, markers by a course's organisers as well.
create policy course_duties_give on course_duties for insert to widyapraja_app with check (
	given_by = (select acting_person()) and ended_at is null
	and ((select acting_administers_platform())
		or (duty = 'marker' and course_id = any ((select acting_duties('organiser'))::text[])))
);
--> statement-breakpoint
create policy course_duties_end on course_duties for update to widyapraja_app using (
	(select acting_administers_platform()) or (duty = 'marker' and course_id = any ((select acting_duties('organiser'))::text[]))
) with check (ended_by = (select acting_person()));
--> statement-breakpoint
create policy works_own on works for select to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy works_sent on works for insert to widyapraja_app
	with check (person_id = (select acting_person()) and awaits = 'first' and score is null);
--> statement-breakpoint
create policy marks_own on marks for select to widyapraja_app using (marker_id = (select acting_person()));
--> statement-breakpoint
create policy marks_given on marks for insert to widyapraja_app
	with check (marker_id = (select acting_person()) and acting_may_mark(work_id, replaces));
--> statement-breakpoint
create policy chance_requests_own on chance_requests to widyapraja_app using (person_id = (select acting_person()))
	with check (person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id));
--> statement-breakpoint
create policy chance_decisions_own on chance_decisions for select to widyapraja_app
	using (exists (select from chance_requests r where r.id = request_id and r.person_id = (select acting_person())));
--> statement-breakpoint
-- A chance that nobody answered is taken by the learner. Which five working days it were is the application's rule
-- (assessment/chances.ts); here stands what they can never be fewer than.
create policy chance_decisions_silent on chance_decisions for insert to widyapraja_app with check (
	granted and decided_by is null and exists (
		select from chance_requests r
		where r.id = request_id and r.person_id = (select acting_person()) and r.requested_at < now() - interval '5 days'
	)
);
--> statement-breakpoint
create policy chance_decisions_given on chance_decisions for insert to widyapraja_app with check (
	decided_by = (select acting_person()) and exists (select from chances_to_decide() r where r.id = request_id)
);
--> statement-breakpoint
create policy chance_decisions_mine on chance_decisions for select to widyapraja_app
	using (decided_by = (select acting_person()));
--> statement-breakpoint
create policy attempt_clocks_own on attempt_clocks to widyapraja_app using (person_id = (select acting_person()))
	with check (person_id = (select acting_person()));
--> statement-breakpoint
create policy time_extensions_read on time_extensions for select to widyapraja_app using (
	person_id = (select acting_person()) or course_id = any ((select acting_duties('organiser'))::text[])
);
--> statement-breakpoint
create policy time_extensions_give on time_extensions for insert to widyapraja_app with check (
	granted_by = (select acting_person()) and person_id <> (select acting_person()) and ended_at is null
	and course_id = any ((select acting_duties('organiser'))::text[])
);
--> statement-breakpoint
create policy time_extensions_end on time_extensions for update to widyapraja_app
	using (course_id = any ((select acting_duties('organiser'))::text[])) with check (ended_by = (select acting_person()));
--> statement-breakpoint
grant select, insert on course_duties, works, marks, chance_requests, chance_decisions, attempt_clocks, time_extensions to widyapraja_app;
--> statement-breakpoint
grant update (ended_by, ended_at) on course_duties, time_extensions to widyapraja_app;
--> statement-breakpoint
grant update (awaits, score) on works to widyapraja_app;
--> statement-breakpoint
-- Words are emptied for whom they are about, and never changed.
grant update (comment, reason) on marks to widyapraja_app;
--> statement-breakpoint
grant update (reason) on chance_requests, chance_decisions to widyapraja_app;
--> statement-breakpoint
grant update (spent_ms, beat_at) on attempt_clocks to widyapraja_app;
--> statement-breakpoint
do $$
declare
	kept text;
begin
	foreach kept in array array['course_duties', 'works', 'marks', 'chance_requests', 'chance_decisions', 'time_extensions'] loop
		execute format('create trigger %I before delete or truncate on %I for each statement execute function refuse_change()', kept || '_kept', kept);
	end loop;
end
$$;
--> statement-breakpoint
create trigger course_duties_ended_once before update on course_duties
	for each row when (old.ended_at is not null) execute function refuse_change();
--> statement-breakpoint
create trigger time_extensions_ended_once before update on time_extensions
	for each row when (old.ended_at is not null) execute function refuse_change();
--> statement-breakpoint
create trigger marks_words_emptied before update on marks
	for each row when (new.comment is not null and new.comment is distinct from old.comment
		or new.reason is not null and new.reason is distinct from old.reason) execute function refuse_change();
--> statement-breakpoint
create trigger chance_requests_words_emptied before update on chance_requests
	for each row when (new.reason is not null and new.reason is distinct from old.reason) execute function refuse_change();
--> statement-breakpoint
create trigger chance_decisions_words_emptied before update on chance_decisions
	for each row when (new.reason is not null and new.reason is distinct from old.reason) execute function refuse_change();
--> statement-breakpoint
-- Essays that wait already.
insert into works (person_id, attempt_id, question_id, release_id, course_id, test_id, pass_mark, sent_at)
select a.person_id, a.id, item->>'questionId', a.release_id, a.course_id, a.test_id, (a.criteria->>'passMark')::numeric, a.submitted_at
from attempts a
join lateral (
	select items from gradings g where g.person_id = a.person_id and g.attempt_id = a.id order by ordinal desc limit 1
) g on true
cross join lateral jsonb_array_elements(g.items) item
where a.submitted_at is not null and item->>'points' is null;
