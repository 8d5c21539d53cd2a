import { findLesson } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { mark, unmark } from '../learning/bookmarks.ts';
import { requireEnrolment, type Learner } from '../learning/enrolments.ts';
import {
	changeNote,
	deleteNote,
	findNote,
	writeNote,
	type LessonPlace,
	type Note,
	type NoteChange
} from '../learning/notes.ts';
import { Refusal } from '../refusal.ts';

/** Which lesson of which course, as the address names it. */
interface LessonAddress {
	course: string;
	lesson: string;
}

/** Writes a note beside a lesson of the edition that the learner takes. */
export async function addNote(
	db: Database,
	learner: Learner,
	address: LessonAddress,
	note: Pick<Note, 'id' | 'place' | 'text'>
): Promise<void> {
	const lesson = await placeOf(db, learner, address, note.place);
	await writeNote(db, learner, lesson, note);
}

/**
 * Changes a note of the lesson. One that is tied to a section which the edition lacks may stay there; an address that
 * is no lesson of the learner's, and a note of another lesson, are refused.
 */
export async function editNote(
	db: Database,
	learner: Learner,
	address: LessonAddress,
	change: Pick<Note, 'id' | 'place' | 'text' | 'version'>
): Promise<NoteChange> {
	const { course: courseId, lesson: lessonId } = address;
	const stored = await findNote(db, learner, { courseId, lessonId }, change.id);
	const lesson =
		stored?.place === change.place
			? stored
			: await placeOf(db, learner, address, stored && change.place);
	return changeNote(db, learner, lesson, change);
}

/** Deletes a note of the lesson. */
export async function removeNote(
	db: Database,
	learner: Learner,
	{ course, lesson }: LessonAddress,
	id: string
): Promise<void> {
	await deleteNote(db, learner, { courseId: course, lessonId: lesson }, id);
}

/** Marks a place of a lesson, or takes the mark off; empty for the lesson as a whole. */
export async function setBookmark(
	db: Database,
	learner: Learner,
	address: LessonAddress,
	{ place, marked }: { place: string; marked: boolean }
): Promise<void> {
	const { course: courseId, lesson: lessonId } = address;
	if (!marked) return unmark(db, learner, { courseId, lessonId }, place);
	await mark(db, learner, await placeOf(db, learner, address, place || null), place);
}

/** The lesson in the learner's edition. Refuses one that it lacks, and a section that the lesson lacks. */
async function placeOf(
	db: Database,
	learner: Learner,
	{ course, lesson }: LessonAddress,
	place: string | null
): Promise<LessonPlace> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const found = await findLesson(db, releaseId, lesson);
	if (!found) throw new Refusal('not-found', 'lesson-unknown');
	if (place !== null && !found.headings.some(({ id }) => id === place)) {
		throw new Refusal('invalid', 'place-unknown');
	}
	return { courseId: course, lessonId: lesson, releaseId };
}
