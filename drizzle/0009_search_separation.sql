-- Public facts, no personal data, nothing of a question: read by everyone, written by the system alone when a release
-- is published. Unlike the release they are derived from they may be deleted and written anew.
do $$
declare
	derived text;
begin
	foreach derived in array array['search_courses', 'search_entries', 'search_words'] loop
		execute format('alter table %I enable row level security', derived);
		execute format('alter table %I force row level security', derived);
		execute format('create policy %I on %I to current_user using (true) with check (true)', derived || '_owner', derived);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', derived || '_system', derived);
		execute format('create policy %I on %I for select to widyapraja_app using (true)', derived || '_read', derived);
	end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update, delete on search_courses, search_entries, search_words to widyapraja_app;
--> statement-breakpoint
-- A first ranking reads the head of every row that matches, thousands for a common word: it stays in the row. Ranking
-- by the whole text reads hundreds: unpacking them would cost more than the space it saves.
alter table search_entries alter column head set storage main, alter column words set storage external;
--> statement-breakpoint

-- Entries that match, with how promising their heads are. The index is used however many they are: PostgreSQL does
-- not reckon what reading `words` out of every row would cost.
create function search_matches(matching tsquery, wanted tsquery, weights real[])
returns table (id bigint, course_id text, kind text, promise real)
language sql stable set search_path = pg_catalog, public, pg_temp set enable_seqscan = off
as $$
	select e.id, e.course_id, e.kind, ts_rank(weights, e.head, wanted, 1) from search_entries e where e.words @@ matching
$$;
--> statement-breakpoint

-- What the index knows of some words (letters and digits, lower case): each one itself with its stem, forms of the
-- same stem, words of titles that contain it and, when no entry has it, words that resemble it. The caller judges
-- how near is near enough. pg_trgm may stand in any schema, so index and function are made for where it does.
do $make$
declare
	home text := (select nspname from pg_extension join pg_namespace n on n.oid = extnamespace where extname = 'pg_trgm');
begin
	execute format('create index search_words_trigrams_index on search_words using gin (word %I.gin_trgm_ops)', home);
	execute format($function$
		create function search_variants(typed_words text[])
		returns table (typed text, word text, stem text, entries integer, relation text)
		language sql stable set search_path = pg_catalog, public, %I, pg_temp
		set pg_trgm.similarity_threshold = 0.25
		as $$
			select t.typed, v.word, v.stem, v.entries, v.relation
			from (
				select given.typed, coalesce((ts_lexize('indonesian_stem', given.typed))[1], given.typed) as stem,
					exists (select from search_words w where w.word = given.typed) as known
				from unnest(typed_words) given(typed)
			) t
			cross join lateral (
				select t.typed as word, t.stem,
					coalesce((select w.entries from search_words w where w.word = t.typed), 0) as entries, 'self' as relation
				union all
				(select w.word, w.stem, w.entries, 'stem' from search_words w
				where w.stem = t.stem and w.word <> t.typed
				order by w.entries desc limit 40)
				union all
				(select w.word, w.stem, w.entries, 'part' from search_words w
				where length(t.typed) >= 3 and w.titles > 0 and w.word like '%%' || t.typed || '%%' and w.word <> t.typed
				order by w.entries desc limit 20)
				union all
				(select w.word, w.stem, w.entries, 'near' from search_words w
				where not t.known and length(t.typed) >= 4 and w.word %% t.typed
					and length(w.word) between length(t.typed) - 2 and length(t.typed) + 2
				order by similarity(w.word, t.typed) desc limit 40)
			) v
		$$
	$function$, home);
end
$make$;
--> statement-breakpoint
grant execute on function search_matches(tsquery, tsquery, real[]), search_variants(text[]) to widyapraja_app;
