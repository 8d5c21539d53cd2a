import { listKeys } from '#lib/server/certification/keys.ts';
import { publishedJson } from '#lib/server/http/published.ts';
import { inScope } from '#lib/server/http/visit.ts';

/** Every key that certificates of this installation were ever signed with, for those who verify without asking it. */
export async function GET({ locals }) {
	const keys = (await inScope(locals, listKeys)).map(
		({ publicKey, createdAt, retiredAt, revocation }) => ({
			publicKeyMultibase: publicKey,
			createdAt,
			retiredAt,
			revocation
		})
	);
	return publishedJson(JSON.stringify({ keys }));
}
