import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { demand } from '#lib/server/access/policy.ts';
import { listCitations, surveyRegulations } from '#lib/server/catalog/citations.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { slug } from '#lib/server/markdown/slug.ts';

export async function load(event) {
	demand(requireSignedIn(event).actor, 'regulation:survey');
	const { searchParams } = event.url;
	const typed = (searchParams.get('pasal') ?? '').slice(0, 80);
	const editions = searchParams.get('edisi') === 'semua' ? 'all' : 'newest';
	return inScope(event.locals, async (db) => {
		const surveyed = await surveyRegulations(db, isoDay(new Date()));
		const regulation = surveyed.find(({ id }) => id === event.params.regulation);
		if (!regulation) error(404);
		const article = slug(typed) || null;
		const query = { regulation: regulation.id, article, editions } as const;
		return { regulation, typed, article, editions, places: await listCitations(db, query) };
	});
}
