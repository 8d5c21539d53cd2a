import type { RenderContext } from '../../markdown/render.ts';
import { citedIn } from '../cited.ts';
import type { Registries } from '../competencies.ts';
import { limits } from '../contents.ts';
import { lessonsOf, readingPages, type Course, type Page, type SourceFile } from '../course.ts';
import { isPart } from '../parse.ts';
import { contextFor, referencesOf } from '../references.ts';
import { decodeText } from '../text.ts';
import { ownWords, type OwnWords } from './own-words.ts';
import type { Subject } from './rule.ts';

/** Gathers what the rules look at. */
export function subjectOf(
	course: Course,
	files: readonly SourceFile[],
	{ regulations, competencies, courses }: Registries,
	on: string
): Subject {
	const references = referencesOf(course);
	const contexts = new Map<Page<unknown>, RenderContext>();
	const words = new Map<Page<unknown>, readonly OwnWords[]>();
	return {
		course,
		registry: regulations,
		competencies,
		siblings: courses ?? null,
		on,
		files,
		partial: isPartial(course, files),
		pages: readingPages(course),
		lessons: lessonsOf(course),
		references,
		cited: citedIn(course),
		contextOf: (page) =>
			remembered(contexts, page, () =>
				contextFor(references, page.file, new Set(page.document.headings.map(({ id }) => id)))
			),
		ownWordsOf: (page) => remembered(words, page, () => ownWords(page))
	};
}

/** Whether a file that belongs to the course is no part of it, because it cannot be read or its fields cannot be used. */
export function isPartial(course: Course, files: readonly SourceFile[]): boolean {
	const read = new Set(readingPages(course).map(({ file }) => file));
	return files.some(({ path, bytes }) =>
		path === 'glossary.md'
			? bytes.length > limits.text || !decodeText(bytes).ok
			: isPart(path.normalize('NFC')) && !read.has(path.normalize('NFC'))
	);
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = make();
	known.set(key, made);
	return made;
}
