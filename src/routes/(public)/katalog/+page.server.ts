import { listCatalogue } from '#lib/server/catalog/releases.ts';
import { reading } from '#lib/server/http/visit.ts';

export async function load({ locals }) {
	return { offers: await reading(locals, listCatalogue) };
}
