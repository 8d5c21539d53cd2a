-- Mistyped words and words within words are found by their trigrams. The extension is trusted (PostgreSQL 13 and later):
-- whoever may create in the database may create it; where that is not the owner, migrate() names the remedy. It stands
-- in a schema of its own, unless an administrator has put it elsewhere before.
do $$
begin
	if not exists (select from pg_extension where extname = 'pg_trgm') then
		create schema if not exists extensions;
		grant usage on schema extensions to widyapraja_app;
		create extension pg_trgm schema extensions;
	end if;
end
$$;
