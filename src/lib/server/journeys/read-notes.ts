import { findLesson, findOutline, type Outline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { holdsWords } from '../markdown/slug.ts';
import { listBookmarks, type Bookmark } from '../learning/bookmarks.ts';
import { findEnrolment, type Learner } from '../learning/enrolments.ts';
import { listNotes, type Note } from '../learning/notes.ts';
import { Refusal } from '../refusal.ts';

/** Where something of the learner's stands in the edition they take. */
export interface Section {
	/** Id of a heading; empty for the lesson as a whole. */
	id: string;
	/** As it was when it was marked, where the edition no longer has it; empty for the lesson as a whole. */
	title: string;
	gone: boolean;
}

/** A note with the words for its place. */
export interface NoteView extends Pick<
	Note,
	'id' | 'text' | 'version' | 'writtenAt' | 'changedAt'
> {
	section: Section;
}

/** What a learner keeps of one lesson. */
export interface KeptLesson {
	id: string;
	title: string;
	/** Whether the edition that the learner takes no longer has the lesson. */
	gone: boolean;
	bookmarks: Section[];
	notes: NoteView[];
}

/** What a learner keeps of one course, its lessons in their order. */
export interface KeptCourse {
	id: string;
	title: string;
	language: string;
	lessons: KeptLesson[];
}

/** Everything the learner wrote and marked, by course and lesson; of it, what holds every word of `query`. */
export async function readMyNotes(
	db: Database,
	learner: Learner,
	query = ''
): Promise<{ courses: KeptCourse[]; all: number; found: number }> {
	const [notes, bookmarks] = await Promise.all([
		listNotes(db, learner),
		listBookmarks(db, learner)
	]);
	const kept = [...notes, ...bookmarks];
	const courses: KeptCourse[] = [];
	for (const courseId of new Set(kept.map((one) => one.courseId))) {
		courses.push(await keptOf(db, learner, courseId, notes, bookmarks));
	}
	const found = courses.flatMap((course) => narrowed(course, query));
	found.sort((a, b) => a.title.localeCompare(b.title, 'id'));
	return { courses: found, all: kept.length, found: countIn(found) };
}

/**
 * What the learner keeps of one lesson, and the sections it can be tied to. Null when they do not take the course;
 * refuses a lesson that their edition lacks and of which they keep nothing.
 */
export async function readLessonNotes(
	db: Database,
	learner: Learner,
	courseId: string,
	lessonId: string
) {
	const enrolment = await findEnrolment(db, learner, courseId);
	if (!enrolment) return null;
	const [notes, bookmarks, lesson] = await Promise.all([
		listNotes(db, learner, { courseId, lessonId }),
		listBookmarks(db, learner, { courseId, lessonId }),
		findLesson(db, enrolment.releaseId, lessonId)
	]);
	const course = await keptOf(db, learner, courseId, notes, bookmarks);
	const kept: KeptLesson | undefined = course.lessons[0];
	if (!lesson && !kept) throw new Refusal('not-found', 'lesson-unknown');
	return {
		course: { title: course.title, language: course.language },
		lesson: kept ?? {
			id: lessonId,
			title: lesson?.title ?? lessonId,
			gone: false,
			bookmarks: [],
			notes: []
		},
		headings: lesson?.sections ?? []
	};
}

async function keptOf(
	db: Database,
	learner: Learner,
	courseId: string,
	notes: readonly Note[],
	bookmarks: readonly Bookmark[]
): Promise<KeptCourse> {
	const own = <One extends { courseId: string }>(all: readonly One[]) =>
		all.filter((one) => one.courseId === courseId);
	const enrolment = await findEnrolment(db, learner, courseId);
	const releaseId = enrolment?.releaseId ?? [...own(notes), ...own(bookmarks)][0]?.releaseId;
	const outline = releaseId ? await findOutline(db, releaseId) : null;
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const order = outline.modules.flatMap((module) => module.lessons.map(({ id }) => id));
	const ids = [...new Set([...own(notes), ...own(bookmarks)].map(({ lessonId }) => lessonId))];
	const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
	const lessons: KeptLesson[] = [];
	for (const id of ids.sort((a, b) => place(a) - place(b))) {
		const here = <One extends { courseId: string; lessonId: string }>(all: readonly One[]) =>
			own(all).filter(({ lessonId }) => lessonId === id);
		lessons.push(await keptIn(db, outline, id, here(notes), here(bookmarks)));
	}
	return { id: courseId, title: outline.title, language: outline.language, lessons };
}

async function keptIn(
	db: Database,
	outline: Outline,
	lessonId: string,
	notes: readonly Note[],
	bookmarks: readonly Bookmark[]
): Promise<KeptLesson> {
	const current = await findLesson(db, outline.releaseId, lessonId);
	const then = (notes[0] ?? bookmarks[0])!;
	const title = current?.title ?? (await findLesson(db, then.releaseId, lessonId))?.title;
	const order = current?.headings.map(({ id }) => id) ?? [];
	const sectionOf = async (place: string, releaseId: string): Promise<Section> => {
		if (place === '') return { id: '', title: '', gone: false };
		const heading = current?.headings.find(({ id }) => id === place);
		if (heading) return { id: place, title: heading.text, gone: false };
		const written = await findLesson(db, releaseId, lessonId);
		const former = written?.headings.find(({ id }) => id === place);
		return { id: place, title: former?.text ?? place, gone: true };
	};
	const sections = await Promise.all(
		bookmarks.map(({ place, releaseId }) => sectionOf(place, releaseId))
	);
	return {
		id: lessonId,
		title: title ?? lessonId,
		gone: current === null,
		bookmarks: sections.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
		notes: await Promise.all(
			notes.map(async ({ id, text, version, writtenAt, changedAt, place, releaseId }) => ({
				id,
				text,
				version,
				writtenAt,
				changedAt,
				section: await sectionOf(place ?? '', releaseId)
			}))
		)
	};
}

/** A lesson named by the query stays whole; of the others, what holds its words. */
function narrowed(course: KeptCourse, query: string): KeptCourse[] {
	const lessons = course.lessons.flatMap((lesson) => {
		if (holdsWords(`${course.title} ${lesson.title}`, query)) return [lesson];
		const notes = lesson.notes.filter(({ text, section }) =>
			holdsWords(`${text} ${section.title}`, query)
		);
		const bookmarks = lesson.bookmarks.filter(({ title }) => holdsWords(title, query));
		return notes.length + bookmarks.length > 0 ? [{ ...lesson, notes, bookmarks }] : [];
	});
	return lessons.length > 0 ? [{ ...course, lessons }] : [];
}

function countIn(courses: readonly KeptCourse[]): number {
	return courses
		.flatMap(({ lessons }) => lessons)
		.reduce((sum, { notes, bookmarks }) => sum + notes.length + bookmarks.length, 0);
}
