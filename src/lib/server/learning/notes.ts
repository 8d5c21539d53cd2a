import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Learner } from './enrolments.ts';
import { notes } from './tables.ts';

/** A lesson, whichever the edition. */
export interface LessonAddress {
	courseId: string;
	lessonId: string;
}

/** A lesson of the edition that the learner takes. */
export interface LessonPlace extends LessonAddress {
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
export const MOST_NOTES = 200;
/** Most notes of one learner in all. */
export const MOST_NOTES_IN_ALL = 2000;

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
 * with `note-reused`, an empty or too long one with `note-empty` and `note-long`, one too many with `notes-full` (in the
 * lesson) and `notes-all-full` (in all).
 */
export async function writeNote(
	db: Database,
	learner: Learner,
	lesson: LessonPlace,
	note: Pick<Note, 'id' | 'place' | 'text'>,
	at = new Date()
): Promise<void> {
	refuseBadText(note.text);
	if (await isWritten(db, learner, lesson, note)) return;
	await refuseTooMany(db, learner, lesson);
	const { courseId, lessonId, releaseId } = lesson;
	const { personId } = learner;
	const added = await db
		.insert(notes)
		.values({ personId, courseId, lessonId, releaseId, ...note, writtenAt: at, changedAt: at })
		.onConflictDoNothing()
		.returning({ id: notes.id });
	// Nothing was added where the same form came on another connection meanwhile.
	if (added.length === 0) await isWritten(db, learner, lesson, note);
}

/** Whether this very note is there; refuses another one under its id. */
async function isWritten(
	db: Database,
	learner: Learner,
	{ courseId, lessonId }: LessonAddress,
	{ id, text }: Pick<Note, 'id' | 'text'>
): Promise<boolean> {
	const stored = await findAnywhere(db, learner, id);
	if (!stored) return false;
	if (stored.text !== text || stored.lessonId !== lessonId || stored.courseId !== courseId) {
		throw new Refusal('conflict', 'note-reused');
	}
	return true;
}

async function refuseTooMany(
	db: Database,
	{ personId }: Learner,
	{ courseId, lessonId }: LessonAddress
): Promise<void> {
	const here = and(eq(notes.courseId, courseId), eq(notes.lessonId, lessonId));
	const [present] = await db
		.select({ all: count(), here: sql<number>`(count(*) filter (where ${here}))::integer` })
		.from(notes)
		.where(eq(notes.personId, personId));
	if ((present?.here ?? 0) >= MOST_NOTES) {
		throw new Refusal('conflict', 'notes-full', { most: MOST_NOTES });
	}
	if ((present?.all ?? 0) >= MOST_NOTES_IN_ALL) {
		throw new Refusal('conflict', 'notes-all-full', { most: MOST_NOTES_IN_ALL });
	}
}

/**
 * Changes a note of a lesson from the version that its form showed; what another page saved meanwhile is never written
 * over. Refuses a note of another lesson with `note-unknown`.
 */
export async function changeNote(
	db: Database,
	learner: Learner,
	lesson: LessonPlace,
	change: Pick<Note, 'id' | 'place' | 'text' | 'version'>,
	at = new Date()
): Promise<NoteChange> {
	refuseBadText(change.text);
	const { id, version, place, text } = change;
	const { releaseId } = lesson;
	const saved = await db
		.update(notes)
		.set({ place, text, releaseId, version: sql`${notes.version} + 1`, changedAt: at })
		.where(and(thisNote(learner, lesson, id), eq(notes.version, version)))
		.returning({ id: notes.id });
	if (saved.length > 0) return { outcome: 'saved' };
	const stored = await findNote(db, learner, lesson, id);
	if (!stored) return { outcome: 'gone' };
	// The same form sent again: what it asked for stands there.
	if (stored.text === text && stored.place === place) return { outcome: 'saved' };
	return { outcome: 'changed', stored };
}

/** Deletes a note of a lesson for good. One that is not there is no fault; one of another lesson is refused. */
export async function deleteNote(
	db: Database,
	learner: Learner,
	lesson: LessonAddress,
	id: string
): Promise<void> {
	const deleted = await db
		.delete(notes)
		.where(thisNote(learner, lesson, id))
		.returning({ id: notes.id });
	if (deleted.length === 0) await findNote(db, learner, lesson, id);
}

/** A note of a lesson; null when it is not, or no longer, there. Refuses one of another lesson with `note-unknown`. */
export async function findNote(
	db: Database,
	learner: Learner,
	{ courseId, lessonId }: LessonAddress,
	id: string
): Promise<Note | null> {
	const note = await findAnywhere(db, learner, id);
	if (note && (note.courseId !== courseId || note.lessonId !== lessonId)) {
		throw new Refusal('not-found', 'note-unknown');
	}
	return note;
}

async function findAnywhere(db: Database, learner: Learner, id: string): Promise<Note | null> {
	const [note] = await db
		.select(shown)
		.from(notes)
		.where(and(eq(notes.personId, learner.personId), eq(notes.id, id)));
	return note ?? null;
}

function thisNote({ personId }: Learner, { courseId, lessonId }: LessonAddress, id: string) {
	return and(
		eq(notes.personId, personId),
		eq(notes.id, id),
		eq(notes.courseId, courseId),
		eq(notes.lessonId, lessonId)
	);
}

/** The learner's notes, in one lesson or everywhere, in the order they were written. */
export function listNotes(db: Database, learner: Learner, lesson?: LessonAddress): Promise<Note[]> {
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

/** The learner's notes without their texts, in the order they were written. */
export function listNotesInBrief(db: Database, learner: Learner): Promise<Omit<Note, 'text'>[]> {
	const { text: _, ...brief } = shown;
	return db
		.select(brief)
		.from(notes)
		.where(eq(notes.personId, learner.personId))
		.orderBy(asc(notes.writtenAt), asc(notes.id));
}

/** The texts of some of the learner's notes, by their ids. */
export async function readNoteTexts(
	db: Database,
	learner: Learner,
	ids: readonly string[]
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.select({ id: notes.id, text: notes.text })
		.from(notes)
		.where(and(eq(notes.personId, learner.personId), inArray(notes.id, [...ids])));
	return new Map(rows.map(({ id, text }) => [id, text]));
}

function refuseBadText(text: string): void {
	if (text.trim() === '') throw new Refusal('invalid', 'note-empty');
	if (text.length > NOTE_LENGTH) {
		throw new Refusal('invalid', 'note-long', { length: text.length, most: NOTE_LENGTH });
	}
}
