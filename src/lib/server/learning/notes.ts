import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Learner } from './enrolments.ts';
import { notes } from './tables.ts';

/** A lesson of the edition that the learner takes. */
export interface LessonPlace {
	courseId: string;
	lessonId: string;
	releaseId: string;
}

/** A learner's note; nobody else reads it. */
export interface Note extends LessonPlace {
	id: string;
	/** Id of a heading; null for the lesson as a whole. */
	place: string | null;
	text: string;
	version: number;
	writtenAt: Date;
	changedAt: Date;
}

/** What a change came to; `stored` is what stands there, changed meanwhile by another page. */
export type NoteChange =
	{ outcome: 'saved' } | { outcome: 'changed'; stored: Note } | { outcome: 'gone' };

/** Longest text of a note, in UTF-16 units as browsers count. */
export const NOTE_LENGTH = 4000;
/** Most notes of one learner in one lesson. */
const MOST_NOTES = 200;

const shown = {
	id: notes.id,
	courseId: notes.courseId,
	lessonId: notes.lessonId,
	releaseId: notes.releaseId,
	place: notes.place,
	text: notes.text,
	version: notes.version,
	writtenAt: notes.writtenAt,
	changedAt: notes.changedAt
};

/**
 * Writes a note. The same form sent again is no second note; another text under the id of an earlier note is refused
 * with `note-reused`, an empty or too long one with `note-empty` and `note-long`.
 */
export async function writeNote(
	db: Database,
	learner: Learner,
	lesson: LessonPlace,
	note: Pick<Note, 'id' | 'place' | 'text'>,
	at = new Date()
): Promise<void> {
	refuseBadText(note.text);
	const { personId } = learner;
	const { courseId, lessonId, releaseId } = lesson;
	const [present] = await db
		.select({ number: count() })
		.from(notes)
		.where(
			and(eq(notes.personId, personId), eq(notes.courseId, courseId), eq(notes.lessonId, lessonId))
		);
	if ((present?.number ?? 0) >= MOST_NOTES) {
		throw new Refusal('conflict', 'notes-full', { most: MOST_NOTES });
	}
	const added = await db
		.insert(notes)
		.values({ personId, courseId, lessonId, releaseId, ...note, writtenAt: at, changedAt: at })
		.onConflictDoNothing()
		.returning({ id: notes.id });
	if (added.length > 0) return;
	const stored = await findNote(db, learner, note.id);
	if (stored?.text !== note.text || stored.lessonId !== lessonId || stored.courseId !== courseId) {
		throw new Refusal('conflict', 'note-reused');
	}
}

/** Changes a note from the version that its form showed; what another page saved meanwhile is never written over. */
export async function changeNote(
	db: Database,
	learner: Learner,
	change: Pick<Note, 'id' | 'place' | 'text' | 'version' | 'releaseId'>,
	at = new Date()
): Promise<NoteChange> {
	refuseBadText(change.text);
	const { id, version, place, text, releaseId } = change;
	const saved = await db
		.update(notes)
		.set({ place, text, releaseId, version: sql`${notes.version} + 1`, changedAt: at })
		.where(and(eq(notes.personId, learner.personId), eq(notes.id, id), eq(notes.version, version)))
		.returning({ id: notes.id });
	if (saved.length > 0) return { outcome: 'saved' };
	const stored = await findNote(db, learner, id);
	if (!stored) return { outcome: 'gone' };
	// The same form sent again: what it asked for stands there.
	if (stored.text === text && stored.place === place) return { outcome: 'saved' };
	return { outcome: 'changed', stored };
}

/** Deletes a note for good. One that is not there is no fault. */
export async function deleteNote(db: Database, learner: Learner, id: string): Promise<void> {
	await db.delete(notes).where(and(eq(notes.personId, learner.personId), eq(notes.id, id)));
}

/** One note of the learner's; null when it is not, or no longer, there. */
export async function findNote(db: Database, learner: Learner, id: string): Promise<Note | null> {
	const [note] = await db
		.select(shown)
		.from(notes)
		.where(and(eq(notes.personId, learner.personId), eq(notes.id, id)));
	return note ?? null;
}

/** The learner's notes, in one lesson or everywhere, in the order they were written. */
export function listNotes(
	db: Database,
	learner: Learner,
	lesson?: { courseId: string; lessonId: string }
): Promise<Note[]> {
	return db
		.select(shown)
		.from(notes)
		.where(
			and(
				eq(notes.personId, learner.personId),
				lesson && eq(notes.courseId, lesson.courseId),
				lesson && eq(notes.lessonId, lesson.lessonId)
			)
		)
		.orderBy(asc(notes.writtenAt), asc(notes.id));
}

function refuseBadText(text: string): void {
	if (text.trim() === '') throw new Refusal('invalid', 'note-empty');
	if (text.length > NOTE_LENGTH) {
		throw new Refusal('invalid', 'note-long', { length: text.length, most: NOTE_LENGTH });
	}
}
