import type { MarkdownIt, StateBlock } from 'markdown-it';
import { readAttributes, type AttributePart } from './attributes.ts';
import { directives } from './directive-forms.ts';
import type { Directive } from './document.ts';
import { nearest } from './nearest.ts';

const opening = /^(:{3,})[ \t]*([a-z][a-z0-9-]*)[ \t]*([^\n]*)$/;
const closing = /^(:{3,})[ \t]*$/;
const codeFence = /^(`{3,}(?=[^`]*$)|~{3,})/;
const answerLine = /^=[ \t]+(\S[^\n]*)$/;

/** What a directive rule leaves behind for the survey: problems are told where the fence stands. */
export interface DirectiveMeta extends Record<string, unknown> {
	directive: Omit<Directive, 'line' | 'column'>;
	faults: { rule: string; message: string; line: number }[];
	/** Whether its closing fence was found. */
	closed: boolean;
}

/** `:::name{…}` … `:::` as a block; nests by depth, and a longer fence closes shorter ones left open. */
export function directiveBlocks(md: MarkdownIt): void {
	md.block.ruler.before('fence', 'directive', directiveRule, {
		alt: ['paragraph', 'reference', 'blockquote', 'list']
	});
	md.block.ruler.before('directive', 'answer_line', answerRule, { alt: ['paragraph', 'list'] });
	// A key is read by the catalogue and never rendered.
	md.renderer.rules['answer_line'] = () => '';
}

/** What is known around the line being read. */
interface QuestionEnv {
	/** Level of the blocks of the innermost question that is open. */
	asked?: number | undefined;
}

/** `= 2,585 ± 0,005` or `= jawaban | sinonim` in a question, not in a list or block there: its key, apart from any text. */
function answerRule(
	state: StateBlock,
	startLine: number,
	_endLine: number,
	silent: boolean
): boolean {
	const { asked } = state.env as QuestionEnv;
	if (asked === undefined) return false;
	const start = state.bMarks[startLine]! + state.tShift[startLine]!;
	if (state.src.charCodeAt(start) !== 0x3d) return false;
	// A line that stands left of the list it follows ends the list.
	const outside = silent && state.sCount[startLine]! < state.blkIndent;
	if (state.level !== asked && !outside) return false;
	const match = answerLine.exec(lineText(state, startLine));
	if (!match) return false;
	if (silent) return true;
	const token = state.push('answer_line', '', 0);
	token.content = match[1]!;
	token.map = [startLine, startLine + 1];
	state.line = startLine + 1;
	return true;
}

function lineText(state: StateBlock, line: number): string {
	return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trimEnd();
}

function directiveRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	const start = state.bMarks[startLine]! + state.tShift[startLine]!;
	if (state.src.charCodeAt(start) !== 0x3a || state.src.charCodeAt(start + 2) !== 0x3a)
		return false;
	if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
	const text = lineText(state, startLine);
	const open = opening.exec(text);
	if (!open) {
		if (!closing.test(text)) return false;
		if (silent) return true;
		// A closing fence that closes nothing would otherwise be shown to the learner.
		const stray = state.push('directive_stray', '', 0);
		stray.map = [startLine, startLine + 1];
		state.line = startLine + 1;
		return true;
	}
	if (silent) return true;

	const [, fence = '', name = '', tail = ''] = open;
	const { id, values, flags, parts, rest } = readAttributes(tail);
	const end = closingLine(state, startLine, endLine, fence.length);
	const faults = faultsOf(name, parts, rest, startLine);
	if (end.line === null) {
		faults.push({
			rule: 'directive-unclosed',
			message: `Blok ":::${name}" tidak ditutup. Tambahkan baris "${fence}" setelah isinya.`,
			line: startLine
		});
	}
	const token = state.push('directive_open', 'aside', 1);
	const last = end.line ?? endLine;
	token.map = [startLine, last];
	token.info = name;
	token.meta = {
		directive: { name, id, values, flags },
		faults,
		closed: end.line !== null
	} satisfies DirectiveMeta;

	const env = state.env as QuestionEnv;
	const outer = { parent: state.parentType, max: state.lineMax, asked: env.asked };
	state.parentType = 'directive';
	state.lineMax = last;
	if (name === 'question') env.asked = state.level;
	state.md.block.tokenize(state, startLine + 1, last);
	env.asked = outer.asked;
	state.parentType = outer.parent;
	state.lineMax = outer.max;
	state.push('directive_close', 'aside', -1).info = name;
	state.line = end.line === null ? last : last + 1;
	return true;
}

/** The line of the fence that closes the directive opened on `startLine`, or null when none does. */
function closingLine(
	state: StateBlock,
	startLine: number,
	endLine: number,
	length: number
): { line: number | null } {
	const open = [length];
	let code: string | null = null;
	for (let line = startLine + 1; line < endLine; line++) {
		if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) return { line: null };
		const text = lineText(state, line);
		const fence = codeFence.exec(text)?.[1];
		if (code) {
			if (fence && fence.startsWith(code) && text === fence) code = null;
			continue;
		}
		if (fence) {
			code = fence;
			continue;
		}
		if (!text.startsWith(':::')) continue;
		const colons = (closing.exec(text) ?? opening.exec(text))?.[1]?.length;
		if (!colons) continue;
		if (!closing.test(text)) {
			open.push(colons);
			continue;
		}
		const closed = open.findLastIndex((count) => count <= colons);
		if (closed === -1) continue;
		open.length = closed;
		if (open.length === 0) return { line };
	}
	return { line: null };
}

function faultsOf(
	name: string,
	parts: readonly AttributePart[],
	rest: string,
	line: number
): DirectiveMeta['faults'] {
	const faults: DirectiveMeta['faults'] = [];
	const form = Object.hasOwn(directives, name) ? directives[name] : undefined;
	const known = form && Object.keys(form.attributes);
	if (!known) {
		const guess = nearest(name, Object.keys(directives));
		faults.push({
			rule: 'unknown-directive',
			message: `Blok ":::${name}" tidak dikenal. ${guess ? `Maksud Anda ":::${guess}"?` : `Yang ada: ${Object.keys(directives).join(', ')}.`}`,
			line
		});
	}
	if (rest !== '') {
		faults.push({
			rule: 'directive-attributes',
			message: `Bagian "${rest.slice(0, 40)}" pada ":::${name}" tidak terbaca. Tulis atribut sebagai {kunci=nilai} atau {kunci="beberapa kata"}.`,
			line
		});
	}
	const messages = known ? partFaults(name, known, parts) : [];
	faults.push(...messages.map((message) => ({ rule: 'directive-attributes', message, line })));
	return faults;
}

function partFaults(
	name: string,
	known: readonly string[],
	parts: readonly AttributePart[]
): string[] {
	const met = new Set<string>();
	return parts.flatMap(({ kind, key }) => {
		if (kind === 'flag')
			return [`Tanda ".${key}" tidak dikenal pada ":::${name}". Hapus, atau tulis {kunci=nilai}.`];
		// A block has one id, whatever it is called.
		const place = kind === 'id' ? '#' : key;
		if (met.has(place)) {
			const what = kind === 'id' ? 'Pengenal' : `Atribut "${key}"`;
			return [`${what} ditulis dua kali pada ":::${name}". Hapus salah satunya.`];
		}
		met.add(place);
		if (kind === 'id' || known.includes(key)) return [];
		const guess = nearest(key, known);
		return [
			`Atribut "${key}" tidak dikenal pada ":::${name}".${guess ? ` Maksud Anda "${guess}"?` : ''}`
		];
	});
}
