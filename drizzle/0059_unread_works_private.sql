-- Works that wait for a further reading which nobody can give are settled on what there is (product.md 3.2), and may still
-- be read. Whoever wrote one is told on how many readings it rests; organisers are told which ones wait, not whose.
alter table work_settlements enable row level security;
--> statement-breakpoint
alter table work_settlements force row level security;
--> statement-breakpoint
create policy work_settlements_owner on work_settlements to current_user using (true) with check (true);
--> statement-breakpoint
create policy work_settlements_system on work_settlements to widyapraja_app
	using ((select acting_as_system())) with check ((select acting_as_system()));
--> statement-breakpoint
create policy work_settlements_own on work_settlements for select to widyapraja_app
	using (exists (select from works w where w.id = work_id and w.person_id = (select acting_person())));
--> statement-breakpoint
grant select, insert on work_settlements to widyapraja_app;
--> statement-breakpoint
grant update (lacks) on works to widyapraja_app;
--> statement-breakpoint
create trigger work_settlements_kept before update or delete or truncate on work_settlements
	for each statement execute function refuse_change();
--> statement-breakpoint
-- Works that wait for a reading which nobody can give: who marks the course wrote it or has read it. `since` the last
-- reading, or since the last who could have read it could no longer. Told to the system and to who runs the course.
create function works_unread()
returns table (work_id uuid, course_id text, awaits text, since timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select w.id, w.course_id, w.awaits, greatest(
		w.sent_at,
		(select max(m.marked_at) from marks m where m.work_id = w.id),
		(
			select max(gone.at) from (
				select least(d.ended_at, p.closed_at, (
					select max(least(
						coalesce(x.withdrawn_at, 'infinity'),
						coalesce((g.ends_on + 1)::timestamp at time zone coalesce(a.time_zone, 'Asia/Jakarta'), 'infinity')
					))
					from role_grants g
					left join role_withdrawals x on x.grant_id = g.id
					left join agencies a on a.id = g.agency_id
					where g.person_id = d.person_id and g.role in ('organiser', 'contributor')
				)) as at
				from course_duties d left join people p on p.id = d.person_id
				where d.course_id = w.course_id and d.duty = 'marker' and d.person_id <> w.person_id
					and not exists (select from marks m where m.work_id = w.id and m.marker_id = d.person_id)
			) gone
			where gone.at <= now()
		)
	)
	from works w
	where w.awaits is not null
		and ((select acting_as_system()) or (select acting_administers_platform())
			or w.course_id = any ((select acting_duties('organiser'))::text[]))
		and not exists (select from work_returns r where r.work_id = w.id)
		and not exists (
			select from course_duties d
			where d.course_id = w.course_id and d.duty = 'marker' and d.ended_at is null and d.person_id <> w.person_id
				and not exists (select from marks m where m.work_id = w.id and m.marker_id = d.person_id)
				and exists (select from grants_in_force(d.person_id) where role in ('organiser', 'contributor'))
		)
$$;
--> statement-breakpoint
revoke execute on function works_unread() from public;
--> statement-breakpoint
grant execute on function works_unread() to widyapraja_app;
--> statement-breakpoint
drop function works_to_mark();
--> statement-breakpoint
-- Works of the courses that the person marks, not their own: those that wait for a reading they have not given, or were
-- settled without one and may still get it, and those they have read or sent back. Nothing of whose they are. `asked`: what
-- was to be mended in the version before.
create function works_to_mark()
returns table (
	id uuid, course_id text, release_id text, test_id text, question_id text, hand_in integer, pass_mark numeric,
	sent_at timestamptz, awaits text, lacks text, marked boolean, returned boolean, asked text, text text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select w.id, w.course_id, w.release_id, w.test_id, w.question_id, w.hand_in, w.pass_mark, w.sent_at, w.awaits, w.lacks,
		m.marked, r.work_id is not null, b.words, coalesce(t.text, h.text)
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
		and (coalesce(w.awaits, w.lacks) is not null and r.work_id is null or m.marked)
$$;
--> statement-breakpoint
revoke execute on function works_to_mark() from public;
--> statement-breakpoint
grant execute on function works_to_mark() to widyapraja_app;
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
			and case when replaced is null then coalesce(w.awaits, w.lacks) is not null
				else exists (select from marks m where m.id = replaced and m.work_id = work and m.marker_id = acting_person()) end
	)
$$;
