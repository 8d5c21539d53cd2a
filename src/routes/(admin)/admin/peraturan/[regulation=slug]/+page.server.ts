import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { demand } from '#lib/server/access/policy.ts';
import { countCitations, listCitations, surveyRegulation } from '#lib/server/catalog/citations.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { pool } from '#lib/server/http/pool.ts';
import { readPage } from '#lib/server/http/query.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { countCertificates } from '#lib/server/reporting/touched.ts';
import { slug } from '#lib/server/markdown/slug.ts';

/** Places on a page. */
const PAGE_SIZE = 200;

export async function load(event) {
	demand(requireSignedIn(event).actor, 'regulation:survey');
	const { searchParams } = event.url;
	const typed = (searchParams.get('pasal') ?? '').slice(0, 80);
	const editions = searchParams.get('edisi') === 'semua' ? 'all' : 'newest';
	const survey = await inScope(event.locals, async (db) => {
		const regulation = await surveyRegulation(db, event.params.regulation, isoDay(new Date()));
		if (!regulation) error(404);
		const article = slug(typed) || null;
		const query = { regulation: regulation.id, article, editions } as const;
		const count = await countCitations(db, query);
		const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
		const page = Math.min(readPage(event.url), pages);
		const places = await listCitations(db, { ...query, page: { number: page, size: PAGE_SIZE } });
		return { regulation, typed, article, editions, places, count, page, pages };
	});
	const cited = { regulation: survey.regulation.id, article: survey.article };
	const certificates = await withScope(pool, SYSTEM, (db) => countCertificates(db, cited));
	return { ...survey, certificates };
}
