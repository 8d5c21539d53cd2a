-- Whom a certificate names is seen by the holder and by the system, which signs it; everybody else sees of it what
-- find_certificate tells whoever knows its code. No officer's policy yet.
do $$
declare
	private text;
begin
	foreach private in array array[
		'signing_key_secrets', 'certificate_counts', 'awards', 'award_holders', 'award_confirmations', 'certificates',
		'certificate_revocations'
	] loop
		execute format('alter table %I enable row level security', private);
		execute format('alter table %I force row level security', private);
		execute format('create policy %I on %I to current_user using (true) with check (true)', private || '_owner', private);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', private || '_system', private);
	end loop;
end
$$;
--> statement-breakpoint
-- Whoever verifies needs to know who issues and with which keys: public facts, written by the system alone.
do $$
declare
	shared text;
begin
	foreach shared in array array['signing_keys', 'certificate_issuers', 'certificate_series'] loop
		execute format('alter table %I enable row level security', shared);
		execute format('alter table %I force row level security', shared);
		execute format('create policy %I on %I to current_user using (true) with check (true)', shared || '_owner', shared);
		execute format('create policy %I on %I to widyapraja_app using ((select acting_as_system())) with check ((select acting_as_system()))', shared || '_system', shared);
		execute format('create policy %I on %I for select to widyapraja_app using (true)', shared || '_read', shared);
	end loop;
end
$$;
--> statement-breakpoint
create policy awards_own on awards for select to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy awards_earned on awards for insert to widyapraja_app
	with check (person_id = (select acting_person()) and acting_was_placed(agency_id, unit_id));
--> statement-breakpoint
-- Under row-level security the awards seen here are the person's own.
create policy award_holders_own on award_holders to widyapraja_app using (person_id = (select acting_person()))
	with check (
		person_id = (select acting_person())
		and exists (select from awards a where a.code = award_holders.code and a.person_id = award_holders.person_id)
	);
--> statement-breakpoint
create policy award_confirmations_own on award_confirmations to widyapraja_app using (person_id = (select acting_person()))
	with check (
		person_id = (select acting_person())
		and exists (select from awards a where a.code = award_confirmations.code and a.person_id = award_confirmations.person_id)
	);
--> statement-breakpoint
create policy certificates_own on certificates for select to widyapraja_app using (person_id = (select acting_person()));
--> statement-breakpoint
create policy certificate_revocations_own on certificate_revocations for select to widyapraja_app
	using (exists (select from awards a where a.code = certificate_revocations.code and a.person_id = (select acting_person())));
--> statement-breakpoint
grant select, insert on signing_keys, signing_key_secrets, certificate_issuers, certificate_series, certificate_counts,
	awards, award_holders, award_confirmations, certificates, certificate_revocations to widyapraja_app;
--> statement-breakpoint
grant update (retired_at) on signing_keys to widyapraja_app;
--> statement-breakpoint
-- Of a retired key the private half goes.
grant delete on signing_key_secrets to widyapraja_app;
--> statement-breakpoint
-- To lock what waits to be issued takes the right to change it; the trigger below refuses the change itself.
grant update (confirmed_at) on award_confirmations to widyapraja_app;
--> statement-breakpoint
create trigger signing_keys_kept before delete or truncate on signing_keys
	for each statement execute function refuse_change();
--> statement-breakpoint
-- A key is retired once.
create trigger signing_keys_retired_once before update on signing_keys
	for each row when (old.retired_at is not null) execute function refuse_change();
--> statement-breakpoint
do $$
declare
	fact text;
begin
	foreach fact in array array[
		'certificate_issuers', 'certificate_series', 'awards', 'award_holders', 'award_confirmations', 'certificates',
		'certificate_revocations'
	] loop
		execute format(
			'create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
			fact || '_immutable', fact
		);
	end loop;
end
$$;
--> statement-breakpoint
-- The next number of an organiser in a year, in the newest series. Taken under a lock that lasts as long as the
-- transaction: a number is given with its award or not at all.
create function take_certificate_number(for_organiser text, in_year integer)
returns table (taken_series integer, taken_ordinal integer)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
	insert into certificate_counts as c (organiser, year, series, last)
	select for_organiser, in_year, coalesce(max(s.series), 1), 1 from certificate_series s
	on conflict (organiser, year, series) do update set last = c.last + 1
	returning c.series, c.last
$$;
--> statement-breakpoint
-- What anybody who knows its code may see of an issued certificate: never a number of the holder, a post or a score.
create function find_certificate(wanted text)
returns table (
	code text, number text, facts jsonb, name text, title_before text, title_after text, issued_at timestamptz,
	status_list text, status_index integer, revoked_at timestamptz, cause text, reason text, replaced_by text, follows text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select a.code, a.number, a.facts - 'score', n.name, n.title_before, n.title_after, c.issued_at,
		c.status_list, c.status_index, r.revoked_at, r.cause, r.reason,
		(select i.code from certificates i where i.code = r.replaced_by),
		(select i.code from certificates i where i.code = a.follows)
	from certificates c
	join awards a on a.code = c.code
	join award_confirmations n on n.code = c.code
	left join certificate_revocations r on r.code = c.code
	where c.code = wanted
$$;
--> statement-breakpoint
grant execute on function take_certificate_number(text, integer), find_certificate(text) to widyapraja_app;
