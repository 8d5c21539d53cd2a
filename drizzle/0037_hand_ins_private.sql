-- The project that a learner hands in (product.md 3.2, 3.7). Its text and files are seen by its learner; markers read them
-- through functions, without whose they are, as they read essays. What was handed in is never changed, only emptied for
-- whom it is about; another version follows only what was sent back.
do $$
declare
	private text;
begin
	foreach private in array array['hand_ins', 'project_files', 'hand_in_files', 'work_returns'] loop
		execute format('alter table %I enable row level security', private);
		execute format('alter table %I force row level security', private);
		execute format('create policy %I on %I to current_user using (true) with check (true)', private || '_owner', private);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', private || '_system', private);
	end loop;
end
$$;
--> statement-breakpoint
drop function works_to_mark();
--> statement-breakpoint
-- Works of the courses that the person marks, not their own: those that wait for a reading they have not given, and those
-- they have read or sent back. Nothing of whose they are. `asked`: what was to be mended in the version before.
create function works_to_mark()
returns table (
	id uuid, course_id text, release_id text, test_id text, question_id text, hand_in integer, pass_mark numeric,
	sent_at timestamptz, awaits text, marked boolean, returned boolean, asked text, text text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select w.id, w.course_id, w.release_id, w.test_id, w.question_id, w.hand_in, w.pass_mark, w.sent_at, w.awaits, m.marked,
		r.work_id is not null, b.words, coalesce(t.text, h.text)
	from works w
	left join work_returns r on r.work_id = w.id
	cross join lateral (
		select coalesce(r.marker_id = acting_person(), false)
			or exists (select from marks where work_id = w.id and marker_id = acting_person()) as marked
	) m
	left join attempt_texts t
		on t.person_id = w.person_id and t.attempt_id = w.attempt_id and t.question_id = w.question_id
	left join hand_ins h on h.person_id = w.person_id and h.course_id = w.course_id and h.number = w.hand_in
	left join works earlier
		on earlier.person_id = w.person_id and earlier.course_id = w.course_id and earlier.hand_in = w.hand_in - 1
	left join work_returns b on b.work_id = earlier.id
	where w.course_id = any (acting_duties('marker')) and w.person_id <> acting_person()
		and (w.awaits is not null and r.work_id is null or m.marked)
$$;
--> statement-breakpoint
-- The files of a work that the person may read; without bytes once they were erased.
create function work_files(work uuid)
returns table ("position" integer, sha256 text, media_type text, size integer, bytes bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select l.position, f.sha256, f.media_type, f.size, f.bytes
	from works w
	join hand_in_files l on l.person_id = w.person_id and l.course_id = w.course_id and l.number = w.hand_in
	join project_files f on f.person_id = l.person_id and f.sha256 = l.sha256
	where w.id = work and exists (select from works_to_mark() m where m.id = work)
$$;
--> statement-breakpoint
-- Whether the person who acts may give this work a mark; one that takes the place of another only over their own. What was
-- sent back is marked no more.
create or replace function acting_may_mark(work uuid, replaced uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select exists (
		select from works w
		where w.id = work and w.course_id = any (acting_duties('marker')) and w.person_id <> acting_person()
			and not exists (select from work_returns r where r.work_id = w.id)
			and case when replaced is null then w.awaits is not null
				else exists (select from marks m where m.id = replaced and m.work_id = work and m.marker_id = acting_person()) end
	)
$$;
--> statement-breakpoint
-- Whether the person who acts may send this work back: a project that waits for a reading, or that did not reach its mark
-- by theirs among others. Who has passed is never asked again.
create function acting_may_return(work uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select exists (
		select from works w
		where w.id = work and w.hand_in is not null
			and w.course_id = any (acting_duties('marker')) and w.person_id <> acting_person()
			and not exists (select from work_returns r where r.work_id = w.id)
			and not exists (select from hour_entries e where e.person_id = w.person_id and e.key = 'proyek:' || w.course_id)
			and (w.awaits is not null or w.score < w.pass_mark
				and exists (select from marks m where m.work_id = work and m.marker_id = acting_person()))
	)
$$;
--> statement-breakpoint
drop function my_marks();
--> statement-breakpoint
-- What the person who acts is told of the marks their works got, without who gave them.
create function my_marks()
returns table (
	id uuid, work_id uuid, attempt_id uuid, question_id text, marked_at timestamptz, rubric jsonb, levels integer[],
	score numeric, comment text, replaces uuid
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select m.id, w.id, w.attempt_id, w.question_id, m.marked_at, m.rubric, m.levels, m.score, m.comment, m.replaces
	from works w join marks m on m.work_id = w.id
	where w.person_id = acting_person() and w.awaits is null
$$;
--> statement-breakpoint
-- Which versions of their projects the person who acts got back, without from whom.
create function my_returns()
returns table (course_id text, hand_in integer, returned_at timestamptz, words text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select w.course_id, w.hand_in, r.returned_at, r.words
	from works w join work_returns r on r.work_id = w.id
	where w.person_id = acting_person()
$$;
--> statement-breakpoint
revoke execute on function works_to_mark(), work_files(uuid), acting_may_return(uuid), my_marks(), my_returns() from public;
--> statement-breakpoint
grant execute on function works_to_mark(), work_files(uuid), acting_may_return(uuid), my_marks(), my_returns() to widyapraja_app;
--> statement-breakpoint

create policy hand_ins_read on hand_ins for select to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy hand_ins_begin on hand_ins for insert to widyapraja_app with check (
	person_id = (select acting_person()) and handed_in_at is null and acting_was_placed(agency_id, unit_id)
	and (number = 1 or exists (
		select from my_returns() r where r.course_id = hand_ins.course_id and r.hand_in = hand_ins.number - 1
	))
);
--> statement-breakpoint
create policy hand_ins_write on hand_ins for update to widyapraja_app
	using (person_id = (select acting_person()) and handed_in_at is null)
	with check (person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id));
--> statement-breakpoint
create policy hand_in_files_own on hand_in_files to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint
create policy project_files_read on project_files for select to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy project_files_add on project_files for insert to widyapraja_app with check (person_id = (select acting_person()));
--> statement-breakpoint
create policy project_files_drop on project_files for delete to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy work_returns_own on work_returns for select to widyapraja_app using (marker_id = (select acting_person()));
--> statement-breakpoint
create policy work_returns_given on work_returns for insert to widyapraja_app
	with check (marker_id = (select acting_person()) and acting_may_return(work_id));
--> statement-breakpoint
grant select, insert on hand_ins, project_files, hand_in_files, work_returns to widyapraja_app;
--> statement-breakpoint
grant update (release_id, text, revision, changed_at, handed_in_at, agency_id, unit_id) on hand_ins to widyapraja_app;
--> statement-breakpoint
-- Files are taken out of a draft; those of what was handed in are held by it. Their bytes are emptied by the system alone.
grant delete on project_files, hand_in_files to widyapraja_app;
--> statement-breakpoint
grant update (bytes) on project_files to widyapraja_app;
--> statement-breakpoint
grant update (words) on work_returns to widyapraja_app;
--> statement-breakpoint
create trigger hand_ins_kept before delete or truncate on hand_ins
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger work_returns_kept before delete or truncate on work_returns
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger hand_ins_handed_in_once before update on hand_ins
	for each row when (old.handed_in_at is not null
		and (new.text is not null or to_jsonb(new) - 'text' is distinct from to_jsonb(old) - 'text'))
	execute function refuse_change();
--> statement-breakpoint
create trigger project_files_emptied before update on project_files
	for each row when (new.bytes is not null) execute function refuse_change();
--> statement-breakpoint
create trigger work_returns_words_emptied before update on work_returns
	for each row when (new.words is not null and new.words is distinct from old.words) execute function refuse_change();
--> statement-breakpoint
-- What was handed in is what is marked, whoever marks it when.
create function refuse_file_once_handed_in() returns trigger language plpgsql as $$
begin
	if exists (
		select from hand_ins h
		where h.handed_in_at is not null
			and (tg_op <> 'DELETE' and (h.person_id, h.course_id, h.number) = (new.person_id, new.course_id, new.number)
				or tg_op <> 'INSERT' and (h.person_id, h.course_id, h.number) = (old.person_id, old.course_id, old.number))
	) then
		raise exception 'files of what was handed in are never changed' using errcode = 'restrict_violation';
	end if;
	return coalesce(new, old);
end
$$;
--> statement-breakpoint
create trigger hand_in_files_open before insert or update or delete on hand_in_files
	for each row execute function refuse_file_once_handed_in();
