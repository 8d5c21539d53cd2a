import type { Token } from 'markdown-it';
import { plainText } from '../markdown/blocks.ts';
import type { DirectiveMeta } from '../markdown/directives.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Option, Question, QuestionKind, QuestionPlace } from './course.ts';
import { sha256 } from './hash.ts';

const kinds: readonly QuestionKind[] = ['single', 'multiple', 'true-false'];

/** Option ids come from the words of the option, so that shuffling the file keeps every answer given. */
export function optionId(text: string): string {
	return sha256(comparable(text)).slice(0, 10);
}

/** Text as two options are compared: case, spacing and closing punctuation make no difference. */
export function comparable(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[.!;,\s]+$/, '');
}

/**
 * Reads the questions that stand at the top level of a text, in order. Ids not yet written are
 * counted out from `idPrefix` and written into the tokens, so that the renderer meets them too.
 */
export function readQuestions(
	document: MarkdownDocument,
	{
		file,
		place,
		idPrefix,
		body,
		bodyLine
	}: { file: string; place: QuestionPlace; idPrefix: string; body: string; bodyLine: number }
): Question[] {
	const questions: Question[] = [];
	const lines = body.split('\n');
	const { tokens } = document;
	for (let at = 0; at < tokens.length; at++) {
		const open = tokens[at]!;
		if (open.type !== 'directive_open' || open.info !== 'question' || open.level !== 0) continue;
		const close = closingOf(tokens, at, 'directive_close');
		const inside = tokens.slice(at + 1, close);
		const { directive } = open.meta as DirectiveMeta;
		const idWritten = directive.id !== null;
		directive.id ??= `${idPrefix}-${questions.length + 1}`;
		const place_ = (token: Token) => {
			const row = token.map?.[0] ?? 0;
			const text = lines[row] ?? '';
			return { line: bodyLine + row, column: text.length - text.trimStart().length + 1 };
		};
		questions.push({
			id: directive.id,
			idWritten,
			replaces: directive.values['replaces']?.match(/[^\s,]+/g) ?? [],
			file,
			place,
			objective: directive.values['objective'] ?? null,
			level: directive.values['level'] ?? null,
			...choicesOf(inside, directive.values['kind'] ?? null, place_),
			...place_(open)
		});
		at = close;
	}
	return questions;
}

function choicesOf(
	tokens: Token[],
	statedKind: string | null,
	placeOf: (token: Token) => { line: number; column: number }
): Pick<Question, 'kind' | 'unknownKind' | 'prompt' | 'options'> {
	const listAt = tokens.findIndex(
		(token, at) => token.type === 'bullet_list_open' && tokens[at + 1]?.meta?.['mark'] !== undefined
	);
	const promptTokens = listAt === -1 ? tokens : tokens.slice(0, listAt);
	const options: Option[] = [];
	if (listAt !== -1) {
		for (let at = listAt + 1; tokens[at] && tokens[at]!.type !== 'bullet_list_close';) {
			const end = closingOf(tokens, at, 'list_item_close');
			options.push(optionOf(tokens.slice(at, end + 1), placeOf));
			at = end + 1;
		}
	}
	const known = kinds.find((kind) => kind === statedKind);
	const counted: QuestionKind =
		options.filter(({ correct }) => correct).length > 1 ? 'multiple' : 'single';
	return {
		kind: known ?? counted,
		unknownKind: statedKind !== null && !known ? statedKind : null,
		prompt: { tokens: promptTokens, text: textOf(promptTokens) },
		options
	};
}

function optionOf(
	item: Token[],
	placeOf: (token: Token) => { line: number; column: number }
): Option {
	const inside = item.slice(1, -1);
	const quoteAt = inside.findIndex(
		({ type, level }) => type === 'blockquote_open' && level === item[0]!.level + 1
	);
	const own = quoteAt === -1 ? inside : inside.slice(0, quoteAt);
	const quoted =
		quoteAt === -1
			? []
			: inside.slice(
					quoteAt + 1,
					inside.findLastIndex(({ type }) => type === 'blockquote_close')
				);
	const text = textOf(own);
	return {
		id: optionId(text),
		text,
		tokens: own,
		correct: item[0]!.meta?.['mark'] === 'x',
		rationale: quoted.length === 0 ? null : { tokens: quoted, text: textOf(quoted) },
		...placeOf(item[0]!)
	};
}

/** The index of the token that closes the one at `at`. */
function closingOf(tokens: readonly Token[], at: number, type: string): number {
	let end = at + 1;
	while (
		end < tokens.length - 1 &&
		!(tokens[end]!.type === type && tokens[end]!.level === tokens[at]!.level)
	)
		end++;
	return end;
}

function textOf(tokens: readonly Token[]): string {
	return tokens
		.filter(({ type }) => type === 'inline')
		.map(({ children }) => plainText(children ?? []))
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
}
