-- What a restore overtook gets another number: the one void record that nobody decided on, of what was never issued.
create policy certificate_revocations_renumbered on certificate_revocations for insert to widyapraja_app
	with check (
		(select acting_as_system()) and revoked_by is null and cause = 'replaced'
		and not exists (select from certificates c where c.code = certificate_revocations.code)
	);
