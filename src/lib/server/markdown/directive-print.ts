import { Refusal } from '../refusal.ts';
import { printAttribute, printAttributes, readAttributes, type Attributes } from './attributes.ts';
import { blockAt, type BlockPath } from './block-edits.ts';
import { plainForm, withoutBlankEdges } from './source-lines.ts';
import { readBlocks, type DirectiveBlock } from './source-blocks.ts';

/** A directive as a form edits it: `body` is Markdown. */
export interface DirectiveDraft extends Attributes {
	name: string;
	body: string;
}

/** A stretch of Markdown from a form in the one form files have: LF, NFC, no blank lines around, no spaces at its end. */
export function tidied(markdown: string): string {
	return withoutBlankEdges(plainForm(markdown)).trimEnd();
}

/**
 * Writes a directive with the shortest fence that holds its body. Reading it gives the same directive, its body
 * tidied; refuses `directive-unwritable` (naming `part`) where that cannot be.
 */
export function printDirective({ body: text, ...head }: DirectiveDraft): string {
	const draft = { ...head, values: composed(head.values) };
	const body = tidied(text);
	for (const colons of fencesFor(body)) {
		const fence = ':'.repeat(colons);
		const opening = `${fence}${draft.name}${printAttributes(draft)}`;
		const printed = [opening, ...(body === '' ? [] : [body]), fence].join('\n');
		const read = readBlocks(printed)[0];
		if (read?.kind !== 'directive' || read.opening !== opening || !isSameHead(read, draft))
			throw new Refusal('invalid', 'directive-unwritable', { part: 'attributes' });
		if (read.source === printed && read.closing === fence && bodyOf(read) === body) return printed;
	}
	throw new Refusal('invalid', 'directive-unwritable', { part: 'body' });
}

/** Reads the source of one closed directive; refuses `directive-unreadable` when it is anything else. */
export function readDirective(source: string): DirectiveDraft {
	const plain = plainForm(source);
	const read = directiveIn(withoutBlankEdges(plain));
	if (!read || read.closing === '' || hasUnread(read.opening))
		throw new Refusal('invalid', 'directive-unreadable');
	const { name, id, values, flags } = read;
	return { name, id, values, flags, body: bodyOf(read) };
}

/**
 * Sets one attribute of a directive, or with null takes it away; every other attribute keeps its place and spelling.
 * Refuses `directive-unwritable`.
 */
export function setDirectiveAttribute(
	text: string,
	path: BlockPath,
	key: string,
	value: string | null
): string {
	const wanted = (was: Attributes): Attributes => {
		const { [key]: _gone, ...values } = was.values;
		return { ...was, values: value === null ? values : composed({ ...values, [key]: value }) };
	};
	return withAttribute(text, path, {
		matches: (part) => part.kind === 'value' && part.key === key,
		written: value === null ? null : printAttribute(key, value),
		atFront: false,
		wanted
	});
}

/** Gives a directive an id, in place of the one it has. Refuses `directive-unwritable`. */
export function setDirectiveId(text: string, path: BlockPath, id: string): string {
	return withAttribute(text, path, {
		matches: (part) => part.kind === 'id',
		written: `#${id}`,
		atFront: true,
		wanted: (was) => ({ ...was, id })
	});
}

interface AttributeChange {
	matches(part: { kind: string; key: string }): boolean;
	written: string | null;
	/** Whether a new attribute stands before the others. */
	atFront: boolean;
	wanted(was: Attributes): Attributes;
}

function withAttribute(text: string, path: BlockPath, change: AttributeChange): string {
	const block = blockAt(readBlocks(text), path);
	if (block.kind !== 'directive') throw new Refusal('not-found', 'block-unknown');
	const opening = changedOpening(block.opening, change);
	const after = text.slice(0, block.from) + opening + text.slice(block.from + block.opening.length);
	const now = blockAt(readBlocks(after), path);
	const sameFrame =
		now.kind === 'directive' &&
		now.opening === opening &&
		now.source.slice(opening.length) === block.source.slice(block.opening.length);
	if (!sameFrame || !isSameHead(now, { name: block.name, ...change.wanted(block) }))
		throw new Refusal('invalid', 'directive-unwritable', { part: 'attributes' });
	return after;
}

/** The opening line with one attribute put in, changed or taken out. Of an attribute written twice, the last counts. */
function changedOpening(opening: string, { matches, written, atFront }: AttributeChange): string {
	const head = headOf(opening);
	const list = opening.slice(head.length);
	if (list.trim() === '') return written === null ? opening : `${head.trimEnd()}{${written}}`;
	const { parts, closing } = readAttributes(list);
	if (closing === null)
		throw new Refusal('invalid', 'directive-unwritable', { part: 'attributes' });
	const found = parts.filter(matches);
	const last = found.at(-1);
	if (written === null) {
		return head + found.reduceRight(without, list).replace(/^\{[ \t]*\}/, '');
	}
	if (last) return head + list.slice(0, last.from) + written + list.slice(last.to);
	if (parts.length === 0) return `${head}{${written}${list.slice(closing)}`;
	if (atFront) return `${head}{${written} ${list.slice(1).trimStart()}`;
	const end = parts.at(-1)!.to;
	return `${head}${list.slice(0, end)} ${written}${list.slice(end)}`;
}

/** A list without one attribute and the spaces that set it apart. */
function without(list: string, { from, to }: { from: number; to: number }): string {
	const before = list.slice(0, from);
	const isFirst = before.trimEnd() === '{';
	return isFirst ? before + list.slice(to).trimStart() : before.trimEnd() + list.slice(to);
}

/** Fence and name, up to the attributes. */
function headOf(opening: string): string {
	return /^[ \t]*:{3,}[ \t]*[a-z][a-z0-9-]*[ \t]*/.exec(opening)?.[0] ?? opening;
}

function hasUnread(opening: string): boolean {
	return readAttributes(opening.slice(headOf(opening).length).trimEnd()).rest !== '';
}

/** The one directive a text (LF) consists of. */
function directiveIn(text: string): DirectiveBlock | null {
	const [block, ...others] = readBlocks(text);
	return block?.kind === 'directive' && others.length === 0 ? block : null;
}

function bodyOf({ source, opening, closing }: DirectiveBlock): string {
	return tidied(source.slice(opening.length, source.length - closing.length));
}

/** How long a fence may have to be: three colons, or one more than a line of the body begins with. */
function fencesFor(body: string): number[] {
	const lengths = [...body.matchAll(/^[ \t]*(:{3,})/gm)].map(([, colons]) => colons!.length + 1);
	return [...new Set([3, ...lengths])].sort((a, b) => a - b);
}

/** Values in the form they have once read. */
function composed(values: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).map(([key, value]) => [key, value.normalize('NFC')])
	);
}

function isSameHead(a: Attributes & { name: string }, b: Attributes & { name: string }): boolean {
	return (
		a.name === b.name &&
		a.id === b.id &&
		sameValues(a.values, b.values) &&
		`${a.flags}` === `${b.flags}`
	);
}

function sameValues(a: Record<string, string>, b: Record<string, string>): boolean {
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length &&
		keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
	);
}
