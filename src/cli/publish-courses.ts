import { blocksPublication } from '#lib/server/catalog/check.ts';
import type { Library } from '#lib/server/catalog/library.ts';
import type { Pool } from '#lib/server/db/connect.ts';
import { publishLibrary, type PublishedCourse } from '#lib/server/journeys/publish-course.ts';
import { causeOf, printProblems } from './problems.ts';

/**
 * Publishes a library and says what became of it, problems by `file:line`; where `terse`, nothing of courses that are
 * served as their folder has them. Returns whether everything is published.
 */
export async function publishCourses(
	pool: Pool,
	library: Library,
	{ terse = false } = {}
): Promise<boolean> {
	if (blocksPublication(library.problems)) {
		console.error('Tidak ada pelatihan yang diterbitkan, karena daftar berikut bermasalah:');
		printProblems(library.problems);
		return false;
	}
	const act = { publisher: null, at: new Date() };
	const { remarks, courses } = await publishLibrary(pool, library, act);
	printProblems(remarks);
	for (const course of courses) {
		if (terse && isServed(course)) continue;
		console.log(`${course.courseId}: ${wordsOf(course)}`);
		printProblems(course.problems);
		if (course.outcome === 'failed') console.error(causeOf(course.error));
	}
	return !courses.some(isKeptOut);
}

const isKeptOut = ({ outcome }: PublishedCourse) => outcome === 'refused' || outcome === 'failed';

const isServed = (course: PublishedCourse) =>
	course.outcome === 'published' || (course.outcome === 'unchanged' && course.newer === null);

function wordsOf(course: PublishedCourse): string {
	switch (course.outcome) {
		case 'published':
			return 'diterbitkan';
		case 'unchanged':
			return course.newer === null
				? 'tidak berubah'
				: `foldernya memuat edisi terdahulu; yang disajikan edisi ${course.newer}`;
		case 'refused':
			return 'tidak diterbitkan, edisi yang sudah terbit tetap disajikan; perbaiki yang di bawah ini';
		case 'failed':
			return 'tidak diterbitkan, edisi yang sudah terbit tetap disajikan; basis data menolaknya';
	}
}
