-- A release is what learners, answers and certificates point at: its rows are never changed or deleted.
create trigger releases_immutable before update or delete or truncate on releases
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger files_immutable before update or delete or truncate on files
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger release_files_immutable before update or delete or truncate on release_files
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger lessons_immutable before update or delete or truncate on lessons
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger questions_immutable before update or delete or truncate on questions
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger question_keys_immutable before update or delete or truncate on question_keys
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger glossary_terms_immutable before update or delete or truncate on glossary_terms
	for each statement execute function refuse_change();
--> statement-breakpoint
create trigger citations_immutable before update or delete or truncate on citations
	for each statement execute function refuse_change();
--> statement-breakpoint
-- Public facts, no personal data: read by everyone, keys apart, which only those signed in may be judged by. Written by
-- the system alone: rows come only through publishing.
do $$
declare
	shared text;
begin
	foreach shared in array array[
		'courses', 'releases', 'files', 'release_files', 'lessons', 'questions', 'question_keys', 'glossary_terms',
		'regulations', 'citations'
	] loop
		execute format('alter table %I enable row level security', shared);
		execute format('alter table %I force row level security', shared);
		execute format('create policy %I on %I to current_user using (true) with check (true)', shared || '_owner', shared);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', shared || '_system', shared);
		if shared <> 'question_keys' then
			execute format('create policy %I on %I for select to widyapraja_app using (true)', shared || '_read', shared);
		end if;
	end loop;
end
$$;
--> statement-breakpoint
create policy question_keys_read on question_keys for select to widyapraja_app
	using ((select acting_person()) is not null);
--> statement-breakpoint
grant select, insert on courses, releases, files, release_files, lessons, questions, question_keys, glossary_terms,
	regulations, citations to widyapraja_app;
--> statement-breakpoint
grant update on courses, regulations to widyapraja_app;
