import { formatMoment, type Language } from '../../format/dates.ts';
import { messagesIn } from '../../messages/catalogue.ts';

/** A section as its learner marked or noted it; an empty title is the lesson as a whole. */
interface Section {
	title: string;
}

/** Courses with what a learner keeps of them. */
interface KeptCourse {
	title: string;
	lessons: {
		title: string;
		bookmarks: Section[];
		notes: { text: string; section: Section; writtenAt: Date }[];
	}[];
}

/** A learner's notes as Markdown: what they wrote stands in quotes, line by line as they wrote it. */
export function notesAsMarkdown(
	courses: readonly KeptCourse[],
	at: Date,
	language: Language
): string {
	const { notes: words } = messagesIn(language).reading;
	const lines = [`# ${words.title}`, '', words.exportedOn(formatMoment(at, language)), ''];
	for (const course of courses) {
		lines.push(`## ${course.title}`, '');
		for (const { title, bookmarks, notes } of course.lessons) {
			lines.push(`### ${title}`, '');
			if (bookmarks.length > 0) {
				lines.push(`${words.bookmarks}:`, '');
				lines.push(...bookmarks.map((place) => `- ${place.title || words.wholeLessonMarked}`), '');
			}
			for (const note of notes) {
				const about = note.section.title && ` · ${words.about(note.section.title)}`;
				lines.push(`*${formatMoment(note.writtenAt, language)}${about}*`, '');
				lines.push(...note.text.split('\n').map((line) => `> ${line}`.trimEnd()), '');
			}
		}
	}
	return lines.join('\n');
}

/** The same as plain text, for any device; the line ends are those that every editor knows. */
export function notesAsText(courses: readonly KeptCourse[], at: Date, language: Language): string {
	const { notes: words } = messagesIn(language).reading;
	const lines = [words.title.toUpperCase(), words.exportedOn(formatMoment(at, language)), ''];
	for (const course of courses) {
		lines.push(course.title.toUpperCase(), '');
		for (const { title, bookmarks, notes } of course.lessons) {
			lines.push(title, '='.repeat(Math.min(title.length, 60)), '');
			for (const place of bookmarks)
				lines.push(`${words.bookmarks}: ${place.title || words.wholeLessonMarked}`);
			if (bookmarks.length > 0) lines.push('');
			for (const note of notes) {
				lines.push(formatMoment(note.writtenAt, language));
				if (note.section.title) lines.push(words.about(note.section.title));
				lines.push('', ...note.text.split('\n'), '');
			}
		}
	}
	return lines.join('\r\n');
}
