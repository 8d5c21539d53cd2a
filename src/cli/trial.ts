import { isoDay } from '#lib/format/dates.ts';
import { readLibrary } from '#lib/server/catalog/library.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { seedHours } from '#lib/server/journeys/seed-hours.ts';
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
		if (!people) return;
		await seedTrial(db);
		await seedHours(db, isoDay(new Date()));
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}
