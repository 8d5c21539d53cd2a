-- JP (product.md 3.4, 3.7). The ledger is seen by its person, by officers within whose agency or unit a row was
-- recorded, and by officers where the person works now: a transfer brings confirmed hours along. Submissions and their
-- evidence stay with the agency they were sent in. Nobody decides or records anything about themselves but what the
-- platform's own completion earns them.
do $$
declare
	private text;
begin
	foreach private in array array[
		'hour_evidence', 'hour_submissions', 'hour_versions', 'hour_decisions', 'hour_withdrawals', 'hour_entries',
		'hour_rules', 'contracts'
	] loop
		execute format('alter table %I enable row level security', private);
		execute format('alter table %I force row level security', private);
		execute format('create policy %I on %I to current_user using (true) with check (true)', private || '_owner', private);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', private || '_system', private);
	end loop;
end
$$;
--> statement-breakpoint
create policy hour_submissions_read on hour_submissions for select to widyapraja_app using (
	person_id = (select acting_person())
	or agency_id = any ((select acting_agencies())::uuid[])
	or unit_id = any ((select acting_units())::uuid[])
);
--> statement-breakpoint
create policy hour_submissions_own on hour_submissions for insert to widyapraja_app with check (
	person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id)
);
--> statement-breakpoint
-- What hangs on a submission is seen by whoever sees the submission.
create policy hour_versions_read on hour_versions for select to widyapraja_app using (
	exists (select from hour_submissions where id = submission_id)
);
--> statement-breakpoint
create policy hour_versions_own on hour_versions for insert to widyapraja_app with check (
	person_id = (select acting_person())
);
--> statement-breakpoint
create policy hour_decisions_read on hour_decisions for select to widyapraja_app using (
	exists (select from hour_submissions where id = submission_id)
);
--> statement-breakpoint
-- Who sees a submission of somebody else is an officer in its scope.
create policy hour_decisions_give on hour_decisions for insert to widyapraja_app with check (
	decided_by = (select acting_person())
	and exists (select from hour_submissions s where s.id = submission_id and s.person_id <> (select acting_person()))
);
--> statement-breakpoint
create policy hour_withdrawals_read on hour_withdrawals for select to widyapraja_app using (
	exists (select from hour_submissions where id = submission_id)
);
--> statement-breakpoint
create policy hour_withdrawals_own on hour_withdrawals for insert to widyapraja_app with check (
	exists (select from hour_submissions s where s.id = submission_id and s.person_id = (select acting_person()))
);
--> statement-breakpoint
create policy hour_evidence_own on hour_evidence to widyapraja_app
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
--> statement-breakpoint
-- Officers see a file once a submission they see names it.
create policy hour_evidence_read on hour_evidence for select to widyapraja_app using (
	exists (select from hour_versions v where v.evidence_id = hour_evidence.id)
);
--> statement-breakpoint
create policy hour_entries_read on hour_entries for select to widyapraja_app using (
	person_id = (select acting_person())
	or agency_id = any ((select acting_agencies())::uuid[])
	or unit_id = any ((select acting_units())::uuid[])
	or exists (
		select from current_placements p
		where p.person_id = hour_entries.person_id
			and (p.agency_id = any ((select acting_agencies())::uuid[]) or p.unit_id = any ((select acting_units())::uuid[]))
	)
);
--> statement-breakpoint
create policy hour_entries_earn on hour_entries for insert to widyapraja_app with check (
	person_id = (select acting_person()) and kind in ('module', 'project') and recorded_by is null
	and acting_was_placed(agency_id, unit_id)
);
--> statement-breakpoint
create policy hour_entries_record on hour_entries for insert to widyapraja_app with check (
	recorded_by = (select acting_person()) and person_id <> (select acting_person())
	and (agency_id = any ((select acting_agencies())::uuid[]) or unit_id = any ((select acting_units())::uuid[]))
);
--> statement-breakpoint
create policy hour_rules_read on hour_rules for select to widyapraja_app using ((select acting_person()) is not null);
--> statement-breakpoint
create policy hour_rules_set on hour_rules for insert to widyapraja_app with check (
	set_by = (select acting_person()) and (select acting_administers_platform())
);
--> statement-breakpoint
create policy contracts_read on contracts for select to widyapraja_app using (
	person_id = (select acting_person()) or exists (select from people where id = person_id)
);
--> statement-breakpoint
-- Officers write down, and strike out, the work agreements of people who are with them now.
create policy contracts_keep on contracts to widyapraja_app using (
	person_id <> (select acting_person()) and exists (
		select from current_placements p
		where p.person_id = contracts.person_id
			and (p.agency_id = any ((select acting_agencies())::uuid[]) or p.unit_id = any ((select acting_units())::uuid[]))
	)
) with check (
	recorded_by = (select acting_person()) and person_id <> (select acting_person()) and exists (
		select from current_placements p
		where p.person_id = contracts.person_id
			and (p.agency_id = any ((select acting_agencies())::uuid[]) or p.unit_id = any ((select acting_units())::uuid[]))
	)
);
--> statement-breakpoint
grant select, insert on hour_evidence, hour_submissions, hour_versions, hour_decisions, hour_withdrawals, hour_entries,
	hour_rules, contracts to widyapraja_app;
--> statement-breakpoint
-- Files that no submission names are cleared away; one that is named is held by its version.
grant delete on hour_evidence, contracts to widyapraja_app;
--> statement-breakpoint
do $$
declare
	kept text;
begin
	foreach kept in array array[
		'hour_submissions', 'hour_versions', 'hour_decisions', 'hour_withdrawals', 'hour_entries', 'hour_rules'
	] loop
		execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()', kept || '_append_only', kept);
	end loop;
end
$$;
