import { findLesson, findOutline, type Outline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { holdsWords } from '../markdown/slug.ts';
import { listBookmarks, type Bookmark } from '../learning/bookmarks.ts';
import { findEnrolment, listEnrolments, type Learner } from '../learning/enrolments.ts';
import { listNotes, listNotesInBrief, readNoteTexts, type Note } from '../learning/notes.ts';
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

/** Notes and marks on a page; a lesson is not parted. */
const PAGE_SIZE = 50;

/**
 * A page of what the learner wrote and marked, by course and lesson; of it, what holds every word of `query`. A page
 * too far stands for the last.
 */
export async function readMyNotes(
	db: Database,
	learner: Learner,
	query = '',
	wanted = 1
): Promise<{ courses: KeptCourse[]; all: number; found: number; page: number; pages: number }> {
	const [notes, bookmarks] = await Promise.all([
		listNotesInBrief(db, learner),
		listBookmarks(db, learner)
	]);
	const everything = await gather(db, learner, notes, bookmarks);
	const found = query === '' ? everything : await narrowed(db, learner, everything, query);
	const pages = pagesOf(found);
	const page = Math.min(wanted, pages.length);
	return {
		courses: await keptWith(db, learner, pages[page - 1] ?? []),
		all: notes.length + bookmarks.length,
		found: found.reduce((sum, gathered) => sum + sizeOf(gathered), 0),
		page,
		pages: pages.length
	};
}

/** Everything the learner wrote and marked, by course and lesson. */
export async function readAllMyNotes(db: Database, learner: Learner): Promise<KeptCourse[]> {
	const [notes, bookmarks] = await Promise.all([
		listNotesInBrief(db, learner),
		listBookmarks(db, learner)
	]);
	return keptWith(db, learner, await gather(db, learner, notes, bookmarks));
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
	const outline = await findOutline(db, enrolment.releaseId);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	if (!lesson && notes.length + bookmarks.length === 0)
		throw new Refusal('not-found', 'lesson-unknown');
	const texts = new Map(notes.map(({ id, text }) => [id, text]));
	return {
		course: { title: outline.title, language: outline.language },
		lesson: await keptIn(db, { outline, lessonId, notes, bookmarks }, texts),
		headings: lesson?.sections ?? []
	};
}

/** What is kept of one lesson, its texts aside, and the edition whose titles tell about it. */
interface Gathered {
	outline: Outline;
	lessonId: string;
	notes: readonly Omit<Note, 'text'>[];
	bookmarks: readonly Bookmark[];
}

function sizeOf({ notes, bookmarks }: Gathered): number {
	return notes.length + bookmarks.length;
}

/** Lesson by lesson what is kept: courses by their titles, lessons in their order, those that are gone at last. */
async function gather(
	db: Database,
	learner: Learner,
	notes: readonly Omit<Note, 'text'>[],
	bookmarks: readonly Bookmark[]
): Promise<Gathered[]> {
	const taken = new Map(
		(await listEnrolments(db, learner)).map(({ courseId, releaseId }) => [courseId, releaseId])
	);
	const notesOf = Map.groupBy(notes, addressOf);
	const marksOf = Map.groupBy(bookmarks, addressOf);
	const gathered: (Gathered & { place: number })[] = [];
	for (const address of new Set([...notesOf.keys(), ...marksOf.keys()])) {
		const own = { notes: notesOf.get(address) ?? [], bookmarks: marksOf.get(address) ?? [] };
		const { courseId, lessonId, releaseId } = (own.notes[0] ?? own.bookmarks[0])!;
		const outline = await findOutline(db, taken.get(courseId) ?? releaseId);
		if (!outline) throw new Refusal('not-found', 'course-unknown');
		const order = outline.modules.flatMap((module) => module.lessons.map(({ id }) => id));
		const place = order.includes(lessonId) ? order.indexOf(lessonId) : order.length;
		gathered.push({ outline, lessonId, place, ...own });
	}
	return gathered.sort(
		(a, b) =>
			a.outline.title.localeCompare(b.outline.title, 'id') ||
			a.outline.courseId.localeCompare(b.outline.courseId) ||
			a.place - b.place
	);
}

function addressOf({ courseId, lessonId }: { courseId: string; lessonId: string }): string {
	return `${courseId}/${lessonId}`;
}

/** Lessons parted into pages, each as full as whole lessons make it; at least one page. */
function pagesOf(gathered: readonly Gathered[]): Gathered[][] {
	const pages: Gathered[][] = [[]];
	let filled = 0;
	for (const lesson of gathered) {
		if (filled > 0 && filled + sizeOf(lesson) > PAGE_SIZE) {
			pages.push([]);
			filled = 0;
		}
		pages.at(-1)!.push(lesson);
		filled += sizeOf(lesson);
	}
	return pages;
}

/** The same lessons with texts and titles, under their courses. */
async function keptWith(
	db: Database,
	learner: Learner,
	gathered: readonly Gathered[]
): Promise<KeptCourse[]> {
	const texts = await textsOf(db, learner, gathered);
	const courses: KeptCourse[] = [];
	for (const lesson of gathered) {
		const { courseId: id, title, language } = lesson.outline;
		if (courses.at(-1)?.id !== id) courses.push({ id, title, language, lessons: [] });
		courses.at(-1)!.lessons.push(await keptIn(db, lesson, texts));
	}
	return courses;
}

function textsOf(db: Database, learner: Learner, gathered: readonly Gathered[]) {
	const ids = gathered.flatMap(({ notes }) => notes.map(({ id }) => id));
	return readNoteTexts(db, learner, ids);
}

async function keptIn(
	db: Database,
	{ outline, lessonId, notes, bookmarks }: Gathered,
	texts: ReadonlyMap<string, string>
): Promise<KeptLesson> {
	const current = await findLesson(db, outline.releaseId, lessonId);
	const then = notes[0] ?? bookmarks[0];
	const former = current || !then ? null : await findLesson(db, then.releaseId, lessonId);
	const title = (current ?? former)?.title;
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
			notes.map(async ({ id, version, writtenAt, changedAt, place, releaseId }) => ({
				id,
				text: texts.get(id) ?? '',
				version,
				writtenAt,
				changedAt,
				section: await sectionOf(place ?? '', releaseId)
			}))
		)
	};
}

/** A lesson named by the query stays whole; of the others, what holds its words. */
async function narrowed(
	db: Database,
	learner: Learner,
	gathered: readonly Gathered[],
	query: string
): Promise<Gathered[]> {
	const texts = await textsOf(db, learner, gathered);
	const found: Gathered[] = [];
	for (const lesson of gathered) {
		const kept = await keptIn(db, lesson, texts);
		if (holdsWords(`${lesson.outline.title} ${kept.title}`, query)) {
			found.push(lesson);
			continue;
		}
		const notes = new Set(
			kept.notes
				.filter(({ text, section }) => holdsWords(`${text} ${section.title}`, query))
				.map(({ id }) => id)
		);
		const places = new Set(
			kept.bookmarks.filter(({ title }) => holdsWords(title, query)).map(({ id }) => id)
		);
		if (notes.size + places.size > 0)
			found.push({
				...lesson,
				notes: lesson.notes.filter(({ id }) => notes.has(id)),
				bookmarks: lesson.bookmarks.filter(({ place }) => places.has(place))
			});
	}
	return found;
}
