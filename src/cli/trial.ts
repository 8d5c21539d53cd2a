import { isoDay } from '#lib/format/dates.ts';
import { readLibrary } from '#lib/server/catalog/library.ts';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { certificatePdf } from '#lib/server/certification/paper.ts';
import { seedHours } from '#lib/server/journeys/seed-hours.ts';
import { seedTrialItems } from '#lib/server/journeys/seed-trial-items.ts';
import { seedTrialLearning } from '#lib/server/journeys/seed-trial-learning.ts';
import { seedTrial } from '#lib/server/journeys/seed-trial.ts';
import { coursesFolders } from './courses-folders.ts';
import { publishCourses } from './publish-courses.ts';

/**
 * What the embedded database is given at every start: the courses of `COURSES_DIR` and, with `people`, the trial's.
 * A course that cannot be published is named with its problems and does not stop the start; the last good release of
 * it is still served.
 */
export async function prepareTrial(appUrl: string, { people }: { people: boolean }): Promise<void> {
	const db = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		const folders = coursesFolders();
		await publishCourses(db, await readLibrary(folders, folders), { terse: true });
		if (people) await seedPeople(db);
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

async function seedPeople(db: Pool): Promise<void> {
	await seedTrial(db);
	await seedHours(db, isoDay(new Date()));
	const { HOST, PORT, ORIGIN, KEY_SECRET } = process.env;
	await seedTrialLearning(db, {
		secret: KEY_SECRET ?? '',
		// As the running application names its issuers (http/certificates.ts).
		origin: ORIGIN || `http://${HOST || '127.0.0.1'}:${PORT || 3000}`,
		makePdf: certificatePdf
	});
	await seedTrialItems(db);
}
