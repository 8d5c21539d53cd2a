import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { blocksPublication, checkCourse } from '#lib/server/catalog/check.ts';
import { limits } from '#lib/server/catalog/contents.ts';
import type { Problem, SourceFile } from '#lib/server/catalog/course.ts';
import { splitFrontMatter } from '#lib/server/catalog/front-matter.ts';
import { readLibrary } from '#lib/server/catalog/library.ts';
import { formatFile } from '#lib/server/catalog/reference.ts';
import { readRegistry } from '#lib/server/catalog/regulations.ts';
import { imageBudget } from '#lib/server/catalog/rules/access.ts';
import { lessonWords, longestSentence } from '#lib/server/catalog/rules/prose.ts';
import { minutesPerJp } from '#lib/server/catalog/rules/load.ts';
import { messagesIn } from '#lib/messages/catalogue.ts';

// The author's guide teaches by showing: each fenced block says after its language what it is.
//   md               a stretch of a lesson
//   md kuis          a stretch of a quiz
//   md salah         a stretch with faults; a block "text" behind it tells what the check says of them
//   md FILE          a file of the example course that the guide builds up
//   yaml course.md   fields to put in place of the example's
//   yaml FILE        the registry
//   sh               commands
// What follows "Peserta melihat:" is the block before it, as learners see it.

const folder = 'courses/panduan-kontributor';
const { courses, registry } = await readLibrary([folder], ['courses']);
const guide = courses[0]!.files;
const today = new Date().toISOString().slice(0, 10);

interface Fence {
	lesson: string;
	line: number;
	language: string;
	/** What stands behind the language. */
	what: string;
	text: string;
	/** The lesson behind the block. */
	after: string;
}

const fences = guide
	.filter(({ path }) => path.endsWith('.md'))
	.flatMap(({ path, bytes }) => fencesIn(path, Buffer.from(bytes).toString('utf8')));

function fencesIn(lesson: string, source: string): Fence[] {
	return [...source.matchAll(/^```(\w+)(?: (.+))?\n([\s\S]*?)^```\n/gm)].map((match) => ({
		lesson,
		line: source.slice(0, match.index).split('\n').length,
		language: match[1]!,
		what: match[2] ?? '',
		text: match[3]!,
		after: source.slice(match.index + match[0].length)
	}));
}

const named = (found: readonly Fence[]) =>
	found.map((fence) => [`${fence.lesson}:${fence.line}`, fence] as const);
const ofKind = (language: string, what?: RegExp) =>
	fences.filter((fence) => fence.language === language && (!what || what.test(fence.what)));

/** The files of the example course, as far as the guide has built it up. */
const example = ofKind('md', /\.md$/);
const exampleText = (path: string) => example.find(({ what }) => what === path)!.text;

function checked(texts: Record<string, string>): Problem[] {
	const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
	return checkCourse('antrean-layanan', [...files, ...assets()], registry, today).problems;
}

/** The guide's own pictures and clips, where a stretch of a lesson expects them. */
function assets(): SourceFile[] {
	return guide
		.filter(({ path }) => path.startsWith('01-menulis-materi/assets/'))
		.map(({ path, bytes }) => ({ path: path.replace(/^[^/]+/, '01-antrean'), bytes }));
}

/** The example course with one more lesson or quiz: what the check says of that file. */
function remarksOn({ text }: Fence, place: 'lesson' | 'kuis'): Problem[] {
	const objectives = ['a1-1', ...new Set(text.match(/(?<=objective=)[\w-]+/g))];
	const module = exampleText('01-antrean/module.md').replace(
		/objectives:[\s\S]*?(?=---)/,
		`objectives:\n${[...new Set(objectives)].map((id) => `  - { id: ${id}, text: Menulis., level: C3 }\n`).join('')}`
	);
	const file = place === 'kuis' ? '01-antrean/kuis.md' : '01-antrean/02-contoh.md';
	const head =
		place === 'kuis'
			? 'title: Kuis\nminutes: 5'
			: `title: Contoh\nminutes: 5\nobjectives: [${[...new Set(objectives)].join(', ')}]`;
	const glossary = guide.find(({ path }) => path === 'glossary.md')!;
	return checked({
		'course.md': exampleText('course.md'),
		'glossary.md': Buffer.from(glossary.bytes).toString('utf8'),
		'01-antrean/module.md': module,
		'01-antrean/01-waktu-tunggu.md': exampleText('01-antrean/01-waktu-tunggu.md'),
		[file]: `---\n${head}\n---\n\n${text}`
	}).filter((problem) => problem.file === file);
}

const inWords = (count: number) => count.toLocaleString('id-ID');

/** A file of the guide, by its name. */
function textOf(name: string): string {
	const file = guide.find(({ path }) => path.split('/').at(-1) === name)!;
	return Buffer.from(file.bytes).toString('utf8');
}

const theRegistry = (bytes: Uint8Array): SourceFile => ({ path: 'regulations.yaml', bytes });

/** Rules of what a stretch cannot have: the length of a lesson, and its last block. */
const ofWholeLessons = ['lesson-length', 'missing-workplace'];

describe("the author's guide", () => {
	test('marks every block with a kind this test knows', () => {
		const strange = fences.filter(
			({ language, what }) =>
				!(language === 'md' && /^(?:|kuis|salah|[\w/-]+\.md)$/.test(what)) &&
				!(language === 'yaml' && /^(?:course\.md|regulations\.yaml)$/.test(what)) &&
				!(['sh', 'text'].includes(language) && what === '')
		);
		expect(strange).toEqual([]);
		expect(fences.length).toBeGreaterThan(30);
	});

	test.each(named(ofKind('md', /^(?:kuis)?$/)))('%s: the check has no remark', (_place, fence) => {
		const remarks = remarksOn(fence, fence.what === 'kuis' ? 'kuis' : 'lesson');
		expect(remarks.filter(({ rule }) => !ofWholeLessons.includes(rule))).toEqual([]);
	});

	test.each(named(ofKind('md', /^salah$/)))('%s: the check says what is shown', (_place, fence) => {
		const said = remarksOn(fence, 'lesson')
			.filter(({ rule }) => !ofWholeLessons.includes(rule))
			.map(({ rule, message }) => `${rule} ${message}`);
		const shown = fencesIn(fence.lesson, fence.after)[0]!;
		expect(shown.language).toBe('text');
		expect(said.toSorted()).toEqual(shown.text.trim().split('\n').toSorted());
	});

	test.each(named(fences.filter(({ after }) => /^\nPeserta melihat:\n/.test(after))))(
		'%s: what learners see is what was written',
		(_place, { after, text }) => {
			expect(after.replace(/^\nPeserta melihat:\n\n/, '').slice(0, text.length)).toBe(text);
		}
	);

	test('shows every kind of question as the thing itself, an essay as source', () => {
		const kinds = (text: string) => new Set(text.match(/(?<=kind=)[a-z-]+/g));
		const shown = fences
			.filter(({ after }) => /^\nPeserta melihat:\n/.test(after))
			.map(({ text }) => text)
			.join('');
		expect([...kinds(shown)].toSorted()).toEqual([
			'match',
			'numeric',
			'order',
			'short',
			'situational',
			'true-false'
		]);
		for (const part of ['#jenis-tunggal ', '#jenis-banyak ', '::::scenario{'])
			expect(shown).toContain(part);
		expect([...kinds(ofKind('md', /^kuis$/)[0]!.text)]).toEqual(['essay']);
	});

	test('builds up a course in its first lesson that can be published, and extends it', () => {
		const blocking = (found: readonly Fence[], change = (text: string) => text) =>
			checked(Object.fromEntries(found.map(({ what, text }) => [what, change(text)]))).filter(
				(problem) => blocksPublication([problem])
			);
		const first = example.filter(({ lesson }) => /lima-menit/.test(lesson));
		expect(first.length).toBe(3);
		expect(blocking(first)).toEqual([]);
		const later = example.filter(({ what }) => what !== 'proyek.md');
		expect(blocking(later)).toEqual([]);
		// With the assignment the course has 1 JP, as the guide says.
		const whole = blocking(example, (text) =>
			text.replace(/^jp: 0\.5\nproviders/m, 'jp: 1\nproviders')
		);
		expect(whole).toEqual([]);
	});

	test.each(named(ofKind('yaml', /^course\.md$/)))(
		'%s: the fields are valid',
		(_place, { text }) => {
			const first = example.filter(({ lesson }) => /lima-menit/.test(lesson));
			const texts = Object.fromEntries(first.map(({ what, text: own }) => [what, own]));
			const { yaml, body } = splitFrontMatter(texts['course.md']!)!;
			const names = text.match(/^\w+(?=:)/gm)!;
			const kept = yaml
				.split('\n')
				.filter((line) => !names.some((name) => line.startsWith(`${name}:`)));
			texts['course.md'] = `---\n${kept.join('\n')}${text}---\n${body}`;
			const problems = checked(texts).filter(({ file }) => file === 'course.md');
			expect(problems.filter(({ rule }) => rule !== 'jp-sum')).toEqual([]);
		}
	);

	test('quotes an entry of the registry as it stands there', () => {
		const { registry: whole } = readRegistry(theRegistry(readFileSync('courses/regulations.yaml')));
		for (const { text } of ofKind('yaml', /^regulations\.yaml$/)) {
			const shown = readRegistry(theRegistry(Buffer.from(text)));
			expect(shown.findings).toEqual([]);
			for (const [id, entry] of shown.registry) expect(entry).toEqual(whole.get(id));
		}
	});

	test.each([
		['02-teks-yang-terbaca.md', `paling besar ${imageBudget / 1000} kilobita`],
		['02-teks-yang-terbaca.md', `Klip paling besar ${limits.clip / 1_000_000} megabita`],
		['02-teks-yang-terbaca.md', `paling banyak ${longestSentence} kata`],
		[
			'02-teks-yang-terbaca.md',
			`${inWords(lessonWords.fewest)} sampai ${inWords(lessonWords.most)} kata`
		],
		['01-memeriksa-dan-menelaah.md', `lebih dari ${longestSentence} kata`],
		['01-lima-menit-pertama.md', `dari JP × ${minutesPerJp}`],
		['glossary.md', `sama dengan ${minutesPerJp} menit`]
	])('%s: the limit it teaches is the one that is checked (%s)', (file, said) => {
		expect(textOf(file)).toContain(said);
	});

	test('calls the parts of the preview what they are called there', () => {
		const { panel, keys } = messagesIn('id').preview;
		for (const name of [panel.title, keys.title, keys.forget])
			expect(textOf('01-memeriksa-dan-menelaah.md')).toContain(`**${name}**`);
		for (const name of Object.values(panel.severities)) {
			expect(textOf('01-memeriksa-dan-menelaah.md')).toContain(`| ${name} |`);
			expect(formatFile()).toContain(`(${name.toLowerCase()};`);
		}
	});

	test('names only commands there are, and the reference lists each of them', () => {
		const usage = spawnSync(process.execPath, [join('src', 'cli', 'courses.ts')], {
			encoding: 'utf8'
		}).stderr;
		const verbs = usage.match(/(?<=(?:-- |\| ))[a-z]+(?= |$)/gm)!;
		expect(verbs).toContain('preview');
		for (const verb of verbs) expect(formatFile()).toContain(`npm run courses -- ${verb}`);
		const commands = ofKind('sh').flatMap(({ text }) => text.trim().split('\n'));
		expect(commands.length).toBeGreaterThan(0);
		for (const command of commands) {
			const words = /^npm run courses -- (\w+)((?: \S+)*)$/.exec(command);
			expect(usage).toContain(words?.[1]);
			for (const option of words![2]!.match(/--[\w-]+/g) ?? []) expect(usage).toContain(option);
		}
		expect(readFileSync('package.json', 'utf8')).toContain('"courses":');
	});
});
