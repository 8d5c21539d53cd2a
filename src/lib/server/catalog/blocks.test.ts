import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, aQuestion, picture } from '../../../../tests/support/courses.ts';
import { blocksOf, type Block } from './blocks.ts';
import { parseCourse } from './parse.ts';
import { publicPart } from './release-rows.ts';

type Changes = Parameters<typeof aCourse>[0];

const lessonFile = '01-dasar/01-gejala-silo.md';

function blocks(changes: Changes = {}): Block[] {
	const { course } = parseCourse('data-1', aCourse(changes));
	return blocksOf(course!, publicPart);
}

/** The blocks of a lesson whose body this is, without what `aLesson` puts behind it. */
function blocksIn(body: string, changes: Changes = {}): Block[] {
	const all = blocks({ ...changes, [lessonFile]: aLesson(body, { words: 0 }) });
	return all.filter(({ lessonId }) => lessonId !== null).slice(0, -2);
}

const printOf = (body: string, changes?: Changes) =>
	blocksIn(body, changes).map(({ fingerprint }) => fingerprint);
const wordsOf = (body: string) => blocksIn(body).map(({ words }) => words);

describe('the blocks of a course', () => {
	test('are its introductions and what stands at the top level of its lessons, each with its place', () => {
		expect(
			blocks().map(({ place, kind, file, line }) => `${place} ${kind} ${file}:${line}`)
		).toEqual([
			'course paragraph course.md:14',
			'module:dasar paragraph 01-dasar/module.md:10',
			`lesson:gejala-silo heading ${lessonFile}:7`,
			`lesson:gejala-silo paragraph ${lessonFile}:9`,
			`lesson:gejala-silo figure ${lessonFile}:11`,
			`lesson:gejala-silo paragraph ${lessonFile}:14`,
			`lesson:gejala-silo workplace ${lessonFile}:16`,
			`lesson:gejala-silo question ${lessonFile}:20`
		]);
	});

	test('are of every kind, footnotes last', () => {
		const body =
			'Kata.[^a]\n\n[^a]: Catatan.\n\n<!-- catatan penulis -->\n\n1. Satu\n\n> Kutipan\n\n```\nkode\n```\n\n---\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n:::case{#kasus-1 title=Kota}\nIsi.\n:::';
		const found = blocks({ [lessonFile]: aLesson(body, { words: 10 }) });
		expect(found.slice(2).map(({ kind }) => kind)).toEqual([
			...['paragraph', 'list', 'quote', 'code', 'rule', 'table', 'case'],
			...['paragraph', 'workplace', 'question', 'footnote']
		]);
		expect(found.find(({ kind }) => kind === 'case')).toMatchObject({
			authored: 'block:kasus-1',
			text: 'Kota Isi.'
		});
	});

	test('hold nothing of a question where it stands inside another block, but the question apart', () => {
		const body = `::::scenario{#kasus title="Kota A"}\nWarga mengantre.\n\n${aQuestion('dalam-1')}::::`;
		const [scenario, question] = blocksIn(body);
		expect(scenario).toMatchObject({ kind: 'scenario', text: 'Kota A Warga mengantre.' });
		expect(question).toMatchObject({ kind: 'question', authored: 'question:dalam-1', text: '' });
		expect(blocksIn(body.replace('Tiga kali', 'Empat kali'))[0]).toEqual(scenario);
	});
});

describe('a fingerprint stays', () => {
	test.each([
		[
			'with other spacing and line ends',
			'Data induk dicatat\nsatu kali.',
			'Data induk  dicatat satu kali. '
		],
		['with curled quotes and other dashes', `"Data" — 5–10 'x'...`, '“Data” - 5-10 ‘x’…'],
		['with a no-break space or a soft hyphen', 'Pasal 4 data', 'Pasal\u00A04 da\u00ADta'],
		['with another bullet, spread out', '- satu\n- dua', '* satu\n\n* dua'],
		['with another way to underline a heading', '## Judul', 'Judul\n-----'],
		['with other marks of emphasis', '*data* **induk**', '_data_ __induk__'],
		['with columns drawn otherwise', '| a | b |\n| - | - |\n| 1 | 2 |', '|a|b|\n|:--|---|\n|1|2|'],
		['with another fence', '```\nx\n```', '~~~~\nx\n~~~~'],
		[
			'with attributes in another order',
			':::activity{minutes=5 title=A}\nx\n:::',
			':::activity{title=A minutes=5}\nx\n:::'
		],
		['with a comment inside', 'Data induk.', 'Data<!-- cek --> induk.'],
		['with its author’s id', ':::note\nx\n:::', ':::note{#catatan}\nx\n:::']
	])('%s', (_what, before, after) => {
		expect(printOf(after)).toEqual(printOf(before));
	});

	test('when a picture or a lesson it points at is called otherwise', () => {
		const other = { '01-dasar/02-data.md': aLesson('', { check: 'dua-1' }) };
		const before = printOf('[lihat](02-data.md)\n\n![Kotak.](assets/silo.svg)', other);
		const after = printOf('[lihat](07-data.md)\n\n![Kotak.](assets/kotak.svg)', {
			'01-dasar/07-data.md': other['01-dasar/02-data.md'],
			'01-dasar/assets/silo.svg': null,
			'01-dasar/assets/kotak.svg': picture
		});
		expect(after).toEqual(before);
	});

	test('of a question, whatever happens to its key', () => {
		const before = blocksIn(aQuestion('x-1'))[0]!;
		const turned = '- [ ] Satu kali\n  > Tidak.\n- [x] Tiga kali\n  > Ya, begitu.\n';
		expect(blocksIn(aQuestion('x-1', turned))[0]).toEqual(before);
		expect(JSON.stringify(before)).not.toMatch(/Tepat|pengulangan|Satu kali/);
	});
});

describe('a fingerprint changes', () => {
	test.each([
		['with a word', 'Data induk.', 'Data acuan.'],
		['with a capital letter', 'UU', 'uu'],
		['with a number', '2,5 persen', '25 persen'],
		['with a sign', 'suhu -5', 'suhu 5'],
		['with an article', '[Pasal](reg:uu-1-2020#pasal-4)', '[Pasal](reg:uu-1-2020#pasal-5)'],
		['with the level of a heading', '## Judul', '### Judul'],
		['with the number a list begins at', '1. satu', '5. satu'],
		[
			'with the minutes of an activity',
			':::activity{minutes=5}\nx\n:::',
			':::activity{minutes=9}\nx\n:::'
		],
		['with the indentation of code', '```\na\n  b\n```', '```\na\nb\n```'],
		[
			'with the words of an option',
			aQuestion('x-1'),
			aQuestion('x-1').replace('Tiga kali', 'Dua kali')
		]
	])('%s', (_what, before, after) => {
		expect(printOf(after)).not.toEqual(printOf(before));
	});

	test('with what its picture shows, under the same name', () => {
		const body = '![Kotak.](assets/silo.svg)';
		const redrawn = { '01-dasar/assets/silo.svg': picture.replace('320', '300') };
		expect(printOf(body, redrawn)).not.toEqual(printOf(body));
	});
});

test('the words tell whether more than the form has changed', () => {
	expect(wordsOf('**Data** induk.')).toEqual(wordsOf(':::note\nData, induk\n:::'));
	expect(wordsOf('Data induk.')).not.toEqual(wordsOf('Data acuan.'));
});
