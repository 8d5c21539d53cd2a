import { publishLibrary, readLibrary } from '#lib/server/catalog/library.ts';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { seedTrial } from '#lib/server/journeys/seed-trial.ts';
import { coursesFolders } from './courses-folders.ts';
import { printProblems } from './problems.ts';

/**
 * What the embedded database is given at every start: the courses of `COURSES_DIR` and, with `people`, the trial's.
 * A course that cannot be published is named with its problems; the last good release of it is still served.
 */
export async function prepareTrial(appUrl: string, { people }: { people: boolean }): Promise<void> {
	const db = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		const folders = coursesFolders();
		const library = await readLibrary(folders, folders);
		const results = await withScope(db, SYSTEM, (scoped) =>
			publishLibrary(scoped, library, { publisher: null, at: new Date() })
		);
		for (const { courseId, outcome, problems } of results) {
			if (outcome !== 'refused') continue;
			console.error(`Pelatihan ${courseId} tidak diterbitkan; edisi terakhirnya tetap disajikan.`);
			printProblems(problems);
		}
		if (people) await seedTrial(db);
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}
