-- As in 0009, for a bounded part of the query: looking into words and for near words costs milliseconds each, and a
-- query of eight affixes or eight mistyped words is nobody's question. Words of titles that contain a typed one are
-- looked for with the three longest typed words, near words for the four longest that no entry has.
do $make$
declare
	home text := (select nspname from pg_extension join pg_namespace n on n.oid = extnamespace where extname = 'pg_trgm');
begin
	-- The threshold is known, and may be set, once the session has used the extension.
	execute format('select %I.show_limit()', home);
	execute format($function$
		create or replace function search_variants(typed_words text[])
		returns table (typed text, word text, stem text, entries integer, relation text)
		language sql stable set search_path = pg_catalog, public, %I, pg_temp
		set pg_trgm.similarity_threshold = 0.25
		as $$
			select t.typed, v.word, v.stem, v.entries, v.relation
			from (
				select g.typed, g.stem, g.known, row_number() over (order by length(g.typed) desc, g.typed) as place,
					row_number() over (order by g.known, length(g.typed) desc, g.typed) as unknown_place
				from (
					select given.typed, coalesce((ts_lexize('indonesian_stem', given.typed))[1], given.typed) as stem,
						exists (select from search_words w where w.word = given.typed) as known
					from unnest(typed_words) given(typed)
				) g
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
				where t.place <= 3 and length(t.typed) >= 3
					and w.titles > 0 and w.word like '%%' || t.typed || '%%' and w.word <> t.typed
				order by w.entries desc limit 20)
				union all
				(select w.word, w.stem, w.entries, 'near' from search_words w
				where not t.known and t.unknown_place <= 4 and length(t.typed) >= 4 and w.word %% t.typed
					and length(w.word) between length(t.typed) - 2 and length(t.typed) + 2
				order by similarity(w.word, t.typed) desc limit 40)
			) v
		$$
	$function$, home);
end
$make$;
