import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { directives } from '../markdown/directive-forms.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { questionKinds } from './answers.ts';
import { checkCourse, rules } from './check.ts';
import { parseCourse } from './parse.ts';
import { fileForms, questionForms } from './reference-examples.ts';
import { fieldRows } from './reference-fields.ts';
import { formatPage } from './reference-page.ts';
import { formatFile } from './reference.ts';
import { readYaml } from './yaml-fields.ts';

const module = exampleTexts['01-dasar/module.md']!.replaceAll('m1-1', 'a1-1');
const quiz = (body: string) =>
	aCourse({
		'01-dasar/module.md': module,
		'01-dasar/01-gejala-silo.md': aLesson().replaceAll('m1-1', 'a1-1'),
		'01-dasar/kuis.md': `---\ntitle: Kuis\nminutes: 1\n---\n\n${body}\n`
	});

describe('the reference of the format', () => {
	test('stands in the repository as the schemas and rules now make it (npm run courses -- reference)', () => {
		expect(readFileSync('courses/FORMAT.md', 'utf8')).toBe(formatFile());
	});

	test.each(fileForms.map((form) => [form.name, form] as const))(
		'shows %s by an example that is right and leaves no field out',
		(_name, { schema, kind, example }) => {
			const whole = kind === 'list' ? v.array(schema) : schema;
			const { value, faults } = readYaml(example, whole, 1);
			expect(faults).toEqual([]);
			const [entry] = [value].flat();
			const names = (node: unknown, prefix = ''): string[] =>
				Array.isArray(node)
					? node.slice(0, 1).flatMap((item) => names(item, `${prefix}[]`))
					: typeof node === 'object' && node !== null
						? Object.entries(node).flatMap(([key, inner]) => {
								const name = prefix === '' ? key : `${prefix}.${key}`;
								return [name, ...names(inner, name)];
							})
						: [];
			expect(names(entry)).toEqual(
				expect.arrayContaining(fieldRows(schema).map(({ name }) => name))
			);
		}
	);

	test('tells a field without a description from one with', () => {
		expect(() => fieldRows(v.strictObject({ title: v.string() }))).toThrow('title');
	});

	test('shows every kind of question by an example without a problem', () => {
		expect(questionForms.map(({ kind }) => kind)).toEqual(questionKinds);
		for (const { kind, example } of questionForms) {
			const files = quiz(example);
			const { course } = parseCourse('data-1', files);
			expect(course?.tests[0]?.questions.map(({ answer }) => answer.kind)).toEqual([kind]);
			expect(checkCourse('data-1', files, registry, '2026-11-21').problems).toEqual([]);
		}
	});

	test.each(Object.entries(directives))('shows %s by an example it understands', (name, form) => {
		const { directives: met, remarks } = parseMarkdown(form.example);
		expect(met[0]?.name).toBe(name);
		expect(remarks).toEqual([]);
	});

	test('names every rule once', () => {
		const text = formatFile();
		for (const id of Object.keys(rules)) expect(text.split(`\n- \`${id}\` (`)).toHaveLength(2);
	});

	test('is a page whose table of contents leads to its sections', () => {
		const { html, sections } = formatPage();
		for (const { id } of sections.flatMap((section) => [section, ...section.parts]))
			expect(html).toContain(`id="${id}"`);
		expect(html).not.toMatch(/link-broken|figure-missing/);
	});
});
