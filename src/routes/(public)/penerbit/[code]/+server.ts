import { findIssuer } from '#lib/server/certification/issuers.ts';
import { listKeys } from '#lib/server/certification/keys.ts';
import { profileOf } from '#lib/server/certification/profile.ts';
import { publishedJson } from '#lib/server/http/published.ts';
import { inScope } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** An issuer with the keys of its certificates; certificates name it by this address for ever. */
export async function GET({ params, locals }) {
	const profile = await inScope(locals, async (db) => {
		const issuer = await findIssuer(db, params.code);
		const keys = issuer && (await listKeys(db));
		return issuer && profileOf(issuer, keys!);
	});
	if (!profile) throw new Refusal('not-found', 'issuer-unknown');
	return publishedJson(JSON.stringify(profile));
}
