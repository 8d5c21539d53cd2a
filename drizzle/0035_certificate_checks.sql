alter table score_shares enable row level security;
--> statement-breakpoint
alter table score_shares force row level security;
--> statement-breakpoint
create policy score_shares_owner on score_shares to current_user using (true) with check (true);
--> statement-breakpoint
create policy score_shares_system on score_shares for select to widyapraja_app using ((select acting_as_system()));
--> statement-breakpoint
-- Under row-level security the awards seen here are the person's own.
create policy score_shares_own on score_shares to widyapraja_app using (person_id = (select acting_person()))
	with check (
		person_id = (select acting_person())
		and exists (select from awards a where a.code = score_shares.code and a.person_id = score_shares.person_id)
	);
--> statement-breakpoint
grant select, insert on score_shares to widyapraja_app;
--> statement-breakpoint
create trigger score_shares_immutable before update or delete or truncate on score_shares
	for each statement execute function refuse_change();
--> statement-breakpoint
-- The result that a certificate's holder lets everybody see just now; nothing where they do not.
create function find_shared_score(wanted text) returns numeric
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select (a.facts ->> 'score')::numeric
	from awards a join score_shares s on s.code = a.code
	where a.code = wanted and s.shared
		and not exists (select from score_shares later where later.code = s.code and later.ordinal > s.ordinal)
$$;
--> statement-breakpoint
-- Whether this code was given to somebody whose certificate is yet to be issued; nothing of whom, or for what.
create function is_certificate_awaited(wanted text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select exists (
		select from awards a
		where a.code = wanted
			and not exists (select from certificates c where c.code = a.code)
			and not exists (select from certificate_revocations r where r.code = a.code)
	)
$$;
--> statement-breakpoint
-- Whom an issued certificate of one of these numbers names: for the application to compare with the name a visitor
-- gives, which it does under a throttle. Never shown to anybody who did not know it.
create function find_certificate_by_number(wanted text[])
returns table (code text, name text, title_before text, title_after text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select a.code, n.name, n.title_before, n.title_after
	from awards a
	join certificates c on c.code = a.code
	join award_confirmations n on n.code = a.code
	where a.number = any (wanted)
	limit 1
$$;
--> statement-breakpoint
-- What was issued, to be held against what somebody was shown: the credential, and of the paper only its measure.
create function find_certificate_bytes(wanted text)
returns table (credential text, pdf_length integer, pdf_digest bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select c.credential, octet_length(c.pdf), sha256(c.pdf) from certificates c where c.code = wanted
$$;
--> statement-breakpoint
grant execute on function find_shared_score(text), is_certificate_awaited(text), find_certificate_by_number(text[]),
	find_certificate_bytes(text) to widyapraja_app;
