import type { DirectiveMeta } from '../markdown/directives.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { lessonsOf, readingPages, type Course, type Lesson, type Page } from './course.ts';

/** A place in a course that cites an instrument: a `reg:` link, or an entry of what a lesson lists as its basis. */
export interface Cited {
	regulation: string;
	article: string | null;
	/** Whether it stands in the front matter, where no title can mark it as history. */
	listed: boolean;
	/** Whether it is cited as history, where it need not be in force. */
	asHistory: boolean;
	/** The question it stands in: prompt, option or rationale. */
	questionId: string | null;
	file: string;
	line: number;
	column: number;
}

/** Every place of a course that cites: bases of lessons, texts, questions, and definitions of the glossary. */
export function citedIn(course: Course): Cited[] {
	return [
		...lessonsOf(course).flatMap(listedBy),
		...readingPages(course).flatMap(citedOn),
		...citedInGlossary(course)
	];
}

function listedBy({ file, fields, frontMatter }: Lesson): Cited[] {
	return fields.legal.map((regulation, at) => ({
		...{ regulation, article: null, listed: true, asHistory: false, questionId: null, file },
		...frontMatter.placeOf(['legal', at])
	}));
}

function citedOn(page: Page<unknown>): Cited[] {
	const { file, document } = page;
	const questions = questionsByLine(page);
	return document.links.flatMap(({ target, questionLine, line, column }) => {
		if (target.kind !== 'regulation') return [];
		const { regulation, article, asHistory } = target;
		const questionId = questionLine === null ? null : (questions.get(questionLine) ?? null);
		return [{ regulation, article, listed: false, asHistory, questionId, file, line, column }];
	});
}

/** The questions of a page by the line they begin on; ids that were counted out stand in the tokens by now. */
function questionsByLine({
	document,
	bodyLine
}: Page<unknown>): ReadonlyMap<number, string | null> {
	return new Map(
		document.tokens.flatMap((token) => {
			if (token.type !== 'directive_open' || token.info !== 'question' || !token.map) return [];
			const { id } = (token.meta as DirectiveMeta).directive;
			return [[bodyLine + token.map[0], id] as const];
		})
	);
}

function citedInGlossary({ glossary }: Course): Cited[] {
	const citing = glossary.filter(({ definition }) => /reg:/i.test(definition));
	return citing.flatMap(({ definition, line }) =>
		parseMarkdown(definition).links.flatMap(({ target }) => {
			if (target.kind !== 'regulation') return [];
			const { regulation, article, asHistory } = target;
			const place = { listed: false, questionId: null, file: 'glossary.md', line, column: 1 };
			return [{ regulation, article, asHistory, ...place }];
		})
	);
}
