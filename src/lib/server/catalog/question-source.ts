import { tidied } from '../markdown/directive-print.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { closingOf } from '../markdown/render.ts';
import {
	readBlocks,
	withoutGaps,
	type DirectiveBlock,
	type SourceBlock
} from '../markdown/source-blocks.ts';
import { plainForm, withoutBlankEdges } from '../markdown/source-lines.ts';
import {
	answerDraft,
	hasOnly,
	quotedText,
	rubricDraft,
	type ParsedQuestion
} from './answer-source.ts';
import { questionKinds, readAnswer } from './answers.ts';
import { replacedIds } from './questions.ts';
import type { QuestionKind } from './course.ts';
import type { QuestionDraft, RubricDraft, ScenarioDraft } from './question-draft.ts';
import { partsOf } from './question-parts.ts';

// From source to draft: what a form would show. Null where a form could not show all of it.

/** Reads the source of one question; null when it is none, or holds what a draft has no place for. */
export function readQuestionSource(source: string): QuestionDraft | null {
	const text = withoutBlankEdges(plainForm(source));
	const block = theDirective(text, 'question');
	if (!block || !hasOnly(block, ['objective', 'level', 'kind', 'pool', 'replaces'])) return null;
	const { tokens } = parseMarkdown(text);
	const inside = tokens.slice(1, closingOf(tokens, 0));
	const question = { lines: text.split('\n'), block, inside };
	const stated = block.values['kind'] ?? null;
	const kind = questionKinds.find((known) => known === stated) ?? null;
	if (stated !== null && !kind) return null;
	const pieces = piecesOf(question, kind);
	const answer =
		pieces && answerDraft(question, pieces.answer, readAnswer(inside, kind, noPlace).answer);
	if (!pieces || !answer) return null;
	return {
		id: block.id,
		objective: block.values['objective'] ?? null,
		level: block.values['level'] ?? null,
		pool: block.values['pool'] ?? null,
		replaces: replacedIds(block.values['replaces']),
		prompt: promptOf(pieces, withoutGaps(block.children), text),
		answer,
		rationale: pieces.rationale && quotedText(linesOf(question, pieces.rationale))
	};
}

/** Reads the source of one scenario; null when it is none, or anything but questions follows the first of them. */
export function readScenarioSource(source: string): ScenarioDraft | null {
	const text = withoutBlankEdges(plainForm(source));
	const block = theDirective(text, 'scenario');
	if (!block || !hasOnly(block, ['title'])) return null;
	const blocks = withoutGaps(block.children);
	const first = blocks.findIndex(isQuestion);
	const asked = first === -1 ? [] : blocks.slice(first);
	if (!asked.every(isQuestion)) return null;
	const questions = asked.map(({ source: question }) => readQuestionSource(question));
	if (questions.includes(null)) return null;
	const until = asked[0]?.from ?? block.to - block.closing.length;
	return {
		id: block.id,
		title: block.values['title'] ?? null,
		text: tidied(text.slice(block.from + block.opening.length, until)),
		questions: questions.filter((question) => question !== null)
	};
}

/** Reads the source of one rubric that stands by itself; null when it is none. */
export function readRubricSource(source: string): RubricDraft | null {
	const block = theDirective(withoutBlankEdges(plainForm(source)), 'rubric');
	return block && rubricDraft(block);
}

const noPlace = () => ({ line: 1, column: 1 });

function isQuestion(block: SourceBlock): boolean {
	return block.kind === 'directive' && block.name === 'question';
}

function theDirective(text: string, name: string): DirectiveBlock | null {
	const [block, ...others] = readBlocks(text);
	if (block?.kind !== 'directive' || block.name !== name || others.length > 0) return null;
	return block.closing === '' ? null : block;
}

/** The blocks of a question by what they are for. */
interface Pieces {
	prompt: SourceBlock[];
	/** The list, table, line or rubric that holds the answer. */
	answer: SourceBlock[];
	rationale: SourceBlock | null;
}

function piecesOf({ block, inside }: ParsedQuestion, kind: QuestionKind | null): Pieces | null {
	const parts = partsOf(inside, kind);
	const carrier = parts.marked ?? parts.ordered ?? parts.table ?? parts.rubric;
	const blocks = withoutGaps(block.children);
	const answer = blocks.filter(
		({ kind: type, line }) => type === 'answer' || line - 1 === carrier?.[0]?.map?.[0]
	);
	const last = blocks.findLast(({ kind: type }) => type !== 'comment');
	const rationale = parts.rationale ? (last ?? null) : null;
	const prompt = blocks.filter((piece) => piece !== rationale && !answer.includes(piece));
	// A comment may silence a rule for the block after it; moved, it would silence another.
	const from = answer[0]?.from ?? rationale?.from ?? Infinity;
	if (prompt.some((piece) => piece.kind === 'comment' && piece.from > from)) return null;
	return { prompt, answer, rationale };
}

/** The blocks of a prompt as they stand, gaps and all; those the answer parts are set apart by a blank line. */
function promptOf({ prompt }: Pieces, blocks: readonly SourceBlock[], text: string): string {
	const sources = prompt.map((block, at) => {
		const previous = prompt[at - 1];
		if (!previous) return block.source;
		const adjacent = blocks.indexOf(block) === blocks.indexOf(previous) + 1;
		return (adjacent ? text.slice(previous.to, block.from) : '\n\n') + block.source;
	});
	return tidied(sources.join(''));
}

function linesOf({ lines }: ParsedQuestion, { line, lastLine }: SourceBlock): string[] {
	return lines.slice(line - 1, lastLine);
}
