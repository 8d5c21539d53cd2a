import type { RenderContext } from '../../markdown/render.ts';
import { citedIn } from '../cited.ts';
import type { Registries } from '../competencies.ts';
import { lessonsOf, readingPages, type Course, type Page, type SourceFile } from '../course.ts';
import { isPartial } from '../parse.ts';
import { contextFor, referencesOf } from '../references.ts';
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

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = make();
	known.set(key, made);
	return made;
}
