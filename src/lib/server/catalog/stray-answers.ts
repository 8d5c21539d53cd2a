import type { Token } from 'markdown-it';
import type { Position } from '../markdown/document.ts';
import type { QuestionKind } from './course.ts';

/**
 * Something in a question that its author meant as an answer and that does not count: a list of options, a rubric, a
 * line `= …`, or one of the marks `[x]` and `= …` where they are only text.
 */
export interface StrayAnswer extends Position {
	form: 'options' | 'rubric' | 'key' | 'key-text' | 'mark-text';
	/** Whether a quotation that is not indented cuts the list off from the next option. */
	cut: boolean;
}

/** The parts of a question in which something may have gone astray. */
interface Searched {
	prompt: readonly Token[];
	/** Blocks that look like an answer and do not hold it, each with the token behind it. */
	unused: readonly { block: readonly Token[]; next: Token | undefined }[];
	marked: readonly Token[] | null;
	rubric: readonly Token[] | null;
	keys: readonly Token[];
}

/** Finds what looks like an answer and is not part of it, in the order of lines. */
export function strayAnswers(
	parts: Searched,
	kind: QuestionKind,
	placing: (block: Pick<Token, 'map'>) => Position
): StrayAnswer[] {
	const { prompt, unused, marked, rubric, keys } = parts;
	const stray = (
		form: StrayAnswer['form'],
		block: Pick<Token, 'map'>,
		cut = false
	): StrayAnswer => ({
		form,
		cut,
		...placing(block)
	});
	const idle = [
		...(marked && !isOfOptions(kind) ? [marked] : []),
		...(rubric && kind !== 'essay' ? [rubric] : [])
	];
	const counted = kind === 'numeric' ? 1 : kind === 'short' ? keys.length : 0;
	return [
		...unused.map(({ block, next }) =>
			stray(formOf(block), block[0]!, next?.type === 'blockquote_open')
		),
		...idle.map((block) => stray(formOf(block), block[0]!)),
		...keys.slice(counted).map((token) => stray('key', token)),
		...[...prompt, ...ownWords(marked ?? [])].flatMap((token) =>
			textForms(token).map(({ form, row }) => stray(form, { map: [row, row + 1] }))
		)
	].sort((a, b) => a.line - b.line);
}

/** Whether a question of this kind is answered from a list of options. */
export function isOfOptions(kind: QuestionKind): boolean {
	return ['single', 'multiple', 'true-false', 'situational'].includes(kind);
}

function formOf([first]: readonly Token[]): 'options' | 'rubric' {
	return first!.type === 'directive_open' ? 'rubric' : 'options';
}

/** What options say, without the rationales under them. */
function ownWords(list: readonly Token[]): Token[] {
	let quotes = 0;
	return list.filter(({ type, nesting }) => {
		if (type.startsWith('blockquote_')) quotes += nesting;
		return quotes === 0;
	});
}

/** Lines of running text that begin with a mark which counts elsewhere. */
function textForms({ type, content, map }: Token) {
	const found: { form: 'key-text' | 'mark-text'; row: number }[] = [];
	if (type !== 'inline' || !map) return found;
	content.split('\n').forEach((line, at) => {
		const row = map[0] + at;
		if (/^=[ \t]+\S/.test(line)) found.push({ form: 'key-text', row });
		if (/^\[[xX ]\][ \t]+\S/.test(line)) found.push({ form: 'mark-text', row });
	});
	return found;
}
