import type { Token } from 'markdown-it';
import { plainText } from './blocks.ts';
import { readSuppression } from './comments.ts';
import type { DirectiveMeta } from './directives.ts';
import type { Directive, MarkdownDocument, Suppression } from './document.ts';
import type { Footnote } from './footnotes.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import type { Locator } from './location.ts';
import { surveyInline } from './survey-inline.ts';

/** Blocks within blocks beyond this depth are not read; a remark says so. */
export const deepestNesting = 60;

/** A walk through the tokens: what was found so far, and where it stands. */
interface Walk {
	readonly tokens: Token[];
	readonly locator: Locator;
	readonly found: MarkdownDocument;
	/** Directives around the token, outermost first. */
	readonly open: Directive[];
	/** Suppressions whose block has not come yet. */
	readonly waiting: Suppression[];
	/** The source line of the token, or of the last one that has a line. */
	row: number;
}

/** Walks the tokens once and writes down every fact the rules of the catalogue ask for, with its place. */
export function survey(tokens: Token[], locator: Locator): MarkdownDocument {
	const found: MarkdownDocument = {
		tokens,
		headings: [],
		links: [],
		images: [],
		terms: [],
		tables: [],
		directives: [],
		passages: [],
		suppressions: [],
		remarks: []
	};
	const walk: Walk = { tokens, locator, found, open: [], waiting: [], row: 0 };
	const tooDeep = tokens.find(({ level }) => level >= deepestNesting - 2);
	tokens.forEach((token, at) => {
		if (token.map) walk.row = token.map[0];
		if (token.map && token.type !== 'comment') settle(walk.waiting, token.map, locator.firstLine);
		if (token === tooDeep) {
			remark(
				walk,
				'nesting',
				'Blok bersarang terlalu dalam; isi yang lebih dalam tidak dibaca. Kurangi tingkat daftar, kutipan, atau blok.'
			);
		}
		visits[token.type]?.(walk, token, at);
	});
	for (const hidden of hiddenCharacters(locator.lines, locator.firstLine))
		found.remarks.push(hidden);
	return found;
}

/** What each type of token adds. */
const visits: Partial<Record<string, (walk: Walk, token: Token, at: number) => void>> = {
	comment: visitComment,
	directive_open: openDirective,
	directive_close: ({ open }) => open.pop(),
	directive_stray: (walk) =>
		remark(
			walk,
			'directive-stray',
			'Baris ":::" ini tidak menutup blok apa pun. Hapus, atau periksa pembukanya.'
		),
	heading_open: ({ found, tokens, locator, row }, token, at) =>
		found.headings.push({
			id: String(token.attrGet('id')),
			text: plainText(tokens[at + 1]?.children ?? []).trim(),
			level: Number(token.tag.slice(1)),
			...locator.line(row)
		}),
	table_open: ({ found, tokens, locator, row }, _token, at) =>
		found.tables.push({ headers: headersOf(tokens, at), ...locator.line(row) }),
	footnote_open: footnoteRemark,
	footnote_unused: footnoteRemark,
	inline: ({ found, tokens, locator, row, open }, token, at) => {
		const question = open.find(({ name }) => name === 'question') ?? null;
		const inScenario = open.some(({ name }) => name === 'scenario');
		surveyInline({
			found,
			inline: token,
			parent: tokens[at - 1],
			question,
			inScenario,
			locator,
			row
		});
	}
};

function remark({ found, locator, row }: Walk, rule: string, message: string, line = row): void {
	found.remarks.push({ rule, message, ...locator.line(line) });
}

function visitComment({ found, locator, waiting, row }: Walk, token: Token): void {
	const suppression = readSuppression(token.content);
	if (!suppression) return;
	const entry = { ...suppression, ...locator.line(row), fromLine: 0, toLine: 0 };
	found.suppressions.push(entry);
	waiting.push(entry);
}

function settle(waiting: Suppression[], [from, to]: [number, number], firstLine: number): void {
	for (const entry of waiting.splice(0)) {
		entry.fromLine = firstLine + from;
		entry.toLine = firstLine + Math.max(from, to - 1);
	}
}

function openDirective(walk: Walk, token: Token): void {
	const { directive, faults } = token.meta as DirectiveMeta;
	for (const { rule, message, line } of faults) remark(walk, rule, message, line);
	const inScenario = walk.open.length === 1 && walk.open[0]?.name === 'scenario';
	if (directive.name === 'question' && token.level > (inScenario ? 1 : 0)) {
		remark(
			walk,
			'question-nested',
			'Soal harus berdiri sendiri atau di dalam :::scenario, tidak di dalam blok, daftar, atau kutipan lain. Pindahkan ke luar.'
		);
	}
	if (directive.name === 'scenario' && token.level > 0) {
		remark(
			walk,
			'question-nested',
			'Kasus (:::scenario) harus berdiri sendiri, tidak di dalam blok, daftar, atau kutipan lain. Pindahkan ke luar.'
		);
	}
	const placed = { ...directive, ...walk.locator.line(walk.row) };
	walk.found.directives.push(placed);
	walk.open.push(placed);
}

function headersOf(tokens: Token[], tableAt: number): string[] {
	const headers: string[] = [];
	for (let at = tableAt; at < tokens.length && tokens[at]!.type !== 'thead_close'; at++) {
		if (tokens[at]!.type === 'th_open')
			headers.push(plainText(tokens[at + 1]?.children ?? []).trim());
	}
	return headers;
}

function footnoteRemark(walk: Walk, token: Token): void {
	const { label, number, repeated } = token.meta as Footnote & { repeated?: boolean };
	if (repeated) {
		remark(
			walk,
			'footnote',
			`Catatan kaki "[^${label}]" ditulis dua kali. Beri nama lain pada salah satunya.`
		);
	} else if (number === 0) {
		remark(
			walk,
			'footnote',
			`Catatan kaki "[^${label}]" tidak pernah dirujuk. Rujuk dengan [^${label}] atau hapus.`
		);
	}
}
