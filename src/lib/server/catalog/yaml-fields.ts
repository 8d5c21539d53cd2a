import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Position } from '../markdown/document.ts';
import { hiddenCharactersIn } from '../markdown/hidden-characters.ts';
import { nearest } from '../markdown/nearest.ts';

/** A fault in YAML or in one of its fields. */
export interface FieldFault extends Position {
	rule:
		| 'front-matter'
		| 'unknown-field'
		| 'missing-field'
		| 'missing-title'
		| 'bad-field'
		| 'hidden-character';
	message: string;
}

type Path = readonly (string | number)[];

/** Parsed YAML that still knows where each field stands in its file. */
export interface FrontMatter {
	/** The place of a field's name (or of the nearest field around it). */
	placeOf(path: Path): Position;
	/** YAML comments, for suppressions of rules that concern the whole file. */
	comments: { text: string; line: number }[];
}

export interface YamlResult<Output> {
	value: Output | null;
	faults: FieldFault[];
	frontMatter: FrontMatter;
}

/** YAML longer than this is refused unread (characters): front matter, and a registry file. */
export const longestYaml = { fields: 40_000, registry: 400_000 };

/** How the package reads what an author wrote: every scalar as text, and nothing said past the caller. */
export const asText = { schema: 'failsafe', prettyErrors: false, logLevel: 'error' } as const;

/**
 * Reads YAML whose first line is line `firstLine` of its file and checks it against a schema.
 * Every scalar reaches the schema as text. Never throws on bad input.
 */
export function readYaml<const Schema extends v.GenericSchema>(
	source: string,
	schema: Schema,
	firstLine: number,
	longest = longestYaml.fields
): YamlResult<v.InferOutput<Schema>> {
	const lines = new LineCounter();
	const place = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
	};
	const comments = source
		.split('\n')
		.map((text, index) => ({ text: text.trim(), line: firstLine + index }))
		.filter(({ text }) => text.startsWith('#'));
	const unread = (message: string): YamlResult<v.InferOutput<Schema>> => ({
		value: null,
		faults: [{ rule: 'front-matter', message, line: firstLine, column: 1 }],
		frontMatter: { placeOf: () => ({ line: firstLine, column: 1 }), comments }
	});
	if (source.length > longest)
		return unread(
			`Keterangan YAML lebih dari ${longest.toLocaleString('id-ID')} karakter. Ringkas, atau pindahkan isinya ke badan berkas.`
		);

	let document: Document;
	let repeated: number[];
	let content: unknown;
	try {
		document = parseDocument(source, {
			...asText,
			lineCounter: lines,
			// The package compares each key with all before it; a set does it in one walk.
			uniqueKeys: false
		});
		repeated = repeatedKeys(document);
		content = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 });
	} catch (error) {
		// Aliases, of which bombs and circles are made, and too much nesting end here: a fault of the file.
		if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
		return unread(
			'Keterangan YAML terlalu dalam atau memakai rujukan (& dan *). Tulis tanpa rujukan.'
		);
	}
	const frontMatter: FrontMatter = { placeOf: (path) => place(offsetOf(document, path)), comments };
	const wrong = [
		...document.errors.map(({ code, pos }) => ({ code, offset: pos[0] })),
		...repeated.map((offset) => ({ code: 'DUPLICATE_KEY', offset }))
	];
	if (wrong.length > 0) {
		const faults = wrong.map(({ code, offset }): FieldFault => ({
			rule: 'front-matter',
			message: `${yamlMessages[code] ?? 'Susunan YAML keliru'}. Periksa spasi di awal baris; apit nilai yang memuat titik dua dengan tanda kutip.`,
			...place(offset)
		}));
		return { value: null, faults, frontMatter };
	}
	const { value, faults } = validated(withoutEmpty(content ?? {}), schema, frontMatter);
	const hidden = hiddenInFields(document, source).map(({ message, offset }): FieldFault => ({
		rule: 'hidden-character',
		message,
		...place(offset)
	}));
	return { value, faults: [...faults, ...hidden], frontMatter };
}

/** Hidden characters in names and values of fields, also those that are written as an escape. */
function hiddenInFields(document: Document, source: string): { message: string; offset: number }[] {
	const found: { message: string; offset: number }[] = [];
	visit(document, {
		Scalar(_key, { value, range }) {
			const [from, to] = range ?? [0, 0];
			const written = hiddenCharactersIn(source.slice(from, to));
			const meant = written.length > 0 ? [] : hiddenCharactersIn(String(value));
			for (const { message, offset } of written) found.push({ message, offset: from + offset });
			for (const { message } of meant) found.push({ message, offset: from });
		}
	});
	return found;
}

const yamlMessages: Partial<Record<string, string>> = {
	DUPLICATE_KEY: 'Kolom ini ditulis dua kali',
	TAB_AS_INDENT: 'Awal baris memakai tab; YAML hanya menerima spasi',
	BAD_INDENT: 'Lekuk baris tidak sejajar',
	MISSING_CHAR: 'Ada tanda yang belum ditutup',
	UNEXPECTED_TOKEN: 'Ada tanda yang tidak pada tempatnya',
	BLOCK_AS_IMPLICIT_KEY: 'Nilai ini memuat titik dua tanpa tanda kutip'
};

/** Where a field is written that its map already holds. */
function repeatedKeys(document: Document): number[] {
	const found: number[] = [];
	visit(document, {
		Map(_key, { items }) {
			const met = new Set<string>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				if (met.has(String(key.value))) found.push(rangeStart(key));
				met.add(String(key.value));
			}
		}
	});
	return found;
}

/** A field written without a value counts as absent. */
function withoutEmpty(content: unknown): unknown {
	if (Array.isArray(content)) return content.map(withoutEmpty);
	if (typeof content !== 'object' || content === null) return content;
	return Object.fromEntries(
		Object.entries(content)
			.filter(([, value]) => value !== '' && value !== null)
			.map(([key, value]) => [key, withoutEmpty(value)])
	);
}

function validated<const Schema extends v.GenericSchema>(
	content: unknown,
	schema: Schema,
	frontMatter: FrontMatter
): { value: v.InferOutput<Schema> | null; faults: FieldFault[] } {
	const faults: FieldFault[] = [];
	const list = innermost(schema).type === 'array';
	if (Array.isArray(content) !== list) {
		const message = list
			? 'Berkas ini harus berupa daftar; awali tiap butir dengan "- id: …".'
			: 'Keterangan harus berupa pasangan kolom dan nilai, misalnya "title: Judul".';
		return { value: null, faults: [{ rule: 'bad-field', message, ...frontMatter.placeOf([]) }] };
	}
	// A strict object stops at its first unknown field; taking it out and asking again finds them all.
	for (let tries = 0; tries < 50; tries++) {
		const result = v.safeParse(schema, content);
		if (result.success) return { value: faults.length === 0 ? result.output : null, faults };
		const unknown = result.issues.filter(isUnknownField);
		for (const issue of unknown.length > 0 ? unknown : result.issues) {
			const path = (issue.path ?? []).map(({ key }) => key as string | number);
			faults.push({ ...explain(issue, path, schema), ...frontMatter.placeOf(path) });
			if (unknown.length > 0) removeAt(content, path);
		}
		if (unknown.length === 0) break;
	}
	return { value: null, faults };
}

function isUnknownField(issue: v.BaseIssue<unknown>): boolean {
	return issue.type === 'strict_object' && issue.expected === 'never';
}

function explain(
	issue: v.BaseIssue<unknown>,
	path: Path,
	schema: v.GenericSchema
): Pick<FieldFault, 'rule' | 'message'> {
	const name = path.filter((part) => typeof part === 'string').join('.');
	if (isUnknownField(issue)) {
		const known = fieldsAt(schema, path.slice(0, -1));
		const guess = nearest(String(path.at(-1)), known);
		return {
			rule: 'unknown-field',
			message: `Kolom "${name}" tidak dikenal. ${guess ? `Maksud Anda "${guess}"?` : `Yang ada: ${known.join(', ')}.`}`
		};
	}
	if (issue.type === 'strict_object' && issue.received === 'undefined') {
		return {
			rule: path.at(-1) === 'title' ? 'missing-title' : 'missing-field',
			message: `Kolom "${name}" belum diisi. Tambahkan "${String(path.at(-1))}: …".`
		};
	}
	if (issue.kind === 'schema') {
		const expected =
			issue.type === 'array'
				? 'berupa daftar (satu butir per baris, diawali "- ")'
				: issue.type === 'strict_object'
					? 'berupa pasangan kolom dan nilai'
					: issue.type === 'picklist'
						? issue.message
						: 'berupa teks atau angka';
		return {
			rule: 'bad-field',
			message: `Kolom "${name || 'keterangan'}" ${expected.startsWith('harus') ? expected : `harus ${expected}`}.`
		};
	}
	return { rule: 'bad-field', message: `Kolom "${name}": ${issue.message}.` };
}

/** The names of the fields a schema has at a path. */
function fieldsAt(schema: v.GenericSchema, path: Path): string[] {
	let at = innermost(schema);
	for (const part of path) {
		at = innermost((typeof part === 'number' ? at.item : at.entries?.[part]) ?? {});
	}
	return Object.keys(at.entries ?? {});
}

/** What of a schema's inside is asked. */
export interface SchemaNode {
	type?: string;
	/** Of a field that may be left out. */
	default?: unknown;
	wrapped?: SchemaNode;
	pipe?: readonly SchemaNode[];
	entries?: Record<string, SchemaNode>;
	item?: SchemaNode;
}

/** The schema under its optional wrappers and pipes. */
export function innermost(schema: SchemaNode): SchemaNode {
	let node = schema;
	for (let under = node.wrapped ?? node.pipe?.[0]; under; under = node.wrapped ?? node.pipe?.[0])
		node = under;
	return node;
}

function removeAt(content: unknown, path: Path): void {
	const parent = path
		.slice(0, -1)
		.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], content);
	delete (parent as Record<string | number, unknown>)[path.at(-1)!];
}

function offsetOf(document: Document, path: Path): number {
	let node: unknown = document.contents;
	let offset = rangeStart(node);
	for (const part of path) {
		if (isMap(node)) {
			const pair = node.items.find(
				({ key }) => isScalar(key) && String(key.value) === String(part)
			);
			if (!pair) break;
			offset = rangeStart(pair.key);
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(part)];
			offset = rangeStart(node) || offset;
		} else break;
	}
	return offset;
}

function rangeStart(node: unknown): number {
	return (node as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0;
}
