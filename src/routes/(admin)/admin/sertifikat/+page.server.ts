import { isoDay } from '#lib/format/dates.ts';
import { demand } from '#lib/server/access/policy.ts';
import { listKept } from '#lib/server/certification/kept.ts';
import { readText } from '#lib/server/http/form.ts';
import { readPage } from '#lib/server/http/query.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

const A_PAGE = 50;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	demand(actor, 'certificate:keep');
	const page = readPage(event.url);
	const window = { limit: A_PAGE, offset: (page - 1) * A_PAGE };
	const today = isoDay(new Date());
	const { rows, every } = await inScope(event.locals, (db) =>
		listKept(db, actor, '', window, today)
	);
	return { rows, every, page, pages: Math.ceil(every / A_PAGE), most: A_PAGE };
}

export const actions = {
	/** A search is a POST: a code opens a certificate's page to whoever has it. */
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		const query = readText(await event.request.formData(), 'query').trim();
		const window = { limit: A_PAGE, offset: 0 };
		const today = isoDay(new Date());
		const found = await inScope(event.locals, (db) => listKept(db, actor, query, window, today));
		return { query, found };
	}
};
