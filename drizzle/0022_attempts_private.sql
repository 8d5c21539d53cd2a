-- What a person does in a quiz or test is seen by the person and by the system, which judges again when a key was
-- wrong: no officer's policy, for supervisors and HR see results elsewhere and never answers or failed attempts
-- (product.md 3.7).
do $$
declare
	private text;
begin
	foreach private in array array['attempts', 'attempt_answers', 'attempt_texts', 'gradings'] loop
		execute format('alter table %I enable row level security', private);
		execute format('alter table %I force row level security', private);
		execute format('create policy %I on %I to current_user using (true) with check (true)', private || '_owner', private);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', private || '_system', private);
		if private <> 'attempts' then
			execute format('create policy %I on %I to widyapraja_app using (person_id = (select acting_person())) with check (person_id = (select acting_person()))', private || '_own', private);
		end if;
	end loop;
end
$$;
--> statement-breakpoint
create policy attempts_own on attempts to widyapraja_app using (person_id = (select acting_person()))
	with check (person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id));
--> statement-breakpoint
grant select, insert on attempts, attempt_answers, attempt_texts, gradings to widyapraja_app;
--> statement-breakpoint
grant update (submitted_at) on attempts to widyapraja_app;
--> statement-breakpoint
grant update (choice, saved_at) on attempt_answers to widyapraja_app;
--> statement-breakpoint
-- Texts are replaced while an attempt is open, and erased for the person.
grant delete on attempt_texts to widyapraja_app;
--> statement-breakpoint
create trigger gradings_append_only before update or delete or truncate on gradings
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger attempts_kept before delete or truncate on attempts
	for each statement execute function refuse_change();
--> statement-breakpoint
-- An attempt is sent once.
create trigger attempts_sent_once before update on attempts
	for each row when (old.submitted_at is not null) execute function refuse_change();
--> statement-breakpoint
-- What was sent is what is judged, whoever judges it when.
create function refuse_answer_once_sent() returns trigger language plpgsql as $$
begin
	if exists (
		select from attempts a
		where a.person_id = new.person_id and a.id = new.attempt_id and a.submitted_at is not null
	) then
		raise exception 'answers of an attempt that was sent are never changed' using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger attempt_answers_open before insert or update on attempt_answers
	for each row execute function refuse_answer_once_sent();
--> statement-breakpoint
create trigger attempt_texts_open before insert or update on attempt_texts
	for each row execute function refuse_answer_once_sent();
