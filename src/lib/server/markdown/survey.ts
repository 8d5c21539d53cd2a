import type { Token } from 'markdown-it';
import { plainText } from './blocks.ts';
import { readSuppression } from './comments.ts';
import type { DirectiveMeta } from './directives.ts';
import type { Directive, MarkdownDocument, Suppression } from './document.ts';
import { ownNote, type Footnote, type FootnoteFault } from './footnotes.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import type { Locator } from './location.ts';
import { surveyInline } from './survey-inline.ts';

/** Blocks within blocks beyond this depth are not read; a remark says so. */
export const deepestNesting = 60;

/** A walk through the tokens: what was found so far, and where it stands. */
interface Walk {
	readonly locator: Locator;
	readonly found: MarkdownDocument;
	/** Directives around the token, outermost first. */
	readonly open: Directive[];
	/** Suppressions whose block has not come yet. */
	readonly waiting: Suppression[];
	/** Notes of questions that were walked. */
	readonly notes: Set<readonly Token[]>;
	/** Whether the token stands in a note that only cases use. */
	inCase: boolean;
	/** Whether something was too deep to be read. */
	cut: boolean;
	/** The source line of the token, or of the last one that has a line. */
	row: number;
}

/** Walks the tokens once and writes down every fact the rules of the catalogue ask for, with its place. */
export function survey(tokens: Token[], locator: Locator): MarkdownDocument {
	const found: MarkdownDocument = {
		tokens,
		questionNotes: [],
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
	const walk: Walk = {
		...{ locator, found, open: [], waiting: [], notes: new Set<readonly Token[]>() },
		...{ inCase: false, cut: false, row: 0 }
	};
	visitAll(walk, tokens);
	for (const hidden of hiddenCharacters(locator.lines, locator.firstLine))
		found.remarks.push(hidden);
	return found;
}

function visitAll(walk: Walk, tokens: readonly Token[]): void {
	tokens.forEach((token, at) => {
		if (token.map) walk.row = token.map[0];
		if (token.map && token.type !== 'comment')
			settle(walk.waiting, token.map, walk.locator.firstLine);
		if (!walk.cut && token.level >= deepestNesting - 2) {
			walk.cut = true;
			remark(
				walk,
				'nesting',
				'Blok bersarang terlalu dalam; isi yang lebih dalam tidak dibaca. Kurangi tingkat daftar, kutipan, atau blok.'
			);
		}
		visits[token.type]?.(walk, token, tokens, at);
	});
}

type Visit = (walk: Walk, token: Token, tokens: readonly Token[], at: number) => void;

/** What each type of token adds. */
const visits: Partial<Record<string, Visit>> = {
	comment: visitComment,
	directive_open: openDirective,
	directive_close: ({ open }) => open.pop(),
	directive_stray: (walk) =>
		remark(
			walk,
			'directive-stray',
			'Baris ":::" ini tidak menutup blok apa pun. Hapus, atau periksa pembukanya.'
		),
	heading_open: visitHeading,
	table_open: ({ found, locator, row }, _token, tokens, at) =>
		found.tables.push({ headers: headersOf(tokens, at), ...locator.line(row) }),
	footnote_open: (walk, { meta }) => (walk.inCase = (meta as Footnote).inCase),
	footnote_close: (walk) => (walk.inCase = false),
	footnote_unused: footnoteRemark,
	inline: visitInline
};

function visitHeading(walk: Walk, token: Token, tokens: readonly Token[], at: number): void {
	if (questionAround(walk)) {
		const message =
			'Soal tidak dapat memuat judul bagian: judul masuk daftar isi, padahal soal belum dijawab. Tulis sebagai teks tebal.';
		remark(walk, 'question-heading', message);
		return;
	}
	walk.found.headings.push({
		id: String(token.attrGet('id')),
		text: plainText(tokens[at + 1]?.children ?? []).trim(),
		level: Number(token.tag.slice(1)),
		...walk.locator.line(walk.row)
	});
}

function visitInline(walk: Walk, token: Token, tokens: readonly Token[], at: number): void {
	const { found, locator, row, open, inCase } = walk;
	surveyInline({
		...{ found, inline: token, parent: tokens[at - 1], locator, row },
		question: questionAround(walk),
		inScenario: inCase || open.some(({ name }) => name === 'scenario')
	});
	for (const note of (token.children ?? []).map(ownNote)) {
		if (note) visitOwnNote(walk, note);
	}
	walk.row = row;
}

/** A question's own note stands nowhere else: it is met, once, where it is cited first. */
function visitOwnNote(walk: Walk, note: readonly Token[]): void {
	if (walk.notes.has(note)) return;
	walk.notes.add(note);
	walk.found.questionNotes.push(...note);
	visitAll(walk, note);
}

function questionAround({ open }: Walk): Directive | null {
	return open.find(({ name }) => name === 'question') ?? null;
}

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

function headersOf(tokens: readonly Token[], tableAt: number): string[] {
	const headers: string[] = [];
	for (let at = tableAt; at < tokens.length && tokens[at]!.type !== 'thead_close'; at++) {
		if (tokens[at]!.type === 'th_open')
			headers.push(plainText(tokens[at + 1]?.children ?? []).trim());
	}
	return headers;
}

const footnoteFaults: Record<FootnoteFault, (label: string) => string> = {
	repeated: (label) =>
		`Catatan kaki "[^${label}]" ditulis dua kali. Beri nama lain pada salah satunya.`,
	unused: (label) =>
		`Catatan kaki "[^${label}]" tidak pernah dirujuk. Rujuk dengan [^${label}] atau hapus.`,
	'too-long': (label) =>
		`Catatan kaki "[^${label}]" hanya dipakai soal dan terlalu panjang (paling banyak 500 karakter). Ringkas, atau rujuk juga dari teks materi.`
};

function footnoteRemark(walk: Walk, { meta }: Token): void {
	const { label, fault } = meta as { label: string; fault: FootnoteFault };
	remark(walk, 'footnote', footnoteFaults[fault](label));
}
