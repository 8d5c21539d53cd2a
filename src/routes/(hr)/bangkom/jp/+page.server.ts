import { isoDay } from '#lib/format/dates.ts';
import { demand } from '#lib/server/access/policy.ts';
import {
	listSubmissions,
	SUBMISSION_STATES,
	type SubmissionState
} from '#lib/server/hours/submissions.ts';
import { readPage } from '#lib/server/http/query.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { isId } from '#lib/server/db/ids.ts';
import { listAgencies } from '#lib/server/organisation/agencies.ts';

const A_PAGE = 50;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	demand(actor, 'hours:confirm');
	const filter = readFilter(event.url);
	const page = readPage(event.url);
	const offset = (page - 1) * A_PAGE;
	const agencyIds = [...new Set(actor.grants.flatMap(({ agencyId }) => agencyId ?? []))];
	return inScope(event.locals, async (db) => {
		const { state, unitId, year } = filter;
		const submissions = await listSubmissions(
			db,
			{
				notPersonId: actor.personId,
				...(state && { state }),
				...(unitId && { unitId }),
				...(year && { year })
			},
			{ limit: A_PAGE, offset }
		);
		const all = submissions[0]?.all ?? 0;
		return {
			submissions,
			all,
			filter,
			page,
			pages: Math.ceil(all / A_PAGE),
			agencies: await listAgencies(db, agencyIds),
			thisYear: Number(isoDay(new Date()).slice(0, 4))
		};
	});
}

/** What the address narrows the list to; without a word of it, what waits. */
function readFilter({ searchParams }: URL): {
	state: SubmissionState | null;
	unitId: string;
	year: number | null;
} {
	const asked = searchParams.get('status') ?? 'submitted';
	const unitId = searchParams.get('unit') ?? '';
	const year = Number(searchParams.get('tahun'));
	return {
		state: SUBMISSION_STATES.find((known) => known === asked) ?? null,
		unitId: isId(unitId) ? unitId : '',
		year: Number.isInteger(year) && year > 1900 && year < 3000 ? year : null
	};
}
