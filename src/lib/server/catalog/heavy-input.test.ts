import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, picture, registry } from '../../../../tests/support/courses.ts';
import { heavyMarkdown } from '../../../../tests/support/heavy-markdown.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { checkCourse } from './check.ts';
import { limits } from './contents.ts';
import { fixCourse } from './fix.ts';
import { activeContent, imageSize } from './images.ts';
import { readRegistry } from './regulations.ts';

// The limits are of processor time; a busy machine may take its time.
const patience = { timeout: 60_000 };

const lesson = '01-dasar/01-gejala-silo.md';
const times = (count: number, text: (at: number) => string, joint = ' ') =>
	Array.from({ length: count }, (_, at) => text(at)).join(joint);

/** Another word for every number, all alike. */
const word = (at: number) => at.toString(36).padStart(20, 'abcdefghijklmnopqrstu');

function timeToCheck(changes: Record<string, string>): number {
	const files = aCourse(changes);
	return processorTime(() => checkCourse('data-1', files, registry, '2026-11-21'));
}

describe('every rule stays within two seconds', () => {
	const room = limits.lesson - aLesson().length;

	test.each(heavyMarkdown)('on a lesson of %s', patience, (_what, text) => {
		expect(timeToCheck({ [lesson]: aLesson(text.slice(0, room)) })).toBeLessThan(2000);
	});

	const assets = Object.fromEntries(
		Array.from({ length: 1500 }, (_, at) => [`01-dasar/assets/${word(at * 7)}.svg`, picture])
	);
	test.each<[what: string, changes: Record<string, string>]>([
		[
			'5,000 links almost to one of 1,500 files',
			{ ...assets, [lesson]: aLesson(times(5000, (at) => `[a](assets/${word(at * 7 + 3)}.svg)`)) }
		],
		[
			'5,000 images almost one of 1,500 files',
			{ ...assets, [lesson]: aLesson(times(5000, (at) => `![a](assets/${word(at * 7 + 3)}.svg)`)) }
		],
		[
			'7,000 terms almost one of 30,000',
			{
				'glossary.md': times(30_000, (at) => `${word(at * 5)}\n: x`, '\n'),
				[lesson]: aLesson(times(7000, (at) => `[[${word(at * 5 + 2)}]]`))
			}
		],
		['60,000 terms of one name', { 'glossary.md': 'a\n: x\n'.repeat(60_000) }],
		[
			'a definition of a megabyte',
			{ 'glossary.md': `data induk\n: ${'[[data induk]] '.repeat(60_000)}` }
		],
		[
			'5,000 unknown regulations',
			{ [lesson]: aLesson(times(5000, (at) => `[a](reg:${word(at)})`)) }
		],
		[
			'8,000 unknown directives',
			{ [lesson]: aLesson(times(8000, (at) => `:::${word(at).slice(8)}\nx\n:::`, '\n')) }
		],
		[
			'7,000 unknown attributes',
			{ [lesson]: aLesson(`:::note{${times(7000, (at) => `${word(at)}=x`)}}\nx\n:::`) }
		],
		[
			'3,000 unknown objectives',
			{
				[lesson]: aLesson(
					times(3000, (at) => `:::question{#q${at} objective=${word(at)}}\n- [x] a\n:::`, '\n')
				)
			}
		],
		['5,000 unknown fields', { [lesson]: `---\n${times(5000, (at) => `k${at}:`, '\n')}\n---\nx` }],
		[
			'7,000 fields within a field',
			{ 'course.md': `---\ntitle: {${times(7000, (at) => at.toString(36), ',')}}\n---\nx` }
		],
		[
			'4,000 suppressions of unknown rules',
			{ [lesson]: aLesson(times(4000, (at) => `<!-- periksa:abaikan ${word(at)} x -->`, '\n\n')) }
		],
		[
			'suppressions against images',
			{
				[lesson]: `---\ntitle: x\nobjectives: [m1-1]\n${'# periksa:abaikan alt-text x\n'.repeat(9000)}---\n${'![](a) '.repeat(9000)}`
			}
		],
		[
			'a question that holds a list of 90,000 items',
			{ [lesson]: aLesson(`:::question{#q}\n${'-\n'.repeat(90_000)}\n:::`) }
		],
		[
			'a question of 30,000 quotations',
			{ [lesson]: aLesson(`:::question{#q}\nx\n\n${'> a\n\n'.repeat(30_000)}:::`) }
		],
		[
			'a number of 190,000 digits',
			{ [lesson]: aLesson(`:::question{#q kind=numeric}\nx\n\n= ${'1.'.repeat(90_000)}x\n:::`) }
		],
		[
			'60,000 accepted answers',
			{ [lesson]: aLesson(`:::question{#q kind=short}\nx\n\n= ${'a | '.repeat(45_000)}\n:::`) }
		],
		[
			'a matching of 10,000 pairs',
			{
				[lesson]: aLesson(
					`:::question{#q kind=match}\n| a | b |\n| - | - |\n${times(10_000, (at) => `| a${at} | b${at} |`, '\n')}\n:::`
				)
			}
		],
		[
			'scenarios in scenarios',
			{ [lesson]: aLesson(':::scenario{#s}\n'.repeat(5000) + ':::\n'.repeat(5000)) }
		]
	])('on %s', patience, (_what, changes) => {
		expect(timeToCheck(changes)).toBeLessThan(2000);
	});
});

test('10,000 questions without ids get theirs within two seconds', patience, () => {
	const files = aCourse({ 'bank/a.md': ':::question\nA?\n:::\n\n'.repeat(10_000) });
	expect(processorTime(() => fixCourse('data-1', files))).toBeLessThan(2000);
});

describe('a registry is read within two seconds', () => {
	test.each([
		['of 20,000 fields in an entry', `- id: a\n${times(20_000, (at) => `  k${at}: x`, '\n')}`],
		['of 20,000 entries', times(20_000, (at) => `- {id: a${at}}`, '\n')]
	])('%s', patience, (_what, yaml) => {
		const bytes = Buffer.from(yaml);
		expect(processorTime(() => readRegistry({ path: 'regulations.yaml', bytes }))).toBeLessThan(
			2000
		);
	});
});

test('fields longer than any course needs are refused unread', () => {
	const fields = `---\ntitle: x\nid: ${'a'.repeat(40_000)}\n---\nx`;
	const { problems } = checkCourse('data-1', aCourse({ [lesson]: fields }), registry, '2026-11-21');
	expect(problems).toContainEqual(
		expect.objectContaining({ file: lesson, rule: 'front-matter', line: 2 })
	);
});

describe('a picture of a megabyte is judged within two seconds', () => {
	const much = 900_000;
	test.each(
		[
			['url(', ' ', ')'],
			["url('", ' ', "'"],
			['href', ' ', ''],
			['href="', ' ', '#'],
			['href = ', ' href =', ''],
			[' on', 'a', ''],
			['', ' on', ''],
			['', ' ona ', ''],
			['', '< ', ''],
			['<', ' ', 'script'],
			['<', 'a:', ''],
			['attributeName="', ' ', ''],
			['', 'attributeName="a', ''],
			['encoding="', 'a', ''],
			['', 'url(', ''],
			['', '<svg', ''],
			['<svg viewBox="', '1 ', ''],
			['<svg width="', '1.', '']
		].map(([before = '', again = '', after = '']) => [
			`${before}${again}…${after}`,
			before + again.repeat(much / again.length) + after
		])
	)('%s', patience, (_what, svg) => {
		const bytes = Buffer.from(svg!);
		expect(
			processorTime(() => {
				activeContent(svg!);
				imageSize('image/svg+xml', bytes);
			})
		).toBeLessThan(2000);
	});
});
