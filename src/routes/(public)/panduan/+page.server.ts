import { listGuides } from '#lib/server/catalog/guides.ts';
import { inScope } from '#lib/server/http/visit.ts';

export async function load({ locals }) {
	return { guides: await inScope(locals, listGuides) };
}
