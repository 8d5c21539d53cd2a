import { byLetter, matching } from '../catalog/alphabet.ts';
import { findGlossary } from '../catalog/release-glossary.ts';
import { findCourse, findOutline, type Outline } from '../catalog/releases.ts';
import { glossaryOf } from '../catalog/references.ts';
import type { Database } from '../db/connect.ts';
import { requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** The glossary of a course's newest release, narrowed by `query`. Refuses an unknown course. */
export async function readGlossary(db: Database, courseId: string, query: string) {
	return glossaryIn(db, await findCourse(db, courseId), `/katalog/${courseId}/glosarium`, query);
}

/** The same of the edition that the learner takes. Refuses a course they do not take. */
export async function readMyGlossary(
	db: Database,
	learner: Learner,
	courseId: string,
	query: string
) {
	const { releaseId } = await requireEnrolment(db, learner, courseId);
	return glossaryIn(db, await findOutline(db, releaseId), glossaryOf(courseId), query);
}

async function glossaryIn(db: Database, outline: Outline | null, address: string, query: string) {
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const all = await findGlossary(db, outline.releaseId, address);
	const found = matching(all, query);
	const { courseId, title, code, edition, language } = outline;
	return {
		course: { courseId, title, code, edition, language },
		all: all.length,
		found: found.length,
		letters: byLetter(found)
	};
}
