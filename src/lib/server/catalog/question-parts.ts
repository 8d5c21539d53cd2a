import type { Token } from 'markdown-it';
import type { QuestionKind } from './course.ts';

/** The parts of a question's inside: what is asked, what carries the answer, what is said afterwards. */
export interface Parts {
	prompt: Token[];
	marked: Token[] | null;
	ordered: Token[] | null;
	table: Token[] | null;
	rubric: Token[] | null;
	/** Lines `= …`. */
	keys: Token[];
	/** Blocks that look like an answer and do not hold it, which nobody is shown; and what stands behind each. */
	unused: { block: Token[]; next: Token | undefined }[];
	/** Inside of the block quote that ends the question. */
	rationale: Token[] | null;
}

/**
 * The list, table or lines that hold the answer are looked for by the kind; without one, by their marks. The last such
 * list or table is the answer; what stands before it belongs to the prompt.
 */
export function partsOf(tokens: Token[], kind: QuestionKind | null): Parts {
	const parts: Parts = {
		prompt: [],
		marked: null,
		ordered: null,
		table: null,
		rubric: null,
		keys: [],
		unused: [],
		rationale: null
	};
	const answer = tokens.findLastIndex((_token, at) => carrierAt(tokens, at, kind) !== null);
	const last = tokens.findLastIndex(({ type }) => type !== 'comment');
	for (let at = 0; at < tokens.length;) {
		const token = tokens[at]!;
		const end = token.nesting === 1 ? blockEnd(tokens, at) : at;
		const block = tokens.slice(at, end + 1);
		const carrier = at === answer ? carrierAt(tokens, at, kind) : null;
		if (carrier) parts[carrier] = block;
		else if (token.type === 'answer_line') parts.keys.push(token);
		else if (isAnswerLike(tokens, at)) parts.unused.push({ block, next: tokens[end + 1] });
		else if (token.type === 'blockquote_open' && end >= last && at > 0)
			parts.rationale = block.slice(1, -1);
		// One by one: a block may hold more tokens than a call may have arguments.
		else for (const inner of block) parts.prompt.push(inner);
		at = end + 1;
	}
	return parts;
}

type Carrier = 'marked' | 'ordered' | 'table' | 'rubric';

/** What holds the answer, by kind; the others' stands in lines. */
const carriers: Partial<Record<QuestionKind, Carrier>> = {
	single: 'marked',
	multiple: 'marked',
	'true-false': 'marked',
	situational: 'marked',
	match: 'table',
	order: 'ordered',
	essay: 'rubric'
};

/** Which part of an answer the block beginning at a token holds, if it stands in the question itself. */
function carrierAt(
	tokens: readonly Token[],
	at: number,
	kind: QuestionKind | null
): Carrier | null {
	const { type, info, level } = tokens[at]!;
	if (level !== tokens[0]!.level) return null;
	const marked = type === 'bullet_list_open' && hasMark(tokens, at);
	const shown = marked
		? 'marked'
		: type === 'directive_open' && info === 'rubric'
			? 'rubric'
			: type === 'ordered_list_open'
				? 'ordered'
				: type === 'table_open'
					? 'table'
					: null;
	if (kind) return shown === carriers[kind] ? shown : null;
	return shown === 'marked' || shown === 'rubric' ? shown : null;
}

/** Whether the block beginning at a token is a rubric or a list of which some item is marked as an option. */
function isAnswerLike(tokens: readonly Token[], at: number): boolean {
	const { type, info, level } = tokens[at]!;
	if (type === 'directive_open') return info === 'rubric';
	return type === 'bullet_list_open' && level === tokens[0]!.level && hasMark(tokens, at);
}

/** Whether any item of the list opened at `at` has a mark: a slip in the first one must not make all of them prompt. */
function hasMark(tokens: readonly Token[], at: number): boolean {
	const { level } = tokens[at]!;
	for (let item = at + 1; item < tokens.length && tokens[item]!.level > level; item++)
		if (tokens[item]!.meta?.['mark'] !== undefined && tokens[item]!.level === level + 1)
			return true;
	return false;
}

/** The index of the token that closes the block opened at `at`. */
export function blockEnd(tokens: readonly Token[], at: number): number {
	const { level } = tokens[at]!;
	let end = at + 1;
	while (end < tokens.length - 1 && !(tokens[end]!.nesting === -1 && tokens[end]!.level === level))
		end++;
	return end;
}

/** The items of a list, each with the tokens around it. */
export function itemsOf(list: Token[]): Token[][] {
	const items: Token[][] = [];
	for (let at = 1; at < list.length - 1;) {
		const end = blockEnd(list, at);
		items.push(list.slice(at, end + 1));
		at = end + 1;
	}
	return items;
}

/** The cells of a table by row, each with the tokens around it. */
export function rowsOf(table: Token[], cellType: 'td_open' | 'th_open'): Token[][][] {
	const rows: Token[][][] = [];
	let rowMap: [number, number] | null = null;
	table.forEach((token, at) => {
		if (token.type === 'tr_open') {
			rows.push([]);
			rowMap = token.map;
		}
		if (token.type !== cellType) return;
		// A cell has no line of its own; its row's is given to it.
		token.map ??= rowMap;
		rows.at(-1)!.push(table.slice(at, at + 3));
	});
	return rows.filter((row) => row.length > 0);
}
