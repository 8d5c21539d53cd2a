import type { Token } from 'markdown-it';
import { plainText } from '../markdown/blocks.ts';
import type { DirectiveMeta } from '../markdown/directives.ts';
import { targetOf } from '../markdown/links.ts';
import type { RenderContext } from '../markdown/render.ts';
import type { AlignableBlock } from './align.ts';
import type { Course, Page, Question } from './course.ts';
import { sha256 } from './hash.ts';
import { contextFor, referencesOf } from './references.ts';

/** A block of a lesson or introduction: what is taught, in the pieces by which it is compared between releases. */
export interface Block extends AlignableBlock {
	/** Null in the introduction of the course. */
	moduleId: string | null;
	/** Null in an introduction. */
	lessonId: string | null;
	file: string;
	/** Counted from 1. */
	line: number;
	/** `heading`, `paragraph`, `list`, `table`, `figure`, `quote`, `code`, `rule`, `footnote`, or a directive's name. */
	kind: string;
	/** Hash of the words alone: where it is the same and the fingerprint is not, only the form has changed. */
	words: string;
}

/** What of a question may be known to everyone; decides a question's fingerprint. */
export type PublicPart = (question: Question) => unknown;

/**
 * Every block of a course, in the order of reading: introductions, then what stands at the top level of each lesson,
 * footnotes last. A question is a block of its own wherever it stands, and nothing around it holds any of its text.
 */
export function blocksOf(course: Course, publicPart: PublicPart): Block[] {
	const references = referencesOf(course);
	const questions = new Map(course.questions.map((question) => [question.id, question]));
	const pieces = (page: Page<unknown>, moduleId: string | null, lessonId: string | null) => {
		const context = contextFor(references, page.file, new Set());
		return topLevel(page.document.tokens).map((tokens): Block => ({
			place: placeOf({ moduleId, lessonId }),
			moduleId,
			lessonId,
			file: page.file,
			line: page.bodyLine + (tokens[0]!.map?.[0] ?? 0),
			...contentOf(tokens, context, questions, publicPart)
		}));
	};
	return [
		...pieces(course, null, null),
		...course.modules.flatMap((module) => [
			...pieces(module, module.id, null),
			...module.lessons.flatMap((lesson) => pieces(lesson, module.id, lesson.id))
		])
	];
}

/** Names where a block stands; blocks of two releases are compared by it. */
export function placeOf({ lessonId, moduleId }: Pick<Block, 'lessonId' | 'moduleId'>): string {
	return lessonId ? `lesson:${lessonId}` : moduleId ? `module:${moduleId}` : 'course';
}

const silent = new Set(['comment', 'directive_stray', 'footnote_unused']);

/** Tokens of each block at the top level; questions and footnotes are taken out of what is around them. */
function topLevel(tokens: readonly Token[]): Token[][] {
	const found: Token[][] = [];
	for (let at = 0; at < tokens.length; at++) {
		if (silent.has(tokens[at]!.type)) continue;
		const end = closingOf(tokens, at);
		const inside = tokens.slice(at, end + 1);
		if (tokens[at]!.type === 'footnotes_open') found.push(...topLevel(inside.slice(1, -1)));
		else found.push(...apart(inside));
		at = end;
	}
	return found;
}

/** A block, followed by the questions within it. */
function apart(block: Token[]): Token[][] {
	if (isQuestion(block[0]!)) return [block];
	const own: Token[] = [];
	const questions: Token[][] = [];
	for (let at = 0; at < block.length; at++) {
		const end = isQuestion(block[at]!) ? closingOf(block, at) : at;
		if (end === at) own.push(block[at]!);
		else questions.push(block.slice(at, end + 1));
		at = end;
	}
	return [own, ...questions];
}

function isQuestion({ type, info }: Token): boolean {
	return type === 'directive_open' && info === 'question';
}

/** The index of the token that closes the block begun at `at`; `at` itself where it is a single token. */
function closingOf(tokens: readonly Token[], at: number): number {
	let depth = 0;
	for (let end = at; end < tokens.length; end++) {
		depth += tokens[end]!.nesting;
		if (depth <= 0) return end;
	}
	return tokens.length - 1;
}

function contentOf(
	tokens: readonly Token[],
	context: RenderContext,
	questions: ReadonlyMap<string, Question>,
	publicPart: PublicPart
): Pick<Block, 'kind' | 'authored' | 'fingerprint' | 'words' | 'text'> {
	const first = tokens[0]!;
	const authored = (first.meta as Partial<DirectiveMeta> | null)?.directive?.id ?? null;
	if (isQuestion(first)) {
		const question = authored === null ? undefined : questions.get(authored);
		const shown = JSON.stringify(question ? publicPart(question) : null);
		return {
			kind: 'question',
			authored: `question:${authored ?? ''}`,
			fingerprint: shortHash(normalised(shown)),
			words: shortHash(wordsIn(question?.prompt.text ?? '')),
			text: ''
		};
	}
	const text = textOf(tokens);
	return {
		kind: kindOf(first),
		authored: authored === null ? null : `block:${authored}`,
		fingerprint: shortHash(normalised(spelled(tokens, context))),
		words: shortHash(wordsIn(text)),
		text
	};
}

const kinds: Record<string, string> = {
	bullet_list: 'list',
	ordered_list: 'list',
	blockquote: 'quote',
	fence: 'code',
	code_block: 'code',
	hr: 'rule'
};

function kindOf({ type, info }: Token): string {
	if (type === 'directive_open') return info;
	const name = type.replace(/_open$/, '');
	return kinds[name] ?? name;
}

/** Half of SHA-256 is plenty to tell the blocks of one course apart. */
function shortHash(text: string): string {
	return sha256(text).slice(0, 32);
}

function wordsIn(text: string): string {
	return (
		normalised(text)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	).join(' ');
}

const dashes = /[\u2010-\u2015\u2212]/g;
const doubleQuotes = /[“”„‟«»]/g;
const singleQuotes = /[‘’‚‛‹›]/g;
const beyondAscii = /[^\p{ASCII}]/u;
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** Without what makes a text look, but not read, different: spacing, curled quotes, kinds of dashes, soft hyphens. */
function normalised(text: string): string {
	const plain = beyondAscii.test(text)
		? text
				.replace(invisible, '')
				.replace(dashes, '-')
				.replace(doubleQuotes, '"')
				.replace(singleQuotes, "'")
				.replaceAll('…', '...')
		: text;
	return plain.replace(/\s+/g, ' ').trim();
}

/** What a reader reads in a block, without markup. */
function textOf(tokens: readonly Token[]): string {
	return tokens
		.flatMap((token) => {
			if (token.type === 'inline') return [plainText(token.children ?? []), ...captionsOf(token)];
			if (token.type === 'fence' || token.type === 'code_block') return [token.content];
			const { values } = (token.meta as Partial<DirectiveMeta> | null)?.directive ?? {};
			return [values?.['title'], values?.['summary']].filter((value) => value !== undefined);
		})
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function captionsOf({ children }: Token): string[] {
	return (children ?? []).flatMap((child) => {
		const caption = child.type === 'image' ? child.attrGet('title') : null;
		return caption === null ? [] : [String(caption)];
	});
}

/** A mark no text can contain: control characters are refused in courses. */
const mark = (name: string) => `\u0001${name}\u0002`;

/**
 * The block spelled out so that two blocks with the same meaning are spelled alike: structure, words, emphasis, what
 * links lead to, which picture is shown; not how lists are spaced, which bullet is used or how files are called.
 */
function spelled(tokens: readonly Token[], context: RenderContext): string {
	let spelling = '';
	let opened = true;
	for (const token of tokens) {
		if (silent.has(token.type)) continue;
		const { type, nesting } = token;
		// A paragraph that opens its list item is spelled as if the list were tight.
		if (type === 'paragraph_open' && !opened) spelling += mark('p');
		if (type === 'inline') spelling += spelledInline(token.children ?? [], context);
		else if (!type.startsWith('paragraph_')) spelling += mark(nesting < 0 ? '/' : nameOf(token));
		// Spaces count in code.
		if (type === 'fence' || type === 'code_block') spelling += sha256(token.content.trimEnd());
		opened = nesting > 0;
	}
	return spelling;
}

function nameOf(token: Token): string {
	const { directive } = (token.meta ?? {}) as Partial<DirectiveMeta>;
	if (!directive) {
		const start = token.attrGet('start');
		return `${token.tag || token.type}${start === null ? '' : ` ${start}`}`;
	}
	const values = Object.entries(directive.values).map(([key, value]) => `${key}=${value}`);
	return [directive.name, ...values.sort(), ...directive.flags.toSorted()].join(' ');
}

function spelledInline(children: readonly Token[], context: RenderContext): string {
	return children
		.map((child) => {
			switch (child.type) {
				case 'text':
					return child.content;
				case 'softbreak':
				case 'hardbreak':
					return ' ';
				case 'code_inline':
					return mark('code') + child.content + mark('/');
				case 'term':
					return mark(`term ${String(child.meta?.['term'])}`) + child.content;
				case 'image':
					return mark(`image ${pictureOf(child, context)}`) + plainText(child.children ?? []);
				case 'footnote_reference':
					return mark('footnote');
				case 'link_open':
					return mark(`link ${destinationOf(child, context)}`);
				case 'comment':
					return '';
				default:
					return mark(child.nesting < 0 ? '/' : child.tag || child.type);
			}
		})
		.join('');
}

/** The picture by its content, so that renaming its file changes nothing; and its caption. */
function pictureOf(image: Token, context: RenderContext): string {
	const path = String(image.attrGet('src') ?? '');
	return `${contentIn(context.image(path)?.href ?? path)} ${String(image.attrGet('title') ?? '')}`;
}

function destinationOf(link: Token, context: RenderContext): string {
	const target = targetOf(link);
	if (target.kind !== 'file') return JSON.stringify(target);
	return contentIn(context.file(target.path, target.fragment)?.href ?? target.path);
}

/** The hash in the address of a stored file, without the name it goes by. */
function contentIn(address: string): string {
	return /^\/berkas\/([0-9a-f]{64})\//.exec(address)?.[1] ?? address;
}
