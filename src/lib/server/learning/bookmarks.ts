import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Learner } from './enrolments.ts';
import type { LessonPlace } from './notes.ts';
import { bookmarks } from './tables.ts';

/** A place that a learner marked; nobody else sees it. */
export interface Bookmark extends LessonPlace {
	/** Id of a heading; empty for the lesson as a whole. */
	place: string;
	markedAt: Date;
}

/** Marks a place. Marking it again changes nothing. */
export async function mark(
	db: Database,
	{ personId }: Learner,
	{ courseId, lessonId, releaseId }: LessonPlace,
	place: string,
	markedAt = new Date()
): Promise<void> {
	await db
		.insert(bookmarks)
		.values({ personId, courseId, lessonId, place, releaseId, markedAt })
		.onConflictDoNothing();
}

/** Takes the mark off a place. Where there is none, nothing changes. */
export async function unmark(
	db: Database,
	{ personId }: Learner,
	{ courseId, lessonId }: Pick<LessonPlace, 'courseId' | 'lessonId'>,
	place: string
): Promise<void> {
	await db
		.delete(bookmarks)
		.where(
			and(
				eq(bookmarks.personId, personId),
				eq(bookmarks.courseId, courseId),
				eq(bookmarks.lessonId, lessonId),
				eq(bookmarks.place, place)
			)
		);
}

/** The learner's marks, in one lesson or everywhere, in the order they were made. */
export function listBookmarks(
	db: Database,
	{ personId }: Learner,
	lesson?: { courseId: string; lessonId: string }
): Promise<Bookmark[]> {
	return db
		.select({
			courseId: bookmarks.courseId,
			lessonId: bookmarks.lessonId,
			releaseId: bookmarks.releaseId,
			place: bookmarks.place,
			markedAt: bookmarks.markedAt
		})
		.from(bookmarks)
		.where(
			and(
				eq(bookmarks.personId, personId),
				lesson && eq(bookmarks.courseId, lesson.courseId),
				lesson && eq(bookmarks.lessonId, lesson.lessonId)
			)
		)
		.orderBy(asc(bookmarks.markedAt), asc(bookmarks.place));
}
