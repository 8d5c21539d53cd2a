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
-- Public facts, no personal data: no row-level security. Rows come only through publishing.
grant select, insert on courses, releases, files, release_files, lessons, questions, question_keys, glossary_terms,
	regulations, citations to widyapraja_app;
--> statement-breakpoint
grant update on courses, regulations to widyapraja_app;
