-- Who keeps certificates (revokes, replaces, restores): organisers and administrators of the whole agency that organised
-- the course, and the platform's administrators. Of a holder they see what the certificate says and what name is on
-- record now: no number, no post, no score, no file. They see it through functions, so that no policy opens the tables.

-- Codes of the agencies whose certificates the person who acts keeps.
create function acting_kept_organisers() returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select coalesce(array_agg(a.code), '{}')
	from grants_in_force(acting_person()) g
	join agencies a on a.id = g.agency_id
	where g.role in ('organiser', 'agency-admin') and g.unit_id is null
$$;
--> statement-breakpoint
-- Whether the person who acts keeps this certificate, which is not their own, and what takes its place, if anything does,
-- follows it.
create function acting_keeps_certificate(wanted text, taken_by text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select exists (
		select from awards a
		where a.code = wanted and a.person_id <> acting_person()
			and (acting_administers_platform() or a.organiser = any (acting_kept_organisers()))
			and (taken_by is null or exists (select from awards t where t.code = taken_by and t.follows = a.code))
	)
$$;
--> statement-breakpoint
-- Certificates that the person who acts keeps, the newest first: all, or those with this code or with this in their number.
create function kept_certificates(part text, most integer, skip integer)
returns table (
	code text, number text, organiser text, course text, course_language text, valid_until text, holder jsonb,
	awarded_at timestamptz, confirmed_at timestamptz, issued_at timestamptz, cause text, revoked_at timestamptz, every bigint
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	with scope as materialized (
		select acting_administers_platform() as everything, acting_kept_organisers() as organisers
	), found as (
		select a.*, count(*) over () as every
		from awards a, scope s
		where (s.everything or a.organiser = any (s.organisers))
			and (part = '' or a.code = part or strpos(upper(replace(a.number, ' ', '')), part) > 0)
		order by a.awarded_at desc, a.code
		limit most offset skip
	)
	select a.code, a.number, a.facts #>> '{organiser,name}', a.facts #>> '{course,title}', a.facts #>> '{course,language}',
		a.facts ->> 'validUntil',
		jsonb_build_object(
			'name', coalesce(n.name, h.name), 'titleBefore', coalesce(n.title_before, h.title_before),
			'titleAfter', coalesce(n.title_after, h.title_after)
		),
		a.awarded_at, n.confirmed_at, c.issued_at, r.cause, r.revoked_at, a.every
	from found a
	join award_holders h on h.code = a.code
	left join award_confirmations n on n.code = a.code
	left join certificates c on c.code = a.code
	left join certificate_revocations r on r.code = a.code
	order by a.awarded_at desc, a.code
$$;
--> statement-breakpoint
-- One of them, with what became of it and by whom.
create function kept_certificate(wanted text)
returns table (
	code text, number text, person_id uuid, own boolean, facts jsonb, holder jsonb, recorded jsonb,
	awarded_at timestamptz, confirmed_at timestamptz, issued_at timestamptz,
	cause text, reason text, revoked_at timestamptz, revoked_by jsonb, previous jsonb, next jsonb,
	restoration_reason text, restored_at timestamptz, restored_by jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select a.code, a.number, a.person_id, a.person_id is not distinct from acting_person(), a.facts - 'score',
		jsonb_build_object(
			'name', coalesce(n.name, h.name), 'titleBefore', coalesce(n.title_before, h.title_before),
			'titleAfter', coalesce(n.title_after, h.title_after)
		),
		(select jsonb_build_object('name', p.name, 'titleBefore', p.title_before, 'titleAfter', p.title_after)
			from person_names p where p.person_id = a.person_id),
		a.awarded_at, n.confirmed_at, c.issued_at,
		r.cause, r.reason, r.revoked_at,
		(select jsonb_build_object('name', p.name, 'titleBefore', p.title_before, 'titleAfter', p.title_after)
			from person_names p where p.person_id = r.revoked_by),
		(select jsonb_build_object('code', f.code, 'number', f.number) from awards f where f.code = a.follows),
		(select jsonb_build_object('code', t.code, 'number', t.number) from awards t where t.follows = a.code),
		x.reason, x.restored_at,
		(select jsonb_build_object('name', p.name, 'titleBefore', p.title_before, 'titleAfter', p.title_after)
			from person_names p where p.person_id = x.restored_by)
	from awards a
	join award_holders h on h.code = a.code
	left join award_confirmations n on n.code = a.code
	left join certificates c on c.code = a.code
	left join certificate_revocations r on r.code = a.code
	left join certificate_restorations x on x.code = a.code
	where a.code = wanted
		and (acting_administers_platform() or a.organiser = any (acting_kept_organisers()))
$$;
--> statement-breakpoint
grant execute on function acting_kept_organisers(), acting_keeps_certificate(text, text),
	kept_certificates(text, integer, integer), kept_certificate(text) to widyapraja_app;
--> statement-breakpoint

-- A revocation is always somebody's: not even the system writes one.
drop policy certificate_revocations_system on certificate_revocations;
--> statement-breakpoint
create policy certificate_revocations_system on certificate_revocations for select to widyapraja_app
	using ((select acting_as_system()));
--> statement-breakpoint
create policy certificate_revocations_give on certificate_revocations for insert to widyapraja_app
	with check (revoked_by = (select acting_person()) and acting_keeps_certificate(code, replaced_by));
--> statement-breakpoint
do $$
declare
	kept text;
begin
	foreach kept in array array['certificate_restorations', 'certificate_signatories'] loop
		execute format('alter table %I enable row level security', kept);
		execute format('alter table %I force row level security', kept);
		execute format('create policy %I on %I to current_user using (true) with check (true)', kept || '_owner', kept);
		execute format('create policy %I on %I for select to widyapraja_app using ((select acting_as_system()))', kept || '_system', kept);
		execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()', kept || '_immutable', kept);
	end loop;
end
$$;
--> statement-breakpoint
create policy certificate_restorations_give on certificate_restorations for insert to widyapraja_app
	with check (restored_by = (select acting_person()) and acting_keeps_certificate(code, restored_as));
--> statement-breakpoint
-- Whoever completes a course writes its signatory into their award.
create policy certificate_signatories_read on certificate_signatories for select to widyapraja_app
	using ((select acting_person()) is not null);
--> statement-breakpoint
create policy certificate_signatories_give on certificate_signatories for insert to widyapraja_app with check (
	set_by = (select acting_person())
	and (
		(select acting_administers_platform())
		or exists (
			select from agencies a
			where a.code = organiser and a.id = any ((select acting_administered_agencies())::uuid[])
		)
	)
);
--> statement-breakpoint
grant select, insert on certificate_restorations, certificate_signatories to widyapraja_app;
--> statement-breakpoint

-- Names are corrected by officers of where the person works now, by nobody for themselves, and never without an entry in
-- the trail: no policy opens the table, only this does. Whether anything changed.
create function correct_name(person uuid, new_name text, new_title_before text, new_title_after text) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
	with corrected as (
		update person_names n set name = new_name, title_before = new_title_before, title_after = new_title_after
		where n.person_id = person and person <> acting_person()
			and (n.name, n.title_before, n.title_after) is distinct from (new_name, new_title_before, new_title_after)
			and (
				acting_administers_platform()
				or exists (
					select from current_placements p
					where p.person_id = person
						and (p.agency_id = any (acting_agencies()) or p.unit_id = any (acting_units()))
				)
			)
		returning n.person_id
	), told as (
		insert into audit_entries (actor_id, act, subject_id)
		select acting_person(), 'name-corrected', c.person_id from corrected c
		returning id
	)
	select exists (select from told)
$$;
--> statement-breakpoint
grant execute on function correct_name(uuid, text, text, text) to widyapraja_app;
