-- What was completed is seen by the person and, as lessons' states are, by officers in scope of the place it is stamped
-- with. That somebody answered the survey is their own affair; what was answered only the system reads.
do $$
declare
	closed text;
begin
	foreach closed in array array['module_completions', 'course_completions', 'survey_completions', 'survey_answers'] loop
		execute format('alter table %I enable row level security', closed);
		execute format('alter table %I force row level security', closed);
		execute format('create policy %I on %I to current_user using (true) with check (true)', closed || '_owner', closed);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', closed || '_system', closed);
	end loop;
	foreach closed in array array['module_completions', 'course_completions', 'survey_completions'] loop
		execute format('create policy %I on %I for insert to widyapraja_app with check (person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id))', closed || '_add', closed);
	end loop;
	foreach closed in array array['module_completions', 'course_completions'] loop
		execute format('create policy %I on %I for select to widyapraja_app using (
			person_id = (select acting_person())
			or agency_id = any ((select acting_agencies())::uuid[])
			or unit_id = any ((select acting_units())::uuid[])
		)', closed || '_read', closed);
	end loop;
end
$$;
--> statement-breakpoint
create policy survey_completions_read on survey_completions for select to widyapraja_app
	using (person_id = (select acting_person()));
--> statement-breakpoint
-- Whoever sent the survey of a release today adds an answer to it, and reads none.
create policy survey_answers_add on survey_answers for insert to widyapraja_app with check (
	exists (
		select from survey_completions c
		where c.person_id = (select acting_person()) and c.release_id = survey_answers.release_id and c.sent_on = survey_answers.sent_on
	)
);
--> statement-breakpoint
grant select, insert on module_completions, course_completions, survey_completions, survey_answers to widyapraja_app;
--> statement-breakpoint
do $$
declare
	kept text;
begin
	foreach kept in array array['module_completions', 'course_completions', 'survey_completions', 'survey_answers'] loop
		execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()', kept || '_append_only', kept);
	end loop;
end
$$;
