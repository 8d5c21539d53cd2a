import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLine } from '../../../../tests/support/question-drafts.ts';
import { Refusal } from '../refusal.ts';
import {
	bankFields,
	courseFields,
	lessonFields,
	moduleFields,
	projectFields,
	testFields
} from './fields.ts';
import { printFrontMatter, setFrontMatterField, type FieldValue } from './front-matter-fields.ts';
import { readPage, splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml-fields.ts';

function attempt(write: () => string): string | null {
	try {
		return write();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

/** A text as a schema keeps it. */
const words = fc
	.array(anyLine, { minLength: 1, maxLength: 12 })
	.map((lines) => lines.join(' ').normalize('NFC').trim().slice(0, 150).trim())
	.filter((text) => text !== '');
const id = fc.constantFrom('a1-1', 'm2', 'no', '12');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const level = fc.constantFrom('C1' as const, 'C6' as const);
const count = fc.integer({ min: 1, max: 20 });
const list = <Value>(value: fc.Arbitrary<Value>, minLength = 0) =>
	fc.array(value, { minLength, maxLength: 3 });

/** Without the fields that are left out. */
const given = <Fields extends object>(fields: fc.Arbitrary<Fields>) =>
	fields.map((all) =>
		Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
	);

/** A record as a form gives it. */
const plain = <Model extends object>(model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }) =>
	fc.record(model).map((all) => ({ ...all }));

const competencies = list(plain({ id, level: fc.integer({ min: 1, max: 5 }) }));

/** Fields of every kind of file, as its schema gives them out. */
const kinds = {
	course: [
		courseFields,
		given(
			fc.record({
				title: words,
				code: fc.constantFrom('SPBE-101', '2026'),
				edition: fc.constantFrom('2026.1', '2026.10'),
				notes: fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n\n')),
				owner: maybe(words),
				summary: words,
				audience: words,
				language: fc.constantFrom('id', 'no'),
				jp: fc.constantFrom(1, 2.5),
				topics: list(fc.constantFrom('Pelindungan data', 'SPBE')),
				providers: list(words),
				authors: list(words),
				reviewers: list(words),
				licence: fc.constant('CC-BY-SA-4.0'),
				competencies,
				prerequisites: list(id),
				pass: maybe(fc.constantFrom({ quiz: 70 }, { posttest: 80, assignment: 75.5 })),
				attempts: maybe(count),
				validity: maybe(fc.constantFrom(null, 36))
			})
		)
	],
	module: [
		moduleFields,
		given(
			fc.record({
				title: words,
				id: maybe(id),
				jp: fc.constantFrom(1, 2.5),
				objectives: list(plain({ id, text: words, level }), 1),
				competencies
			})
		)
	],
	lesson: [
		lessonFields,
		given(
			fc.record({
				title: words,
				id: maybe(id),
				objectives: list(id, 1),
				minutes: maybe(count),
				legal: list(id)
			})
		)
	],
	test: [
		testFields,
		given(
			fc.record({
				title: words,
				minutes: count,
				timeLimit: maybe(count),
				items: list(plain({ objective: id, level, count }))
			})
		)
	],
	project: [
		projectFields,
		given(
			fc.record({
				title: words,
				minutes: count,
				jp: fc.constantFrom(1, 0.5),
				objectives: list(id),
				teamSize: maybe(count)
			})
		)
	],
	bank: [
		bankFields,
		given(fc.record({ title: maybe(words), pool: maybe(fc.constantFrom('kuis', 'ujian')) }))
	]
} as const;

describe('front matter written from fields', () => {
	test.each(Object.entries(kinds))(
		'of a %s reads as the fields',
		(_kind, [schema, fields]) => {
			type Print = (schema: unknown, fields: unknown) => string;
			const print = printFrontMatter as unknown as Print;
			let written = 0;
			fc.assert(
				fc.property(fields as fc.Arbitrary<unknown>, (value) => {
					const text = attempt(() => print(schema, value));
					if (text === null) return;
					written++;
					const { yaml } = splitFrontMatter(text)!;
					const read = readYaml(yaml, schema, 2);
					// A hidden character is written as it was given, and advised against.
					const wrong = read.faults.filter(({ rule }) => rule !== 'hidden-character');
					expect(wrong).toEqual([]);
					// What a schema has a default for may be left out.
					expect(read.value).toMatchObject(value as object);
					expect(print(schema, read.value)).toBe(text);
				}),
				{ numRuns: 150 }
			);
			expect(written).toBe(150);
		},
		60_000
	);

	test('may leave out what has a default', () => {
		type Fields = Parameters<typeof printFrontMatter<typeof lessonFields>>[1];
		const fields = { title: 'A', objectives: ['a1'] } as unknown as Fields;
		expect(printFrontMatter(lessonFields, fields)).toBe(
			'---\ntitle: A\nobjectives:\n  - a1\n---\n'
		);
	});

	test('that the schema would not read is refused', () => {
		const fields = { title: '', objectives: ['a1'], legal: [], replaces: [] };
		expect(() => printFrontMatter(lessonFields, fields)).toThrow(
			expect.objectContaining({ code: 'fields-unwritable' })
		);
	});

	const schemas = { 'course.md': courseFields, 'module.md': moduleFields } as const;
	const shipped = readdirSync('courses', { recursive: true, withFileTypes: true })
		.filter(({ name }) => name in schemas)
		.map(({ parentPath, name }) => join(parentPath, name));

	test.each(shipped)('of %s comes back from its fields', (file) => {
		const schema = schemas[basename(file) as keyof typeof schemas] as typeof moduleFields;
		const { page } = readPage(file, readFileSync(file, 'utf8'), schema);
		const text = printFrontMatter(schema, page!.fields);
		expect(readPage(file, text, schema).page!.fields).toEqual(page!.fields);
	});
});

/** Fields as authors write them, each with what must survive beside it. */
const entries: [name: string, source: string][] = [
	['title', 'title:   "Satu: dua" # judul\n'],
	['id', 'id:\n'],
	['notes', 'notes: >-\n  Panjang\n  sekali\n\n'],
	['summary', "summary: 'it''s' # ringkas\n"],
	['audience', 'audience: |\n  a\n  # bukan komentar\n'],
	['jp', 'jp: 1\n'],
	['objectives', 'objectives:\n  - a1   # x\n  # y\n  - a2 # z\n'],
	['legal', 'legal: [a, b] # c\n'],
	['pass', 'pass: {quiz: 70}\n'],
	['authors', 'authors:\n- Ani\n'],
	['"quoted"', '"quoted": ya\n']
];

const value: fc.Arbitrary<FieldValue> = fc.oneof(
	anyLine,
	fc.integer(),
	fc.array(anyLine, { maxLength: 3 }),
	fc.array(anyLine, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n')),
	fc.record({ quiz: fc.integer({ min: 0, max: 100 }) }),
	fc.constant(null)
);

describe('one field of the front matter', () => {
	test('is set without touching another byte', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(entries, { minLength: 1 }),
				fc.array(fc.constantFrom('# komentar\n', '\n', ''), { minLength: 12, maxLength: 12 }),
				fc.nat(),
				value,
				fc.constantFrom('\n', '\r\n'),
				fc.constantFrom('', '\uFEFF'),
				(chosen, between, pick, to, end, mark) => {
					const at = pick % chosen.length;
					const sources = chosen.map(([, source], index) => between[index]! + source);
					const field = chosen[at]![0].replaceAll('"', '');
					const inFile = (text: string) => text.replaceAll('\n', end);
					const head = mark + inFile(`---\n${sources.slice(0, at).join('')}${between[at]}`);
					const tail = inFile(`${sources.slice(at + 1).join('')}---\n\nIsi.\n`);
					const text = head + inFile(chosen[at]![1]) + tail;
					// None is refused; thrown here, it is made small and can be run again.
					const after = setFrontMatterField(text, field, to);
					expect(after.startsWith(head)).toBe(true);
					expect(after.endsWith(tail)).toBe(true);
					// What stood beside the value is the author's own.
					const aside = / # (?:judul|ringkas|z|c)\n/.exec(chosen[at]![1])?.[0].trim();
					if (aside && to !== null) expect(after.slice(head.length, -tail.length)).toContain(aside);
				}
			),
			{ numRuns: 600 }
		);
	}, 60_000);

	test('that is new stands where its schema documents it', () => {
		const order = Object.keys(lessonFields.entries);
		const text = '---\ntitle: A # a\nobjectives: [a1]\n# akhir\n---\nIsi.\n';
		expect(setFrontMatterField(text, 'id', 'a', order)).toBe(
			'---\ntitle: A # a\nid: a\nobjectives: [a1]\n# akhir\n---\nIsi.\n'
		);
		expect(setFrontMatterField(text, 'minutes', 45)).toBe(
			'---\ntitle: A # a\nobjectives: [a1]\n# akhir\nminutes: 45\n---\nIsi.\n'
		);
		expect(setFrontMatterField('    kode\n', 'pool', 'ujian')).toBe(
			'---\npool: ujian\n---\n\n    kode\n'
		);
		expect(setFrontMatterField('Isi.\n', 'pool', null)).toBe('Isi.\n');
	});

	test.each([
		['front matter that does not close', '---\ntitle: a\n'],
		['broken YAML', '---\ntitle: "a\n---\n'],
		['a field twice', '---\ntitle: a\ntitle: b\n---\n'],
		['a list', '---\n- a\n---\n'],
		['fields within braces', '---\n{title: a, jp: 1}\n---\n']
	])('is refused in %s', (_why, text) => {
		expect(() => setFrontMatterField(text, 'minutes', 1)).toThrow(
			expect.objectContaining({ code: 'field-unwritable' })
		);
	});
});
