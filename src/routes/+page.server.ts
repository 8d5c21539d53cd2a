import { listCatalogue } from '#lib/server/catalog/releases.ts';
import { isoDay } from '#lib/format/dates.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { positionIn } from '#lib/server/hours/position.ts';
import { currentPeriod, readHourYears } from '#lib/server/hours/years.ts';
import { inScope, learnerOf } from '#lib/server/http/visit.ts';
import { readDesk } from '#lib/server/journeys/read-desk.ts';
import { readMyCourses, readUnconfirmed } from '#lib/server/journeys/read-outline.ts';

/** The public front page; after sign-in the person's own home. */
export function load({ locals }) {
	return inScope(locals, async (db) => {
		const { signedIn } = locals;
		if (!signedIn)
			return serverRendered({
				...{ courses: null, unconfirmed: [], hours: null, desk: null },
				offers: await listCatalogue(db)
			});
		const today = isoDay(new Date());
		const learner = learnerOf(signedIn);
		const [courses, unconfirmed, years, desk] = await Promise.all([
			readMyCourses(db, learner),
			readUnconfirmed(db, learner),
			readHourYears(db, signedIn.actor.personId, today),
			readDesk(db, signedIn.actor)
		]);
		const period = currentPeriod(years.periods, today);
		const hours = { period, position: positionIn(years.entries, period) };
		return serverRendered({ courses, unconfirmed, hours, desk, offers: [] });
	});
}
