import { listDuties, listOwnDuties } from '../access/duties.ts';
import { can, demand, type Actor } from '../access/policy.ts';
import { listExtensions } from '../assessment/extensions.ts';
import { countUnread, listUnread } from '../assessment/unread.ts';
import { findCourse, listCatalogue } from '../catalog/releases.ts';
import { hasEssays } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';

/** The courses whose people the actor names: those they organise, or all for the platform's administrator; by title. */
export async function listRunCourses(db: Database, actor: Actor) {
	demand(actor, 'duty:give');
	const [all, organised] = await Promise.all([listCatalogue(db), listOwnDuties(db, 'organiser')]);
	return all
		.filter(({ courseId }) => can(actor, 'platform:administer') || organised.includes(courseId))
		.map(({ courseId, title, language }) => ({ courseId, title, language }));
}

/** A course and who does what for it; refuses with `course-unknown` what the actor does not run. */
export async function readRunCourse(db: Database, actor: Actor, courseId: string) {
	demand(actor, 'duty:give');
	const organised = await listOwnDuties(db, 'organiser');
	const course = await findCourse(db, courseId);
	const named = can(actor, 'platform:administer');
	if (!course || !(named || organised.includes(courseId)))
		throw new Refusal('not-found', 'course-unknown');
	return {
		title: course.title,
		language: course.language,
		duties: await listDuties(db, courseId),
		/** Whether anything in it is marked by people. */
		hasWorks: Boolean(course.project) || (await hasEssays(db, course.releaseId)),
		/** Works that wait for somebody to read them; null where there are none. */
		unread: countUnread(await listUnread(db)).get(courseId) ?? null,
		/** Organisers are named by the platform's administrator alone. */
		namesOrganisers: named,
		organises: organised.includes(courseId),
		/** Told and given by its organisers alone. */
		extensions: await listExtensions(db, courseId)
	};
}
