import { isDeepStrictEqual } from 'node:util';
import type * as v from 'valibot';
import {
	Document,
	isCollection,
	isMap,
	isScalar,
	parseDocument,
	Scalar,
	visit,
	type Node,
	type Pair
} from 'yaml';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import { lineEndOf, plainForm } from '../markdown/source-lines.ts';
import { readBlocks } from '../markdown/source-blocks.ts';
import { Refusal } from '../refusal.ts';
import { asText, innermost, readYaml, type SchemaNode } from './yaml-fields.ts';

/** What a field may hold; every scalar is read back as text (yaml-fields.ts). */
export type FieldValue =
	string | number | null | FieldValue[] | { [key: string]: FieldValue | undefined };

/** A text longer than this is folded over several lines (characters). */
const longestLine = 80;

/**
 * Writes the front matter of a new file (`---` … `---`) from its fields, in the order in which the schema documents
 * them; what equals its default is left out. Refuses `fields-unwritable` when the schema would read something else.
 */
export function printFrontMatter<const Schema extends v.GenericSchema>(
	schema: Schema,
	fields: v.InferOutput<Schema>
): string {
	const yaml = yamlOf(withoutDefaults(fields as FieldValue, schema));
	const { value } = readYaml(yaml, schema, 2);
	const printed = `---\n${yaml}---\n`;
	if (!isWithin(fields, value) || splitFrontMatter(printed)?.yaml !== yaml)
		throw new Refusal('invalid', 'fields-unwritable');
	return printed;
}

/** What is worth writing of a value, in the order of its schema. */
function withoutDefaults(value: FieldValue, schema: SchemaNode): FieldValue {
	const { entries, item } = innermost(schema);
	// The one field that reads as null says so in a word (fields.ts, validity).
	if (value === null) return 'none';
	if (Array.isArray(value)) return value.map((part) => withoutDefaults(part, item ?? {}));
	if (typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(entries ?? {}).flatMap(([name, entry]) => {
			const part = value[name];
			const isLeftOut = part === undefined || isDeepStrictEqual(part, entry.default);
			return isLeftOut ? [] : [[name, withoutDefaults(part, entry)]];
		})
	);
}

/** Whether what was given was read; what was left out has its default there. */
function isWithin(given: unknown, read: unknown): boolean {
	if (typeof given !== 'object' || given === null) return given === read;
	if (typeof read !== 'object' || read === null) return false;
	if (Array.isArray(given) && (!Array.isArray(read) || given.length !== read.length)) return false;
	return Object.entries(given).every(
		([key, value]) => value === undefined || isWithin(value, (read as Record<string, unknown>)[key])
	);
}

/**
 * Sets one field of a file's front matter, or with null takes it away. The bytes of every other field, comments and
 * order stay; a new field stands behind those that come before it in `order`, else at the end. Refuses
 * `field-unwritable` when that cannot be.
 */
export function setFrontMatterField(
	text: string,
	field: string,
	value: FieldValue,
	order: readonly string[] = []
): string {
	const before = fieldsOf(text);
	if (!before) throw new Refusal('invalid', 'field-unwritable', { field });
	const wanted: Record<string, unknown> = { ...before.fields, [field]: asRead(value) };
	if (value === null) delete wanted[field];
	for (const after of candidates(text, field, value, order)) {
		const read = fieldsOf(after);
		if (read?.body === before.body && isDeepStrictEqual(read.fields, wanted)) return after;
	}
	throw new Refusal('invalid', 'field-unwritable', { field });
}

/** The fields of a file as they are read, and its body; null when its front matter is no list of fields. */
function fieldsOf(text: string): { fields: Record<string, unknown>; body: string } | null {
	const plain = plainForm(text);
	const parts = splitFrontMatter(plain);
	if (!parts)
		return plain.startsWith('---') ? null : { fields: {}, body: plain.replace(/^\n+/, '') };
	const document = parseDocument(parts.yaml, asText);
	if (document.errors.length > 0) return null;
	const fields: unknown = document.contents === null ? {} : document.toJS({ maxAliasCount: 20 });
	if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
	return { fields: { ...fields }, body: parts.body.replace(/^\n+/, '') };
}

/** A value as it is read back: every scalar as text. */
function asRead(value: FieldValue | undefined): unknown {
	if (Array.isArray(value)) return value.map(asRead);
	if (typeof value !== 'object' || value === null) return plainForm(String(value ?? ''));
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, part]) =>
			part === undefined ? [] : [[key, asRead(part)]]
		)
	);
}

/** The manner of writing that fits before a comment. */
const inQuotes = Object.assign(new Scalar(''), { type: Scalar.QUOTE_DOUBLE });

/** The text with the field written, in its author's manner first, then in the plainest. */
function* candidates(
	text: string,
	field: string,
	value: FieldValue,
	order: readonly string[]
): Generator<string> {
	const end = lineEndOf(text);
	const inFile = (written: string) => written.replaceAll('\n', end);
	const block = readBlocks(text).find(({ kind }) => kind === 'front-matter');
	if (!block) {
		const head = text.startsWith('\uFEFF') ? '\uFEFF' : '';
		const written = value === null ? '' : inFile(`---\n${yamlOf({ [field]: value })}---\n\n`);
		yield head + written + text.slice(head.length);
		return;
	}
	const first = block.from + /^.*(?:\r\n?|\n)/.exec(block.source)![0].length;
	const last = block.from + block.source.length - /[^\r\n]*$/.exec(block.source)![0].length;
	for (const yaml of changedYaml(text.slice(first, last), field, value, order))
		yield text.slice(0, first) + yaml(inFile) + text.slice(last);
}

/** The same within the YAML, as what each is with the line ends of its file. */
function* changedYaml(
	yaml: string,
	field: string,
	value: FieldValue,
	order: readonly string[]
): Generator<(inFile: (written: string) => string) => string> {
	const document = parseDocument(yaml, asText);
	const pairs = isMap(document.contents) ? document.contents.items : [];
	const found = pairs.find(({ key }) => nameOf(key) === field);
	const splice =
		(from: number, to: number, written: string) => (inFile: (text: string) => string) =>
			yaml.slice(0, from) + inFile(written) + yaml.slice(to);
	if (value === null) {
		if (found) yield splice(startOf(found), lineEndAfter(yaml, endOf(found, yaml)), '');
		yield () => yaml;
	} else if (found) {
		for (const like of [found.value as Node | null, null, inQuotes])
			yield splice(startOf(found), endOf(found, yaml), yamlOf({ [field]: value }, like).trimEnd());
	} else {
		const before = order.slice(0, Math.max(0, order.indexOf(field)));
		const previous = pairs.findLast(({ key }) => before.includes(nameOf(key)));
		const at = previous ? lineEndAfter(yaml, endOf(previous, yaml)) : yaml.length;
		for (const place of [at, yaml.length]) yield splice(place, place, yamlOf({ [field]: value }));
	}
}

function lineEndAfter(yaml: string, at: number): number {
	return at + /[^\r\n]*(?:\r\n?|\n)?/.exec(yaml.slice(at))![0].length;
}

function nameOf(key: unknown): string {
	return isScalar(key) ? String(key.value) : '';
}

function startOf({ key }: Pair): number {
	return (key as Node).range![0];
}

/** Where a field's own text ends: comments and blank lines after it are not the field's. */
function endOf({ key, value }: Pair, yaml: string): number {
	const ends = [(key as Node).range![1]];
	visit(value as Node | null, {
		Scalar: (_key, { range }) => void ends.push(range![1]),
		Collection: (_key, { range, flow }) => void (flow && ends.push(range![1])),
		Alias: (_key, { range }) => void ends.push(range![1])
	});
	const start = startOf({ key, value } as Pair);
	const end = start + yaml.slice(start, Math.max(...ends)).trimEnd().length;
	// A field without a value still has its colon.
	return isEmpty(value) ? end + (/^[ \t]*:/.exec(yaml.slice(end))?.[0].length ?? 0) : end;
}

function isEmpty(value: unknown): boolean {
	return (
		value === null ||
		(isScalar(value) && (value.value === '' || value.value === null) && value.type === 'PLAIN')
	);
}

/** YAML of a value; texts that other readers would take for numbers are quoted, long ones folded. */
function yamlOf(value: FieldValue, like: Node | null = null): string {
	const document = new Document(value);
	visit(document, {
		Scalar: (key, node) => {
			if (key === 'key' || typeof node.value !== 'string') return;
			if (node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
			else if (node.value.length > longestLine) node.type = Scalar.BLOCK_FOLDED;
		}
	});
	const field = isMap(document.contents) ? document.contents.items[0]?.value : null;
	if (isScalar(field) && isScalar(like) && like.type) field.type = like.type;
	if (isCollection(field) && isCollection(like)) field.flow = like.flow ?? false;
	return document.toString({ lineWidth: longestLine, flowCollectionPadding: false });
}
