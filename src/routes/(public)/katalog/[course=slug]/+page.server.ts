import { redirect } from '@sveltejs/kit';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { enrolInCourse, readCourse } from '#lib/server/journeys/join-course.ts';

export async function load({ params, locals }) {
	const learner = locals.signedIn && learnerOf(locals.signedIn);
	return inScope(locals, (db) => readCourse(db, learner, params.course));
}

export const actions = {
	enrol: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const { course } = event.params;
		await inScope(event.locals, (db) => enrolInCourse(db, learner, course));
		redirect(303, `/belajar/${course}`);
	}
};
