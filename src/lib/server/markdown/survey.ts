import type { Token } from 'markdown-it';
import { plainText } from './blocks.ts';
import { readSuppression } from './comments.ts';
import type { DirectiveMeta } from './directives.ts';
import type { Directive, MarkdownDocument, Suppression } from './document.ts';
import type { Footnote } from './footnotes.ts';
import { targetOf } from './links.ts';
import type { Locator } from './location.ts';

/** Blocks within blocks beyond this depth are not read; a remark says so. */
export const deepestNesting = 60;

// Zero-width, bidirectional control and tag characters: invisible, so a reader and a machine see different texts.
const hidden =
	/[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
const control = /[^\P{Cc}\t\n]|\uFFFD/u;

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
	const open: Directive[] = [];
	const waiting: Suppression[] = [];
	let row = 0;
	let tooDeep = false;

	tokens.forEach((token, at) => {
		if (token.map) row = token.map[0];
		if (token.map && token.type !== 'comment') settle(waiting, token.map, locator.firstLine);
		if (token.level >= deepestNesting - 2 && !tooDeep) {
			tooDeep = true;
			found.remarks.push({
				rule: 'nesting',
				message:
					'Blok bersarang terlalu dalam; isi yang lebih dalam tidak dibaca. Kurangi tingkat daftar, kutipan, atau blok.',
				...locator.line(row)
			});
		}
		switch (token.type) {
			case 'comment': {
				const suppression = readSuppression(token.content);
				if (suppression) {
					const entry = { ...suppression, ...locator.line(row), fromLine: 0, toLine: 0 };
					found.suppressions.push(entry);
					waiting.push(entry);
				}
				break;
			}
			case 'directive_open': {
				const { directive, faults } = token.meta as DirectiveMeta;
				const placed = { ...directive, ...locator.line(row) };
				for (const fault of faults) {
					found.remarks.push({
						rule: fault.rule,
						message: fault.message,
						...locator.line(fault.line)
					});
				}
				if (directive.name === 'question' && token.level > 0) {
					found.remarks.push({
						rule: 'question-nested',
						message:
							'Soal harus berdiri sendiri, tidak di dalam blok, daftar, atau kutipan lain. Pindahkan ke luar.',
						...locator.line(row)
					});
				}
				found.directives.push(placed);
				open.push(placed);
				break;
			}
			case 'directive_close':
				open.pop();
				break;
			case 'directive_stray':
				found.remarks.push({
					rule: 'directive-stray',
					message: 'Baris ":::" ini tidak menutup blok apa pun. Hapus, atau periksa pembukanya.',
					...locator.line(row)
				});
				break;
			case 'heading_open':
				found.headings.push({
					id: String(token.attrGet('id')),
					text: plainText(tokens[at + 1]?.children ?? []).trim(),
					level: Number(token.tag.slice(1)),
					...locator.line(row)
				});
				break;
			case 'table_open':
				found.tables.push({ headers: headersOf(tokens, at), ...locator.line(row) });
				break;
			case 'footnote_open':
			case 'footnote_unused':
				footnoteRemark(found, token, locator, row);
				break;
			case 'inline':
				surveyInline(
					found,
					token,
					tokens[at - 1],
					locator,
					row,
					open.find(({ name }) => name === 'question') ?? null
				);
		}
	});
	noteHiddenCharacters(found, locator);
	return found;
}

function settle(waiting: Suppression[], [from, to]: [number, number], firstLine: number): void {
	for (const entry of waiting.splice(0)) {
		entry.fromLine = firstLine + from;
		entry.toLine = firstLine + Math.max(from, to - 1);
	}
}

function headersOf(tokens: Token[], tableAt: number): string[] {
	const headers: string[] = [];
	for (let at = tableAt; at < tokens.length && tokens[at]!.type !== 'thead_close'; at++) {
		if (tokens[at]!.type === 'th_open')
			headers.push(plainText(tokens[at + 1]?.children ?? []).trim());
	}
	return headers;
}

function footnoteRemark(
	found: MarkdownDocument,
	token: Token,
	locator: Locator,
	row: number
): void {
	const { label, number, repeated } = token.meta as Footnote & { repeated?: boolean };
	if (repeated) {
		found.remarks.push({
			rule: 'footnote',
			message: `Catatan kaki "[^${label}]" ditulis dua kali. Beri nama lain pada salah satunya.`,
			...locator.line(row)
		});
	} else if (number === 0) {
		found.remarks.push({
			rule: 'footnote',
			message: `Catatan kaki "[^${label}]" tidak pernah dirujuk. Rujuk dengan [^${label}] atau hapus.`,
			...locator.line(row)
		});
	}
}

function surveyInline(
	found: MarkdownDocument,
	inline: Token,
	parent: Token | undefined,
	locator: Locator,
	row: number,
	question: Directive | null
): void {
	const children = inline.children ?? [];
	const place = (child: Token) => locator.token(child, inline.content, row);
	const kind =
		parent?.type === 'heading_open'
			? 'heading'
			: parent?.tag === 'td' || parent?.tag === 'th'
				? 'cell'
				: 'paragraph';
	const text = plainText(children).replace(/\s+/g, ' ').trim();
	if (text !== '') {
		found.passages.push({
			kind,
			text,
			inQuestion: question !== null,
			...locator.within(inline.content, 0, row)
		});
	}
	children.forEach((child, at) => {
		if (child.type === 'link_open') {
			const end = children.findIndex((other, index) => index > at && other.type === 'link_close');
			const label = plainText(children.slice(at + 1, end === -1 ? undefined : end)).trim();
			const target = targetOf(child);
			// The token is made when the parser stands just after "[".
			const { line, column } = place(child);
			found.links.push({
				target,
				text: label,
				question: question?.id ?? null,
				line,
				column: Math.max(1, column - 1)
			});
		} else if (child.type === 'image') {
			const title = child.attrGet('title');
			found.images.push({
				path: String(child.attrGet('src') ?? ''),
				alt: plainText(child.children ?? []).trim(),
				caption: title === null ? null : String(title),
				...place(child)
			});
		} else if (child.type === 'term') {
			found.terms.push({
				term: String(child.meta?.['term']),
				text: String(child.meta?.['name']),
				...place(child)
			});
		} else if (child.type === 'footnote_reference' && child.meta?.['number'] === 0) {
			found.remarks.push({
				rule: 'footnote',
				message: `Catatan kaki "${child.content}" tidak punya isi. Tambahkan baris "${child.content}: …".`,
				...place(child)
			});
		}
	});
}

function noteHiddenCharacters(found: MarkdownDocument, locator: Locator): void {
	locator.lines.forEach((text, index) => {
		const at = text.search(hidden);
		if (at >= 0) {
			const code = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
			found.remarks.push({
				rule: 'hidden-character',
				message: `Ada karakter tak terlihat (U+${code}). Ketik ulang bagian ini tanpa menyalin dari dokumen lain.`,
				line: locator.firstLine + index,
				column: at + 1
			});
		}
		const broken = text.search(control);
		if (broken >= 0) {
			found.remarks.push({
				rule: 'hidden-character',
				message: 'Ada karakter kendali atau karakter rusak. Ketik ulang bagian ini.',
				line: locator.firstLine + index,
				column: broken + 1
			});
		}
	});
}
