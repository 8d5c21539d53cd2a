-- Of those that follow one another, what was never issued is passed over in both directions.
create or replace function find_certificate(wanted text)
returns table (
	code text, number text, facts jsonb, name text, title_before text, title_after text, issued_at timestamptz,
	status_list text, status_index integer, revoked_at timestamptz, cause text, reason text, replaced_by text, follows text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
	select a.code, a.number, a.facts - 'score', n.name, n.title_before, n.title_after, c.issued_at,
		c.status_list, c.status_index, r.revoked_at, r.cause, r.reason,
		(
			with recursive later as (
				select r.replaced_by as code, 1 as step
				union all
				select next.code, l.step + 1 from later l join awards next on next.follows = l.code
				where not exists (select from certificates i where i.code = l.code)
			) select i.code from later l join certificates i on i.code = l.code order by l.step limit 1
		),
		(
			with recursive earlier as (
				select a.follows as code, 1 as step
				union all
				select before.follows, e.step + 1 from earlier e join awards before on before.code = e.code
				where not exists (select from certificates i where i.code = e.code)
			) select i.code from earlier e join certificates i on i.code = e.code order by e.step limit 1
		)
	from certificates c
	join awards a on a.code = c.code
	join award_confirmations n on n.code = c.code
	left join certificate_revocations r on r.code = c.code
	where c.code = wanted
$$;
