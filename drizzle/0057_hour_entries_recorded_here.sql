-- An officer records JP of people who have or had a post where the line is stamped, and of a training from elsewhere only
-- what that person asked for. The placements seen here are those of the officer's own agencies and units.
drop policy hour_entries_record on hour_entries;
--> statement-breakpoint
create policy hour_entries_record on hour_entries for insert to widyapraja_app with check (
	recorded_by = (select acting_person()) and person_id <> (select acting_person())
	and (agency_id = any ((select acting_agencies())::uuid[]) or unit_id = any ((select acting_units())::uuid[]))
	and exists (
		select from placements p
		where p.person_id = hour_entries.person_id and p.agency_id = hour_entries.agency_id
			and p.unit_id is not distinct from hour_entries.unit_id
	)
	and (kind <> 'external' or submission_id is not null)
	and (submission_id is null or exists (
		select from hour_submissions s
		where s.id = hour_entries.submission_id and s.person_id = hour_entries.person_id
	))
);
