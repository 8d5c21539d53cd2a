-- Separation (architecture.md, "Data"): who acts is set per transaction in two settings; row-level security reads
-- them. Policies name their role: the application's role gets what the settings allow; the owner, as whom definer
-- functions, migrations and backups run, is bound too (FORCE) and opened by a policy of its own, so that its plans
-- stay small.
-- A definer function names pg_temp last: left out, PostgreSQL would look for tables in it first, and anybody may put
-- some there. No function is for everyone: the end of this file says which ones the application may call.
-- The role widyapraja_app is created by migrate(), under the advisory lock, because roles belong to the cluster.

create function acting_as() returns text language sql stable parallel safe
	return coalesce(nullif(current_setting('widyapraja.actor', true), ''), 'public');
--> statement-breakpoint
create function acting_person() returns uuid language sql stable parallel safe
	return case when acting_as() = 'person' then nullif(current_setting('widyapraja.person', true), '')::uuid end;
--> statement-breakpoint
create function acting_as_system() returns boolean language sql stable parallel safe
	return acting_as() = 'system';
--> statement-breakpoint

-- Today where an agency is.
create function agency_day(time_zone text) returns date language sql stable parallel safe
	return (now() at time zone time_zone)::date;
--> statement-breakpoint

-- Where people are posted today: begun and not over, by the agency's day. Whoever reads it sees what they see of placements.
create view current_placements with (security_invoker = true) as
	select p.*
	from placements p
	join agencies a on a.id = p.agency_id
	where p.from_on <= agency_day(a.time_zone) and (p.until_on is null or p.until_on >= agency_day(a.time_zone));
--> statement-breakpoint

-- Grants that hold today, the day being the agency's. A closed account's grants rest.
create function grants_in_force(person uuid)
returns table (id uuid, role text, agency_id uuid, unit_id uuid, ends_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select g.id, g.role, g.agency_id, g.unit_id, g.ends_on
	from role_grants g
	left join agencies a on a.id = g.agency_id
	where g.person_id = person
		and (g.ends_on is null or g.ends_on >= agency_day(coalesce(a.time_zone, 'Asia/Jakarta')))
		and not exists (select from role_withdrawals w where w.grant_id = g.id)
		and not exists (select from people p where p.id = person and p.closed_at is not null)
$$;
--> statement-breakpoint

-- What an officer sees: whole agencies, and units with everything below them.
create function acting_agencies() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select coalesce(array_agg(agency_id), '{}')
	from grants_in_force(acting_person())
	where role in ('hr-officer', 'agency-admin') and unit_id is null
$$;
--> statement-breakpoint
create function acting_units() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	with recursive subtree as (
		select u.id from grants_in_force(acting_person()) g join units u on u.id = g.unit_id
		where g.role = 'hr-officer'
		union
		select u.id from units u join subtree s on u.parent_id = s.id
	)
	select coalesce(array_agg(id), '{}') from subtree
$$;
--> statement-breakpoint
-- Where an officer gives and takes roles and closes accounts.
create function acting_administered_agencies() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select coalesce(array_agg(agency_id), '{}')
	from grants_in_force(acting_person())
	where role = 'agency-admin'
$$;
--> statement-breakpoint
create function acting_administers_platform() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select exists (select from grants_in_force(acting_person()) where role = 'platform-admin') $$;
--> statement-breakpoint
create function acting_audits() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select exists (
		select from grants_in_force(acting_person())
		where role = 'platform-admin' or (role = 'auditor' and agency_id is null)
	)
$$;
--> statement-breakpoint

-- Whether the person who acts has, or had, a post there: learning is stamped with nothing else. Without a post: nowhere.
create function acting_was_placed(agency uuid, unit uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select agency is null and unit is null or exists (
		select from placements p
		join agencies a on a.id = p.agency_id
		where p.person_id = acting_person() and p.agency_id = agency and p.unit_id is not distinct from unit
			and p.from_on <= agency_day(a.time_zone)
	)
$$;
--> statement-breakpoint

-- One look-up per request: the session, whose it is and what they may do. Expiry is judged by the caller.
create function find_session(session_digest bytea)
returns table (
	person_id uuid, created_at timestamptz, expires_at timestamptz, shared boolean, label uuid,
	name text, title_before text, title_after text, employee_kind text, language text,
	privacy_edition text, agency_id uuid, unit_id uuid, grants jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select s.person_id, s.created_at, s.expires_at, s.shared, s.label,
		n.name, n.title_before, n.title_after, p.employee_kind, p.language,
		(select max(a.edition) from privacy_acknowledgements a where a.person_id = p.id),
		h.agency_id, h.unit_id,
		coalesce(
			-- As grants_in_force tells them; spelt out, because a function within a function costs every request.
			(select jsonb_agg(jsonb_build_object('role', g.role, 'agencyId', g.agency_id, 'unitId', g.unit_id, 'endsOn', g.ends_on))
			from role_grants g
			left join agencies ga on ga.id = g.agency_id
			where g.person_id = p.id
				and (g.ends_on is null or g.ends_on >= agency_day(coalesce(ga.time_zone, 'Asia/Jakarta')))
				and not exists (select from role_withdrawals w where w.grant_id = g.id)),
			'[]'
		)
	from sessions s
	join people p on p.id = s.person_id and p.closed_at is null
	left join person_names n on n.person_id = p.id
	left join lateral (
		select agency_id, unit_id from current_placements where person_id = p.id order by from_on desc, recorded_at desc limit 1
	) h on true
	where s.digest = session_digest
$$;
--> statement-breakpoint

-- Sign-in by e-mail (lower case) or by the number in use.
create function find_credential(identifier text)
returns table (person_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select c.person_id, c.password_hash
	from credentials c
	join people p on p.id = c.person_id and p.closed_at is null
	where c.person_id = coalesce(
		(select k.person_id from person_contacts k where k.email = identifier),
		(select n.person_id from person_numbers n where n.number = identifier and n.until_on is null)
	)
$$;
--> statement-breakpoint

-- Closing an account ends its sessions, whoever closes it; reopening brings none back.
create function end_sessions_of_closed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
	delete from sessions where person_id = new.id;
	return null;
end
$$;
--> statement-breakpoint
create trigger people_closed after update of closed_at on people
	for each row when (new.closed_at is not null) execute function end_sessions_of_closed();
--> statement-breakpoint

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger learning_events_append_only before update or delete or truncate on learning_events
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger role_grants_append_only before update or delete or truncate on role_grants
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger role_withdrawals_append_only before update or delete or truncate on role_withdrawals
	for each statement execute function refuse_change();
--> statement-breakpoint

do $$
declare
	personal text;
begin
	foreach personal in array array[
		'people', 'person_names', 'person_numbers', 'person_contacts', 'credentials', 'sessions', 'sign_in_failures',
		'recoveries', 'privacy_acknowledgements', 'placements', 'role_grants', 'role_withdrawals', 'audit_entries',
		'mails', 'enrolments', 'learning_events', 'lesson_states', 'check_states'
	] loop
		execute format('alter table %I enable row level security', personal);
		execute format('alter table %I force row level security', personal);
		execute format('create policy %I on %I to current_user using (true) with check (true)', personal || '_owner', personal);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', personal || '_system', personal);
	end loop;
end
$$;
--> statement-breakpoint

-- agencies and units: read by everyone, written by the system
do $$
declare
	shared text;
begin
	foreach shared in array array['agencies', 'units'] loop
		execute format('alter table %I enable row level security', shared);
		execute format('alter table %I force row level security', shared);
		execute format('create policy %I on %I to current_user using (true) with check (true)', shared || '_owner', shared);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', shared || '_system', shared);
		execute format('create policy %I on %I for select to widyapraja_app using (true)', shared || '_read', shared);
	end loop;
end
$$;
--> statement-breakpoint

-- placements: own, and those inside an officer's agencies and units
create policy placements_read on placements for select to widyapraja_app using (
	person_id = (select acting_person())
	or agency_id = any ((select acting_agencies())::uuid[])
	or unit_id = any ((select acting_units())::uuid[])
	or (select acting_administers_platform())
);
--> statement-breakpoint

-- people: oneself, whom an officer's placements show, and everyone for the platform's administrator
create policy people_read on people for select to widyapraja_app using (
	id = (select acting_person())
	or (select acting_administers_platform())
	or exists (
		select from current_placements p
		where p.person_id = people.id
			and (p.agency_id = any ((select acting_agencies())::uuid[]) or p.unit_id = any ((select acting_units())::uuid[]))
	)
);
--> statement-breakpoint
create policy people_own on people for update to widyapraja_app
	using (id = (select acting_person())) with check (id = (select acting_person()));
--> statement-breakpoint
-- An administrator closes and reopens accounts of people now in their agency.
create policy people_close on people for update to widyapraja_app using (
	(select acting_administers_platform())
	or exists (
		select from current_placements p
		where p.person_id = people.id
			and p.agency_id = any ((select acting_administered_agencies())::uuid[])
	)
);
--> statement-breakpoint
create policy person_names_read on person_names for select to widyapraja_app using (exists (select from people where id = person_id));
--> statement-breakpoint
create policy person_numbers_read on person_numbers for select to widyapraja_app using (exists (select from people where id = person_id));
--> statement-breakpoint
create policy person_contacts_read on person_contacts for select to widyapraja_app using (exists (select from people where id = person_id));
--> statement-breakpoint

create policy credentials_own on credentials to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint
create policy sessions_own on sessions to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint
create policy privacy_acknowledgements_own on privacy_acknowledgements to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint

-- An officer issues a one-time code for a person they can see; nobody reads one back.
create policy recoveries_issue on recoveries for insert to widyapraja_app with check (
	issued_by = (select acting_person()) and exists (select from people where id = person_id)
);
--> statement-breakpoint

create policy role_grants_read on role_grants for select to widyapraja_app using (
	person_id = (select acting_person())
	or (select acting_administers_platform())
	or agency_id = any ((select acting_agencies())::uuid[])
);
--> statement-breakpoint
create policy role_grants_give on role_grants for insert to widyapraja_app with check (
	granted_by = (select acting_person())
	and exists (select from people where id = role_grants.person_id)
	and ((select acting_administers_platform()) or agency_id = any ((select acting_administered_agencies())::uuid[]))
);
--> statement-breakpoint
create policy role_withdrawals_read on role_withdrawals for select to widyapraja_app using (
	exists (select from role_grants where id = grant_id)
);
--> statement-breakpoint
create policy role_withdrawals_give on role_withdrawals for insert to widyapraja_app with check (
	withdrawn_by = (select acting_person()) and exists (
		select from role_grants g where g.id = grant_id
			and ((select acting_administers_platform()) or g.agency_id = any ((select acting_administered_agencies())::uuid[]))
	)
);
--> statement-breakpoint

create policy audit_entries_write on audit_entries for insert to widyapraja_app with check (actor_id = (select acting_person()));
--> statement-breakpoint
create policy audit_entries_read on audit_entries for select to widyapraja_app using (
	subject_id = (select acting_person()) or (select acting_audits())
);
--> statement-breakpoint

create policy enrolments_read on enrolments for select to widyapraja_app using (
	person_id = (select acting_person())
	or agency_id = any ((select acting_agencies())::uuid[])
	or unit_id = any ((select acting_units())::uuid[])
);
--> statement-breakpoint
create policy enrolments_own on enrolments for insert to widyapraja_app with check (
	person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id)
);
--> statement-breakpoint
-- To lock the row while a learner's events are added; nothing in it is changed.
create policy enrolments_lock on enrolments for update to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint

-- Answers are the learner's own affair: officers never see them.
create policy learning_events_own on learning_events to widyapraja_app
	using (person_id = (select acting_person())) with check (
	person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id)
);
--> statement-breakpoint
create policy check_states_own on check_states to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint
create policy lesson_states_read on lesson_states for select to widyapraja_app using (
	person_id = (select acting_person())
	or agency_id = any ((select acting_agencies())::uuid[])
	or unit_id = any ((select acting_units())::uuid[])
);
--> statement-breakpoint
create policy lesson_states_add on lesson_states for insert to widyapraja_app with check (
	person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id)
);
--> statement-breakpoint
create policy lesson_states_change on lesson_states for update to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy lesson_states_forget on lesson_states for delete to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint

grant usage on schema public to widyapraja_app;
--> statement-breakpoint
grant select on all tables in schema public to widyapraja_app;
--> statement-breakpoint
grant insert on agencies, units, placements, people, person_names, person_numbers, person_contacts, credentials,
	sessions, sign_in_failures, recoveries, privacy_acknowledgements, role_grants, role_withdrawals, audit_entries,
	mails, enrolments, learning_events, lesson_states, check_states to widyapraja_app;
--> statement-breakpoint
grant update on agencies, units, placements, people, person_names, person_numbers, person_contacts, credentials,
	sessions, recoveries, mails, enrolments, check_states to widyapraja_app;
--> statement-breakpoint
-- The stamp stays as it was when the lesson was begun.
grant update (last_at, place, completed_at) on lesson_states to widyapraja_app;
--> statement-breakpoint
grant delete on sessions, sign_in_failures, recoveries, lesson_states, check_states to widyapraja_app;
--> statement-breakpoint

-- What others did about the acting person, and who they are: names that row-level security would hide from them.
create function entries_about_me(most integer)
returns table (
	at timestamptz, act text, actor_name text, actor_title_before text, actor_title_after text, actor_agency text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select e.at, e.act, n.name, n.title_before, n.title_after, h.name
	from audit_entries e
	left join person_names n on n.person_id = e.actor_id
	left join lateral (
		select a.name from placements p join agencies a on a.id = p.agency_id
		where p.person_id = e.actor_id and p.until_on is null
		order by p.from_on desc limit 1
	) h on true
	where e.subject_id = acting_person() and e.actor_id is distinct from acting_person()
	order by e.at desc, e.id
	limit most
$$;
--> statement-breakpoint
revoke execute on all functions in schema public from public;
--> statement-breakpoint
alter default privileges revoke execute on functions from public;
--> statement-breakpoint
grant execute on function agency_day(text), acting_was_placed(uuid, uuid), acting_as(), acting_person(), acting_as_system(), acting_agencies(), acting_units(),
	acting_administered_agencies(), acting_administers_platform(), acting_audits(), grants_in_force(uuid),
	find_session(bytea), find_credential(text), entries_about_me(integer) to widyapraja_app;
