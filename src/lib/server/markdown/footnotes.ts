import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

const definition = /^\[\^([\w-]{1,60})\]:[ \t]*/;
const reference = /\[\^([\w-]{1,60})\]/y;

/** The longest note a question may have of its own (characters, a block counting as ten): it is repeated wherever it is cited. */
const mostOfQuestions = 500;

/** A footnote after parsing. */
export interface Footnote extends Record<string, unknown> {
	label: string;
	/** By first use in the text; 0 where the text does not use it. */
	number: number;
	uses: number;
	/** Whether no text but that of cases uses it, which no search finds. */
	inCase: boolean;
	/** Whether it stands with questions, since nothing else uses it. */
	asked: boolean;
}

/** What is wrong with a footnote that is not shown. */
export type FootnoteFault = 'repeated' | 'unused' | 'too-long';

/** Where a footnote is cited. */
export interface Reference extends Record<string, unknown> {
	label: string;
	/** 0 where the note is not one of the text's. */
	number: number;
	/** Counted from 1; 0 within questions, to which no way leads back. */
	use: number;
	/** A note that only questions use: it stands with what cites it, and nowhere else. */
	own?: readonly Token[];
	/** Within such a note it cites another one, which is not read. */
	nested?: true;
}

/** Notes that a stretch of a question cites, in the order of their letters; gathered while it is rendered. */
export interface NotesUnder extends Env {
	notesUnder: (readonly Token[])[];
}

/** The note that a token cites and that stands with it, or null. */
export function ownNote({ type, meta }: Token): readonly Token[] | null {
	return (type === 'footnote_reference' && (meta as Reference).own) || null;
}

/**
 * `[^a]` in the text and `[^a]: …` as a block; the notes are gathered at the end of the text, numbered in the order of
 * first use. A note that only questions use may tell a key, so it leaves the text and goes where its question goes.
 */
export function footnotes(md: MarkdownIt): void {
	md.block.ruler.before('reference', 'footnote', definitionRule, {
		alt: ['paragraph', 'reference']
	});
	md.inline.ruler.before('link', 'footnote_reference', referenceRule);
	md.core.ruler.push('footnotes', gather);
	const { rules } = md.renderer;
	rules['footnote_reference'] = (tokens, at, _options, env) => {
		const { number, use, own } = tokens[at]!.meta as Reference;
		if (own) {
			const letter = letterOf(own, (env as NotesUnder).notesUnder);
			return `<sup class="footnote-ref"><span class="visually-hidden">Catatan </span>${letter}</sup>`;
		}
		if (number === 0) return md.utils.escapeHtml(tokens[at]!.content);
		const id =
			use > 1 ? ` id="rujukan-${number}-${use}"` : use === 1 ? ` id="rujukan-${number}"` : '';
		return `<sup class="footnote-ref"><a href="#catatan-${number}"${id} aria-label="Catatan kaki ${number}">${number}</a></sup>`;
	};
	rules['footnotes_open'] = () => '<section class="footnotes" aria-label="Catatan kaki">\n<ol>\n';
	rules['footnotes_close'] = () => '</ol>\n</section>\n';
	rules['footnote_open'] = (tokens, at) =>
		`<li id="catatan-${(tokens[at]!.meta as Footnote).number}">\n`;
	rules['footnote_close'] = (tokens, at) => {
		const { number } = tokens[at]!.meta as Footnote;
		return `<a class="footnote-back" href="#rujukan-${number}" aria-label="Kembali ke rujukan ${number}">↩</a></li>\n`;
	};
}

/** HTML of the notes that what was just rendered cites, to stand right under it; empty where it cites none. */
export function notesUnder(md: MarkdownIt, env: NotesUnder): string {
	const notes = env.notesUnder.splice(0);
	if (notes.length === 0) return '';
	const items = notes.map((note) => {
		const inside = note.slice(1, -1);
		const html = md.renderer.render(inside, md.options as Required<typeof md.options>, env);
		return `<li>${html.trim()}</li>\n`;
	});
	return `\n<ol class="notes-under" type="a">\n${items.join('')}</ol>`;
}

/** As browsers count a list of this type: a … z, aa, ab. */
function letterOf(note: readonly Token[], notes: (readonly Token[])[]): string {
	const known = notes.indexOf(note);
	let rest = known === -1 ? notes.push(note) : known + 1;
	let letters = '';
	for (; rest > 0; rest = Math.floor((rest - 1) / 26))
		letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
	return letters;
}

function definitionRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	const start = state.bMarks[startLine]! + state.tShift[startLine]!;
	if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e)
		return false;
	if (state.sCount[startLine]! - state.blkIndent >= 4 || state.parentType === 'list') return false;
	const match = definition.exec(state.src.slice(start, start + 80));
	if (!match) return false;
	if (silent) return true;

	// The definition's own line begins after the label; the lines that follow belong to it while indented.
	const saved = {
		b: state.bMarks[startLine]!,
		t: state.tShift[startLine]!,
		s: state.sCount[startLine]!
	};
	const { blkIndent, parentType } = state;
	const open = state.push('footnote_open', 'li', 1);
	open.meta = {
		label: match[1]!,
		number: 0,
		uses: 0,
		inCase: true,
		asked: false
	} satisfies Footnote;
	state.bMarks[startLine] = start + match[0].length;
	state.tShift[startLine] = 0;
	state.sCount[startLine] = blkIndent + 2;
	state.blkIndent = blkIndent + 2;
	state.parentType = 'footnote';
	state.md.block.tokenize(state, startLine, endLine);
	state.parentType = parentType;
	state.blkIndent = blkIndent;
	state.bMarks[startLine] = saved.b;
	state.tShift[startLine] = saved.t;
	state.sCount[startLine] = saved.s;
	if (state.line === startLine) state.line = startLine + 1;
	open.map = [startLine, state.line];
	state.push('footnote_close', 'li', -1).meta = open.meta;
	return true;
}

function referenceRule(state: StateInline, silent: boolean): boolean {
	if (!state.src.startsWith('[^', state.pos)) return false;
	reference.lastIndex = state.pos;
	const match = reference.exec(state.src);
	if (!match || reference.lastIndex > state.posMax) return false;
	if (!silent) {
		const token = state.push('footnote_reference', '', 0);
		token.content = match[0];
		token.meta = { label: match[1]!, number: 0, use: 0 } satisfies Reference;
	}
	state.pos += match[0].length;
	return true;
}

function gather(state: StateCore): void {
	const { body, notes } = takenApart(state);
	if (notes.size === 0) return;
	const cited = referencesIn(body);
	const used = number(notes, cited);
	const tooLong = handOut(notes, cited);
	for (const note of notes.values()) {
		const { number: shown, asked } = note[0]!.meta as Footnote;
		if (shown === 0 && !asked)
			body.push(silentNote(state, note[0]!, tooLong.has(note) ? 'too-long' : 'unused'));
	}
	const list = [
		new state.Token('footnotes_open', 'section', 1),
		...used.flat(),
		new state.Token('footnotes_close', 'section', -1)
	];
	state.tokens = used.length > 0 ? body.concat(list) : body;
}

type Notes = ReadonlyMap<string, Token[]>;

/** The text without its notes, and the notes by label. */
function takenApart(state: StateCore): { body: Token[]; notes: Notes } {
	const notes = new Map<string, Token[]>();
	const body: Token[] = [];
	// A definition within a definition is a note of its own.
	const open: Token[][] = [];
	for (const token of state.tokens) {
		if (token.type === 'footnote_open') {
			const { label } = token.meta as Footnote;
			open.push([]);
			if (!notes.has(label)) notes.set(label, open.at(-1)!);
			else body.push(silentNote(state, token, 'repeated'));
		}
		(open.at(-1) ?? body).push(token);
		if (token.type === 'footnote_close') open.pop();
	}
	return { body, notes };
}

interface Cited {
	reference: Token;
	place: 'text' | 'case' | 'question';
}

/** Every reference of some blocks, and whether a case or a question is around it. */
function referencesIn(blocks: readonly Token[]): Cited[] {
	const depth = { scenario: 0, question: 0 };
	return blocks.flatMap(({ type, info, nesting, children }) => {
		if ((info === 'scenario' || info === 'question') && type.startsWith('directive_'))
			depth[info] += nesting;
		const place = depth.question > 0 ? 'question' : depth.scenario > 0 ? 'case' : 'text';
		return (children ?? [])
			.filter((child) => child.type === 'footnote_reference')
			.map((reference): Cited => ({ reference, place }));
	});
}

/** Numbers the notes that text and cases use, and gives them in their order. */
function number(notes: Notes, cited: readonly Cited[]): Token[][] {
	const used: Token[][] = [];
	const use = ({ meta }: Token, inCase: boolean) => {
		const note = notes.get((meta as Reference).label);
		if (!note) return;
		const about = note[0]!.meta as Footnote;
		if (about.number === 0) about.number = used.push(note);
		about.inCase &&= inCase;
		Object.assign(meta as Reference, { number: about.number, use: ++about.uses });
	};
	for (const { reference, place } of cited)
		if (place !== 'question') use(reference, place === 'case');
	// A note may cite another; the list grows while it is walked.
	for (const note of used) {
		const { inCase } = note[0]!.meta as Footnote;
		for (const { reference } of referencesIn(note)) use(reference, inCase);
	}
	return used;
}

/** Gives questions the notes that are theirs alone, and tells which are too long for it. */
function handOut(notes: Notes, cited: readonly Cited[]): ReadonlySet<Token[]> {
	const tooLong = new Set<Token[]>();
	for (const { reference, place } of cited) {
		const about = reference.meta as Reference;
		const note = place === 'question' ? notes.get(about.label) : undefined;
		if (!note) continue;
		const own = note[0]!.meta as Footnote;
		if (own.number > 0) about.number = own.number;
		else if (!own.asked && weightOf(note) > mostOfQuestions) tooLong.add(note);
		else {
			about.own = note;
			own.asked = true;
		}
	}
	for (const note of notes.values()) {
		if (!(note[0]!.meta as Footnote).asked) continue;
		for (const { reference } of referencesIn(note)) {
			const about = reference.meta as Reference;
			const other = notes.get(about.label)?.[0]?.meta as Footnote | undefined;
			if (other && other.number === 0) about.nested = true;
			else if (other) about.number = other.number;
		}
	}
	return tooLong;
}

/** What a note adds to every stretch that cites it. */
function weightOf(note: readonly Token[]): number {
	return note.reduce((sum, { content }) => sum + 5 + content.length, 0);
}

/** A note that is not shown, kept for the survey to complain about. */
function silentNote(state: StateCore, { map, meta }: Token, fault: FootnoteFault): Token {
	const mark = new state.Token('footnote_unused', '', 0);
	return Object.assign(mark, {
		map,
		meta: { label: (meta as Footnote).label, fault },
		hidden: true
	});
}
