import type { DirectiveMeta } from '../markdown/directives.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { readingPages, type Course, type Page } from './course.ts';

/** A place in a course that cites an instrument by a `reg:` link. */
export interface Cited {
	regulation: string;
	article: string | null;
	/** Whether it is cited as history, where it need not be in force. */
	asHistory: boolean;
	/** The question it stands in: prompt, option or rationale. */
	questionId: string | null;
	file: string;
	line: number;
	column: number;
}

/** Every `reg:` link of a course: in texts, questions, and definitions of the glossary. */
export function citedIn(course: Course): Cited[] {
	return [...readingPages(course).flatMap(citedOn), ...citedInGlossary(course)];
}

function citedOn(page: Page<unknown>): Cited[] {
	const { file, document } = page;
	const questions = questionsByLine(page);
	return document.links.flatMap(({ target, questionLine, line, column }) => {
		if (target.kind !== 'regulation') return [];
		const { regulation, article, asHistory } = target;
		const questionId = questionLine === null ? null : (questions.get(questionLine) ?? null);
		return [{ regulation, article, asHistory, questionId, file, line, column }];
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
			const place = { questionId: null, file: 'glossary.md', line, column: 1 };
			return [{ regulation, article, asHistory, ...place }];
		})
	);
}
