import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { listRunCourses } from '#lib/server/journeys/run-course.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	return { courses: await inScope(event.locals, (db) => listRunCourses(db, actor)) };
}
