import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, aQuestion, registry } from '../../../../tests/support/courses.ts';
import { aLargeCourse } from '../../../../tests/support/faultless-course.ts';
import { meaning } from '../markdown/meaning.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { checkCourse } from './check.ts';
import type { SourceFile } from './course.ts';
import { fixCourse } from './fix.ts';
import { splitFrontMatter } from './front-matter.ts';
import { keyOf } from './keys.ts';
import { renderLesson } from './lesson-page.ts';
import { parseCourse } from './parse.ts';
import { referencesOf } from './references.ts';

const lesson = '01-dasar/01-gejala-silo.md';
const id = 'id: gejala-silo\n';
const front = '---\ntitle: Gejala silo\nobjectives: [m1-1]\n---\n';
/** A bank needs no fields. */
const frontOf = (path: string) => (path.startsWith('bank/') ? '' : front);
const withId = front.replace('objectives', `${id}objectives`);

const fixed = (files: readonly SourceFile[]) => {
	const { files: changed } = fixCourse('data-1', files);
	const byPath = new Map(changed.map((file) => [file.path, file]));
	return files.map((file) => byPath.get(file.path) ?? file);
};
const textOf = (files: readonly SourceFile[], path = lesson) =>
	Buffer.from(files.find((file) => file.path === path)!.bytes).toString();

const rulesOf = (some: readonly SourceFile[]) =>
	checkCourse('data-1', some, registry, '2026-11-21').problems.map(({ rule }) => rule);

/** What a lesson's body becomes. */
const bodyFixed = (body: string) =>
	textOf(fixed(aCourse({ [lesson]: withId + body }))).slice(withId.length);

describe('fixing a course', () => {
	test.each<[what: string, before: string, after: string]>([
		['spaces at ends of lines go', '\nData. \nLagi.\t\n', '\nData.\nLagi.\n'],
		['spaces in blank lines go', '\nData.\n  \nLagi.\n', '\nData.\n\nLagi.\n'],
		['a line break of two spaces stays', '\nData.  \nLagi.\n', '\nData.  \nLagi.\n'],
		['two spaces at the end of a paragraph go', '\nData.  \n\nLagi.\n', '\nData.\n\nLagi.\n'],
		['code stays as it is', '\n```\nx \n\ty\n```\n', '\n```\nx \n\ty\n```\n'],
		['code by indentation stays', '\nData.\n\n\tkode \n\nLagi.\n', '\nData.\n\n\tkode \n\nLagi.\n'],
		['a code span over two lines stays', '\n`a \n b`\n', '\n`a \n b`\n'],
		['comments stay', '\n<!-- a \n\tb -->\n\nData.\n', '\n<!-- a \n\tb -->\n\nData.\n'],
		['tabs before an item become spaces', '\n- a\n\t- b\n', '\n- a\n    - b\n'],
		['front matter gets a blank line', 'Data.\n', '\nData.\n'],
		[
			'directives get blank lines around them',
			'\nData.\n:::note\nx\n:::\nLagi.\n',
			'\nData.\n\n:::note\nx\n:::\n\nLagi.\n'
		],
		[
			'directives within directives stay close',
			'\n::::note\n:::reveal\nx\n:::\n::::\n',
			'\n::::note\n:::reveal\nx\n:::\n::::\n'
		],
		[
			'a reason stays with its block',
			'\n<!-- periksa:abaikan alt-text hiasan -->\n:::note\n![](assets/silo.svg)\n:::\n',
			'\n<!-- periksa:abaikan alt-text hiasan -->\n:::note\n![](assets/silo.svg)\n:::\n'
		],
		[
			'a bold first row becomes the header',
			'\n| | |\n| --- | --- |\n| **Unit** | **Data** |\n| Dinas | Alamat |\n',
			'\n| Unit | Data |\n| --- | --- |\n| Dinas | Alamat |\n'
		],
		[
			'a first row that is not all bold stays data',
			'\n| | |\n| --- | --- |\n| **Unit** | Data |\n',
			'\n| | |\n| --- | --- |\n| **Unit** | Data |\n'
		]
	])('%s', (_what, before, after) => {
		expect(bodyFixed(before)).toBe(after);
		expect(bodyFixed(after)).toBe(after);
	});

	test.each([
		[
			'title: Gejala silo\nobjectives: [m1-1]',
			'title: Gejala silo\nid: gejala-silo\nobjectives: [m1-1]'
		],
		[
			'objectives: [m1-1]\ntitle: >-\n  Gejala\n\n  silo',
			'objectives: [m1-1]\ntitle: >-\n  Gejala\n\n  silo\nid: gejala-silo'
		],
		[
			'# catatan\ntitle: a\n# lagi\nobjectives: [m1-1]',
			'# catatan\ntitle: a\nid: gejala-silo\n# lagi\nobjectives: [m1-1]'
		],
		['title: a\nid: lain\nobjectives: [m1-1]', 'title: a\nid: lain\nobjectives: [m1-1]']
	])('writes the id of a lesson under its title: %j', (before, after) => {
		const files = fixed(aCourse({ [lesson]: `---\n${before}\n---\n\nData.\n` }));
		expect(textOf(files)).toBe(`---\n${after}\n---\n\nData.\n`);
	});

	test.each([
		[':::question{objective=m1-1}', ':::question{#gejala-silo-1 objective=m1-1}'],
		[':::question { objective=m1-1 }', ':::question{#gejala-silo-1 objective=m1-1 }'],
		[':::question', ':::question{#gejala-silo-1}'],
		[':::question{}', ':::question{#gejala-silo-1}'],
		[':::question{#a-1 objective=m1-1}', ':::question{#a-1 objective=m1-1}']
	])('writes the id of a question: %s', (before, after) => {
		expect(bodyFixed(`\n${before}\nBerapa?\n\n- [x] Satu\n- [ ] Dua\n:::\n`)).toContain(
			`\n${after}\n`
		);
	});

	test('gives no question an id that another has', () => {
		const body = `\n${aQuestion('gejala-silo-2')}\n${aQuestion('x').replace('#x ', '')}`;
		expect(bodyFixed(body)).toContain(':::question{#gejala-silo-3 objective');
	});

	test('writes the ids of scenarios', () => {
		const body = `\n::::scenario{title=Kasus}\nSebuah dinas.\n\n${aQuestion('a-1')}::::\n`;
		expect(bodyFixed(body)).toContain('::::scenario{#gejala-silo-kasus-1 title=Kasus}');
	});

	test.each([
		['bank/Soal Satu & Dua.md', ':::question{#bank-soal-satu-dua-1 objective=m1-1 level=C1}'],
		['bank/soal.satu.md', ':::question{#bank-soal-satu-1 objective=m1-1 level=C1}'],
		['01-dasar/02-Gejala Silo.md', ':::question{#gejala-silo-1 objective=m1-1 level=C1}'],
		['bank/\u6570\u636E.md', ':::question{#bank-1 objective=m1-1 level=C1}'],
		['01-dasar/02-\u6570\u636E.md', ':::question{#soal-1 objective=m1-1 level=C1}']
	])('writes ids of a form that reads back, whatever the file is called: %s', (path, opening) => {
		const question = aQuestion('x').replace('#x ', '').replace('C2', 'C1');
		const files = fixed(aCourse({ [path]: `${frontOf(path)}\n${question}` }));
		expect(textOf(files, path)).toContain(opening);
		const { course } = parseCourse('data-1', files);
		const read = course!.questions.find(({ file }) => file === path);
		expect(read).toMatchObject({ idWritten: true, objective: 'm1-1', level: 'C1' });
	});

	test('leaves the tables of a question as they are: their rows are its key', () => {
		const table = '| | |\n| --- | --- |\n| **Istilah** | **Arti** |\n| Silo | Terpisah |';
		const body = `\n:::question{#cocok-1 kind=match}\nPasangkan.\n\n${table}\n:::\n`;
		expect(bodyFixed(body)).toBe(body);
	});

	test('leaves lessons that share a name to their author', () => {
		const files = aCourse({ '01-dasar/02-gejala-silo.md': aLesson('', { check: 'dua-1' }) });
		expect(textOf(fixed(files))).toBe(textOf(files));
	});

	test('writes LF, NFC and no byte order mark, in course texts only', () => {
		const files = aCourse({
			'glossary.md': '\uFEFFdata induk\r\n: Cafe\u0301.\r\n',
			'01-dasar/assets/silo.svg':
				'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\r\n</svg>'
		});
		const after = fixed(files);
		expect(textOf(after, 'glossary.md')).toBe('data induk\n: Caf\u00E9.\n');
		expect(textOf(after, '01-dasar/assets/silo.svg')).toContain('\r\n');
	});

	test('touches no file of a course that has its ids and no finding', () => {
		const files = aLargeCourse({ modules: 2, lessons: 3, words: 120 });
		expect(fixCourse('besar', files)).toEqual({ files: [], fixes: [] });
	});

	test('what was mended is no longer found', () => {
		const files = aCourse({
			[lesson]: `${front}Data. \n:::note\nx\n:::\n${aQuestion('x').replace('#x ', '')}`.replaceAll(
				'\n',
				'\r\n'
			)
		});
		expect(rulesOf(files)).toEqual(expect.arrayContaining(['spacing', 'question-id']));
		expect(rulesOf(fixed(files))).not.toContain('spacing');
		expect(rulesOf(fixed(files))).not.toContain('question-id');
	});
});

/** Texts in which spaces, tabs, fences and blank lines meet in every way. */
const messy = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...[
					'Data ',
					'Data  ',
					'\t',
					'\n',
					'\r\n',
					' \n',
					'- ',
					'1. ',
					'> ',
					'\\',
					'`',
					'```\n',
					'    '
				],
				...[
					':::\n',
					'::::\n',
					':::note\n',
					'::::note{title=x}\n',
					'::: \n',
					'[^a]',
					'[^a]: Isi.\n'
				],
				...[
					':::question{objective=m1-1}\n',
					':::question{#q-1}\n',
					'- [x] Ya\n',
					'  > Sebab.\n',
					'- [ ] Tidak\n'
				],
				...[
					'| A | B |\n',
					'| --- | --- |\n',
					'| | |\n',
					'| **A** | **B** |\n',
					'= 2 ± 1\n',
					'## Judul \n'
				],
				...[
					'<!-- a \n',
					'-->\n',
					'[[data induk]]',
					'![a](assets/silo.svg)',
					'**a **',
					'e\u0301',
					'::::scenario\n'
				]
			),
			fc.string({ maxLength: 3 })
		),
		{ maxLength: 30 }
	)
	.map((parts) => parts.join(''));

/** What a learner receives of a lesson, without the ids of its questions; the key by its options. */
function met(files: readonly SourceFile[]) {
	const { course } = parseCourse('data-1', files);
	const found = course?.modules[0]?.lessons[0];
	if (!course || !found) return null;
	const glossary = new Map(course.glossary.map((term) => [term.id, term]));
	const page = renderLesson(found.body, found.file, referencesOf(course), glossary);
	const written = JSON.stringify(page.segments).replace(/"id":"[^"]*"/g, '""');
	const keys = found.questions.map(({ answer }) =>
		'options' in answer ? answer.options.map((option) => [option.id, option.correct]) : answer.kind
	);
	return { written, keys, terms: page.terms, fields: { ...found.fields, id: '' } };
}

describe('whatever a lesson holds', { timeout: 60_000 }, () => {
	const runs = { numRuns: 200 };
	const course = (body: string) => aCourse({ [lesson]: `${front}${body}` });

	test('fixing twice is fixing once', () => {
		fc.assert(
			fc.property(messy, (body) => {
				const once = fixed(course(body));
				expect(textOf(fixed(once))).toBe(textOf(once));
			}),
			runs
		);
	});

	test('no name of a file spoils a question', () => {
		const name = fc
			.array(
				fc.oneof(
					fc.constantFrom(
						...['a', 'B', '1', ' ', '.', '-', '_', '&', '#', '{', '}', '=', '"', "'", '`', '\\'],
						...['e\u0301', '\u6570', '\u202E', '\u{1F600}', '01-', ' level=C6 ']
					),
					fc.string({ maxLength: 2 }).map((text) => text.replace(/[/\0]/g, ''))
				),
				{ minLength: 1, maxLength: 8 }
			)
			.map((parts) => parts.join('').normalize('NFC'));
		const question = (id: string) => aQuestion('x').replace('#x ', id);
		fc.assert(
			fc.property(name, fc.constantFrom('bank', '01-dasar'), (called, folder) => {
				const path = `${folder}/x${called}.md`;
				const before = aCourse({ [path]: `${frontOf(path)}\n${question('')}\n${question('')}` });
				const after = fixed(before);
				const questions = (files: readonly SourceFile[]) =>
					parseCourse('data-1', files)
						.course!.questions.filter(({ file }) => file === path)
						.map(({ objective, level, answer }) => [objective, level, keyOf({ answer })]);
				expect(questions(after)).toEqual(questions(before));
				expect(rulesOf(after)).not.toContain('question-id');
				expect(rulesOf(after)).not.toContain('duplicate-id');
				expect(fixCourse('data-1', after).fixes).toEqual([]);
			}),
			runs
		);
	});

	test('fixing changes nothing that is said, but for a header that was bold', () => {
		fc.assert(
			fc.property(messy, (body) => {
				const before = course(body);
				const { fixes } = fixCourse('data-1', before);
				fc.pre(!fixes.some(({ what }) => what.includes('judul kolom')));
				const after = fixed(before);
				const tokens = (files: readonly SourceFile[]) =>
					parseMarkdown(
						splitFrontMatter(textOf(files).replace(/\r\n?/g, '\n').normalize('NFC'))!.body
					).tokens;
				const said = (files: readonly SourceFile[]) =>
					meaning(tokens(files), { shown: true, ids: false });
				expect(said(after)).toBe(said(before));
				expect(met(after)).toEqual(met(before));
			}),
			runs
		);
	});
});
