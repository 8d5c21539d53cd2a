import { listOwnDuties } from '../access/duties.ts';
import { demand, type Actor } from '../access/policy.ts';
import { listEditions, type Edition } from '../catalog/keyed-items.ts';
import { findCourse, homesOf, type Outline } from '../catalog/releases.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import {
	listSurveyRemarks,
	listSurveySums,
	type SurveySums
} from '../graduation/survey-results.ts';
import { listPlacesNamed } from '../organisation/agencies.ts';
import { Refusal } from '../refusal.ts';

/** What people said of a course in its survey. */
export interface SurveyResults {
	outline: Outline;
	/** Editions with answers, the newest one first. */
	editions: (Pick<Edition, 'number'> & Pick<SurveySums, 'answers'>)[];
	/** The edition that is looked at; null where nobody has answered anything. */
	shown: (Pick<Edition, 'number'> & SurveySums) | null;
	remarks: { helpful: string[]; missing: string[] };
}

/**
 * What people said of an edition of a course (`wanted` its number, else the newest with answers), for those who look after
 * its questions where it is at home, and for its organisers. Refuses `ability-missing` and `course-unknown`.
 */
export async function readSurveyResults(
	pool: Pool,
	reader: Actor,
	courseId: string,
	wanted: string | null
): Promise<SurveyResults> {
	const scope = { as: 'person' as const, personId: reader.personId };
	const organised = await withScope(pool, scope, (db) => listOwnDuties(db, 'organiser'));
	const organises = organised.includes(courseId);
	if (!organises) demand(reader, 'items:review');
	return withScope(pool, SYSTEM, async (db) => {
		const outline = await findCourse(db, courseId);
		if (!outline) throw new Refusal('not-found', 'course-unknown');
		if (!organises) demand(reader, 'items:review', await listPlacesNamed(db, homesOf(outline)));
		const sums = new Map((await listSurveySums(db, courseId)).map((one) => [one.releaseId, one]));
		const answered = (await listEditions(db, courseId)).toReversed().flatMap((edition) => {
			const found = sums.get(edition.releaseId);
			return found ? [{ number: edition.number, ...found }] : [];
		});
		const shown = answered.find(({ number }) => number === wanted) ?? answered[0] ?? null;
		return {
			outline,
			editions: answered.map(({ number, answers }) => ({ number, answers })),
			shown,
			remarks: shown
				? await listSurveyRemarks(db, { courseId, releaseId: shown.releaseId })
				: { helpful: [], missing: [] }
		};
	});
}
