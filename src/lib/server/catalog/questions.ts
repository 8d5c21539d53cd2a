import type { Token } from 'markdown-it';
import type { DirectiveMeta } from '../markdown/directives.ts';
import type { MarkdownDocument, Position } from '../markdown/document.ts';
import { closingOf } from '../markdown/render.ts';
import { slug } from '../markdown/slug.ts';
import { readAnswer, wordsOf, type Placing } from './answers.ts';
import { pools, type Pool, type Question, type QuestionPlace, type Scenario } from './course.ts';

/** Where a text's questions belong. */
export interface Asked {
	file: string;
	place: QuestionPlace;
	/** The pool of a question that names none. */
	pool: Pool;
	idPrefix: string;
	body: string;
	bodyLine: number;
}

/**
 * Reads the questions that stand at the top level of a text or in a scenario there, in order. Ids not yet
 * written are counted out from `idPrefix`, in the form of an id whatever a file is called, and written into the tokens,
 * so that the renderer meets them too.
 */
export function readQuestions(
	document: MarkdownDocument,
	asked: Asked
): { questions: Question[]; scenarios: Scenario[] } {
	const questions: Question[] = [];
	const scenarios: Scenario[] = [];
	const lines = asked.body.split('\n');
	const placing: Placing = (block) => placeIn(lines, asked.bodyLine, block);
	const written = (token: Token) => lines[token.map?.[0] ?? -1] ?? '';
	const { tokens } = document;
	for (let at = 0; at < tokens.length; at++) {
		const open = tokens[at]!;
		if (open.type !== 'directive_open' || open.level !== 0) continue;
		const end = closingOf(tokens, at);
		const inside = tokens.slice(at + 1, end);
		if (open.info === 'question') {
			questions.push(
				questionOf(open, inside, null, { ...asked, placing, written, count: questions.length })
			);
		} else if (open.info === 'scenario') {
			const scenario = scenarioOf(open, inside, asked, placing, scenarios.length);
			scenarios.push(scenario);
			for (let within = 0; within < inside.length; within++) {
				const token = inside[within]!;
				if (!opensQuestion(token)) continue;
				const last = closingOf(inside, within);
				const about = { ...asked, placing, written, count: questions.length };
				const question = questionOf(token, inside.slice(within + 1, last), scenario.id, about);
				questions.push(question);
				scenario.questions.push(question.id);
				within = last;
			}
		}
		at = end;
	}
	return { questions, scenarios };
}

function opensQuestion({ type, info, level }: Token): boolean {
	return type === 'directive_open' && info === 'question' && level === 1;
}

function placeIn(
	lines: readonly string[],
	bodyLine: number,
	{ map }: Pick<Token, 'map'>
): Position {
	const row = map?.[0] ?? 0;
	const text = lines[row] ?? '';
	return { line: bodyLine + row, column: text.length - text.trimStart().length + 1 };
}

function questionOf(
	open: Token,
	inside: Token[],
	scenario: string | null,
	{
		file,
		place,
		pool,
		idPrefix,
		placing,
		written,
		count
	}: Asked & {
		placing: Placing;
		written: (token: Token) => string;
		count: number;
	}
): Question {
	const { directive } = open.meta as DirectiveMeta;
	const { values } = directive;
	const idWritten = directive.id !== null;
	directive.id ??= `${prefixOf(idPrefix)}-${count + 1}`;
	const stated = pools.find((known) => known === values['pool']);
	return {
		id: directive.id,
		idWritten,
		replaces: replacedIds(values['replaces']),
		file,
		place,
		pool: stated ?? pool,
		unknownPool: values['pool'] !== undefined && !stated ? values['pool'] : null,
		scenario,
		objective: values['objective'] ?? null,
		level: values['level'] ?? null,
		...readAnswer(inside, values['kind'] ?? null, placing, written),
		...placing(open)
	};
}

/** The ids in an attribute `replaces`, which spaces or commas set apart. */
export function replacedIds(written: string | undefined): string[] {
	return written?.match(/[^\s,]+/g) ?? [];
}

function prefixOf(name: string): string {
	return slug(name) || 'soal';
}

function scenarioOf(
	open: Token,
	inside: Token[],
	{ file, idPrefix }: Asked,
	placing: Placing,
	count: number
): Scenario {
	const { directive } = open.meta as DirectiveMeta;
	const idWritten = directive.id !== null;
	directive.id ??= `${prefixOf(idPrefix)}-kasus-${count + 1}`;
	const first = inside.findIndex(opensQuestion);
	return {
		id: directive.id,
		idWritten,
		file,
		title: directive.values['title'] ?? null,
		text: wordsOf(first === -1 ? inside : inside.slice(0, first)),
		questions: [],
		...placing(open)
	};
}
