import { blocksPublication } from '#lib/server/catalog/check.ts';
import { type Library, readLibrary } from '#lib/server/catalog/library.ts';
import { publishLibrary } from '#lib/server/journeys/publish-course.ts';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { seedTrial } from '#lib/server/journeys/seed-trial.ts';
import { coursesFolders } from './courses-folders.ts';
import { causeOf, printProblems } from './problems.ts';

/**
 * What the embedded database is given at every start: the courses of `COURSES_DIR` and, with `people`, the trial's.
 * A course that cannot be published is named with its problems and does not stop the start; the last good release of
 * it is still served.
 */
export async function prepareTrial(appUrl: string, { people }: { people: boolean }): Promise<void> {
	const db = connect(appUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		const folders = coursesFolders();
		await publishAll(db, await readLibrary(folders, folders));
		if (people) await seedTrial(db);
	} finally {
		await db.$client.end({ timeout: 1 });
	}
}

async function publishAll(db: Pool, library: Library): Promise<void> {
	if (blocksPublication(library.problems)) {
		console.error('Pelatihan tidak diterbitkan karena daftar peraturan bermasalah:');
		printProblems(library.problems);
		return;
	}
	const { remarks, courses } = await publishLibrary(db, library, {
		publisher: null,
		at: new Date()
	});
	printProblems(remarks);
	for (const course of courses) {
		if (course.outcome === 'unchanged' && course.newer !== null)
			console.log(
				`Pelatihan ${course.courseId}: foldernya memuat edisi terdahulu; yang disajikan edisi ${course.newer}.`
			);
		if (course.outcome !== 'refused' && course.outcome !== 'failed') continue;
		console.error(
			`Pelatihan ${course.courseId} tidak diterbitkan; edisi terakhirnya tetap disajikan.`
		);
		printProblems(course.problems);
		if (course.outcome === 'failed') console.error(causeOf(course.error));
	}
}
