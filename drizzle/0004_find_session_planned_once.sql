-- The same look-up as a PL/pgSQL function: its plan is kept with the connection, where a plain SQL function that runs as
-- its owner is planned anew on every call (before PostgreSQL 18) or checked anew (since).
create or replace function find_session(session_digest bytea)
returns table (
	person_id uuid, created_at timestamptz, expires_at timestamptz, shared boolean, label uuid,
	name text, title_before text, title_after text, employee_kind text, language text,
	privacy_edition text, agency_id uuid, unit_id uuid, grants jsonb
)
language plpgsql stable rows 1 security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	select s.person_id, s.created_at, s.expires_at, s.shared, s.label,
		n.name, n.title_before, n.title_after, p.employee_kind, p.language,
		(select max(a.edition) from privacy_acknowledgements a where a.person_id = p.id),
		h.agency_id, h.unit_id,
		coalesce(
			-- As grants_in_force tells them; spelt out, because a function within a function costs every request.
			(select jsonb_agg(jsonb_build_object('role', g.role, 'agencyId', g.agency_id, 'unitId', g.unit_id, 'endsOn', g.ends_on))
			from role_grants g
			left join agencies ga on ga.id = g.agency_id
			where g.person_id = p.id
				and (g.ends_on is null or g.ends_on >= agency_day(coalesce(ga.time_zone, 'Asia/Jakarta')))
				and not exists (select from role_withdrawals w where w.grant_id = g.id)),
			'[]'
		)
	from sessions s
	join people p on p.id = s.person_id and p.closed_at is null
	left join person_names n on n.person_id = p.id
	left join lateral (
		select agency_id, unit_id from current_placements where person_id = p.id order by from_on desc, recorded_at desc limit 1
	) h on true
	where s.digest = session_digest;
end
$$;
