import { isoDay } from '#lib/format/dates.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { entriesIn, positionIn, sumOf } from '#lib/server/hours/position.ts';
import { choosePeriod, readHourYears, reversedKeys } from '#lib/server/hours/years.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { findPerson } from '#lib/server/identity/people.ts';
import { listPosts, postOn } from '#lib/server/organisation/placements.ts';

export async function load(event) {
	const { personId } = requireSignedIn(event).actor;
	const today = isoDay(new Date());
	const [{ entries, periods }, holder, posts] = await inScope(event.locals, (db) =>
		Promise.all([
			readHourYears(db, personId, today),
			findPerson(db, personId),
			listPosts(db, personId)
		])
	);
	const { period, all } = choosePeriod(periods, event.url.searchParams.get('periode'), today);
	const shown = all ? entries : entriesIn(entries, period);
	return serverRendered({
		period,
		all,
		position: positionIn(entries, period),
		entries: shown,
		sum: sumOf(shown),
		reversed: reversedKeys(entries),
		holder,
		post: postOn(posts, today),
		today
	});
}
