-- Our own certificates of a person, as far as they can be the same as a training recorded from elsewhere: for the person,
-- and for officers who have a submission of theirs to decide. Awards themselves stay the holder's and the system's.
create function hour_awards(of_person uuid)
returns table (code text, number text, course_id text, title text, organiser text, started_on date, ended_on date, jp numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select a.code, a.number, a.course_id, a.facts #>> '{course,title}', a.facts #>> '{organiser,name}',
		(a.facts ->> 'startedOn')::date, (a.facts ->> 'completedOn')::date, (a.facts ->> 'jp')::numeric
	from awards a
	where a.person_id = of_person and (
		of_person = acting_person()
		or acting_as_system()
		or exists (
			select from hour_submissions s join hour_versions v on v.submission_id = s.id
			where s.person_id = of_person
				and (s.agency_id = any (acting_agencies()) or s.unit_id = any (acting_units()))
				and not exists (select from hour_withdrawals w where w.submission_id = s.id)
				and not exists (select from hour_decisions d where d.submission_id = s.id and d.number = v.number)
		)
	)
	order by a.awarded_at, a.code
$$;
--> statement-breakpoint
-- Other submissions that were sent with the same bytes, of the same person: for whoever sees the file. Of a submission
-- that stayed with another agency it tells the id alone.
create function evidence_twins(of_evidence uuid)
returns table (submission_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select distinct v.submission_id
	from hour_evidence mine
	join hour_evidence other
		on other.person_id = mine.person_id and other.size = mine.size and other.bytes = mine.bytes
	join hour_versions v on v.evidence_id = other.id
	where mine.id = of_evidence
		and not exists (select from hour_withdrawals w where w.submission_id = v.submission_id)
		and (
			mine.person_id = acting_person()
			or acting_as_system()
			or exists (
				select from hour_versions named join hour_submissions s on s.id = named.submission_id
				where named.evidence_id = mine.id
					and (s.agency_id = any (acting_agencies()) or s.unit_id = any (acting_units()))
			)
		)
$$;
--> statement-breakpoint
revoke execute on function hour_awards(uuid), evidence_twins(uuid) from public;
--> statement-breakpoint
grant execute on function hour_awards(uuid), evidence_twins(uuid) to widyapraja_app;
