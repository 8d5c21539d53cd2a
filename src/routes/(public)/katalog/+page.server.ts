import { listCatalogue } from '#lib/server/catalog/releases.ts';
import { inScope } from '#lib/server/http/visit.ts';

export async function load({ locals }) {
	return { offers: await inScope(locals, listCatalogue) };
}
