import type { Token } from 'markdown-it';
import { plainText } from './blocks.ts';
import type { Directive, MarkdownDocument, Position } from './document.ts';
import type { Reference } from './footnotes.ts';
import { targetOf } from './links.ts';
import type { Locator } from './location.ts';

/** A run of text within a block, and where it stands. */
interface Run {
	found: MarkdownDocument;
	inline: Token;
	/** The token before it, which opened its block. */
	parent: Token | undefined;
	/** The question around it. */
	question: Directive | null;
	inScenario: boolean;
	locator: Locator;
	/** The source line it begins on, from 0. */
	row: number;
}

/** Writes down the facts of one run of text: the passage itself, links, images, terms and dangling footnotes. */
export function surveyInline(run: Run): void {
	const { found, inline, question, inScenario, locator, row } = run;
	const children = inline.children ?? [];
	const text = plainText(children).replace(/\s+/g, ' ').trim();
	if (text !== '') {
		found.passages.push({
			kind: kindOf(run.parent),
			text,
			inQuestion: question !== null,
			inScenario,
			...locator.within(inline.content, 0, row)
		});
	}
	children.forEach((child, at) => {
		const place = () => locator.token(child, inline.content, row);
		if (child.type === 'link_open') {
			found.links.push(linkAt(children, at, question, place()));
		} else if (child.type === 'image') {
			found.images.push({ ...imageOf(child), ...place() });
		} else if (child.type === 'term') {
			found.terms.push({
				term: String(child.meta?.['term']),
				text: String(child.meta?.['name']),
				...place()
			});
		} else if (child.type === 'footnote_reference') {
			const message = dangling(child);
			if (message !== null) found.remarks.push({ rule: 'footnote', message, ...place() });
		}
	});
}

/** Why a reference leads nowhere; null where it leads to its note. */
function dangling({ content, meta }: Token): string | null {
	const { number, own, nested } = meta as Reference;
	if (number > 0 || own) return null;
	return nested
		? `Catatan kaki yang hanya dipakai soal tidak dapat merujuk "${content}", yang tidak dipakai teks materi. Tulis isinya di sini.`
		: `Catatan kaki "${content}" tidak punya isi. Tambahkan baris "${content}: …".`;
}

function kindOf(parent: Token | undefined): MarkdownDocument['passages'][number]['kind'] {
	if (parent?.type === 'heading_open') return 'heading';
	return parent?.tag === 'td' || parent?.tag === 'th' ? 'cell' : 'paragraph';
}

function linkAt(
	children: Token[],
	at: number,
	question: Directive | null,
	{ line, column }: Position
): MarkdownDocument['links'][number] {
	let end = at + 1;
	while (end < children.length && children[end]!.type !== 'link_close') end++;
	return {
		target: targetOf(children[at]!),
		text: plainText(children.slice(at + 1, end)).trim(),
		questionLine: question?.line ?? null,
		line,
		// The token is made when the parser stands just after "[".
		column: Math.max(1, column - 1)
	};
}

function imageOf(image: Token) {
	const title = image.attrGet('title');
	return {
		path: String(image.attrGet('src') ?? ''),
		alt: plainText(image.children ?? []).trim(),
		caption: title === null ? null : String(title)
	};
}
