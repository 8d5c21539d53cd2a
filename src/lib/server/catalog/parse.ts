import { hiddenCharacters } from '../markdown/hidden-characters.ts';
import {
	readingPages,
	type Course,
	type Finding,
	type GlossaryTerm,
	type Lesson,
	type Module,
	type SourceFile
} from './course.ts';
import { fault, limits, readContents } from './contents.ts';
import { courseFields, lessonFields, moduleFields } from './fields.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readGlossary } from './glossary.ts';
import { bankOf, projectOf, testsOf } from './graded.ts';
import { byNumber, noteName, read, withoutNumber } from './pages.ts';
import { readQuestions } from './questions.ts';
import { decodeText } from './text.ts';
import { minutesIn } from '../markdown/directive-minutes.ts';

/** Words a minute at which reading time is counted when a lesson does not state its minutes. */
const readingPace = 150;

/** Pages at the top of a course that are no module's. */
const atTop = ['course.md', 'tes-awal.md', 'tes-akhir.md', 'proyek.md'];
/** Texts that are no pages. */
const besides = ['glossary.md', 'README.md'];

export interface ParsedCourse {
	/** Null when there is no usable course.md. */
	course: Course | null;
	findings: Finding[];
}

/** Turns the files of a course folder into a course and everything the reading itself found. Never throws on bad input. */
export function parseCourse(courseId: string, files: readonly SourceFile[]): ParsedCourse {
	const { texts, assets, findings } = readContents(files);
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(courseId)) {
		findings.push(
			fault(
				'course.md',
				'file-name',
				`Nama folder "${courseId}" harus huruf kecil, angka, dan tanda hubung.`
			)
		);
	}
	const root = read('course.md', texts, courseFields, findings);
	const modules = modulesOf(texts, findings);
	if (!root) return { course: null, findings };
	const tests = testsOf(modules, texts, findings);
	const bank = bankOf(texts, findings);
	const lessons = modules.flatMap((module) => module.lessons);
	const course: Course = {
		...root,
		id: courseId,
		modules,
		glossary: glossaryOf(texts, findings),
		assets,
		tests,
		project: projectOf(texts, findings),
		bank,
		questions: [...lessons, ...tests, ...bank].flatMap(({ questions }) => questions),
		scenarios: [...lessons, ...tests, ...bank].flatMap(({ scenarios }) => scenarios)
	};
	noteStrayFiles(texts, course, findings);
	return { course, findings };
}

function modulesOf(texts: ReadonlyMap<string, string>, findings: Finding[]): Module[] {
	const byFolder = Map.groupBy(
		texts.keys(),
		(path) => /^([^/]+)\/[^/]+\.md$/.exec(path)?.[1] ?? ''
	);
	for (const other of ['', 'bank', 'assets']) byFolder.delete(other);
	return [...byFolder]
		.sort(([a], [b]) => byNumber(a, b))
		.flatMap(([folder, paths]) => {
			const page = read(`${folder}/module.md`, texts, moduleFields, findings);
			const id = page?.fields.id ?? withoutNumber(folder);
			if (page) noteName(page.file, id, findings);
			const lessons = paths
				.filter((path) => !/\/(?:module|kuis)\.md$/.test(path))
				.sort(byNumber)
				.flatMap((path) => lessonOf(path, id, texts, findings) ?? []);
			return page ? [{ ...page, id, lessons }] : [];
		});
}

function lessonOf(
	file: string,
	moduleId: string,
	texts: ReadonlyMap<string, string>,
	findings: Finding[]
): Lesson | null {
	const text = texts.get(file)!;
	if (text.length > limits.lesson) {
		findings.push(
			fault(
				file,
				'file-size',
				`Materi memuat ${text.length.toLocaleString('id-ID')} karakter; paling banyak ${limits.lesson.toLocaleString('id-ID')}. Bagi menjadi beberapa materi.`,
				splitFrontMatter(text)?.bodyLine ?? 1
			)
		);
		return null;
	}
	const page = read(file, texts, lessonFields, findings);
	if (!page) return null;
	const id = page.fields.id ?? withoutNumber(file.slice(file.lastIndexOf('/') + 1));
	noteName(file, id, findings);
	const { questions, scenarios } = readQuestions(page.document, {
		...page,
		place: { kind: 'lesson', lessonId: id },
		pool: 'latihan',
		idPrefix: id
	});
	const words = page.document.passages
		.filter(({ inQuestion }) => !inQuestion)
		.reduce((sum, { text: passage }) => sum + passage.split(' ').length, 0);
	const activities = page.document.directives.reduce(
		(sum, { name, values }) => sum + (name === 'activity' ? (minutesIn(values) ?? 0) : 0),
		0
	);
	const minutes = page.fields.minutes ?? Math.max(1, Math.ceil(words / readingPace) + activities);
	return { ...page, id, moduleId, minutes, words, questions, scenarios };
}

function glossaryOf(texts: ReadonlyMap<string, string>, findings: Finding[]): GlossaryTerm[] {
	const text = texts.get('glossary.md');
	if (text === undefined) return [];
	const parts = splitFrontMatter(text) ?? { body: text, bodyLine: 1 };
	const { terms, faults } = readGlossary(parts.body, parts.bodyLine);
	// One by one: a file may hold more faults than a call may have arguments.
	for (const { line, message } of faults)
		findings.push(fault('glossary.md', 'glossary', message, line));
	for (const remark of hiddenCharacters(text.split('\n'), 1))
		findings.push({ ...remark, file: 'glossary.md' });
	return terms;
}

/** Whether a file that belongs to the course is no part of it, because it cannot be read or its fields cannot be used. */
export function isPartial(course: Course, files: readonly SourceFile[]): boolean {
	const read = new Set(readingPages(course).map(({ file }) => file));
	return files.some(({ path, bytes }) =>
		path === 'glossary.md'
			? bytes.length > limits.text || !decodeText(bytes).ok
			: isPart(path.normalize('NFC')) && !read.has(path.normalize('NFC'))
	);
}

/** Whether a file of this name is a page of the course. */
function isPart(path: string): boolean {
	return atTop.includes(path) || /^(?!assets\/)[^/]+\/[^/]+\.md$/.test(path);
}

function noteStrayFiles(
	texts: ReadonlyMap<string, string>,
	course: Course,
	findings: Finding[]
): void {
	for (const path of texts.keys()) {
		if (isPart(path) || besides.includes(path)) continue;
		findings.push(
			fault(
				path,
				'stray-file',
				`Berkas ini tidak termasuk bagian mana pun dari "${course.id}". Taruh materi di dalam folder modul.`
			)
		);
	}
}
