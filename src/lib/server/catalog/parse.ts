import type * as v from 'valibot';
import type {
	Course,
	Finding,
	GlossaryTerm,
	Lesson,
	Module,
	Page,
	QuestionPlace,
	SourceFile
} from './course.ts';
import { fault, limits, readContents } from './contents.ts';
import { courseFields, lessonFields, moduleFields, questionFileFields } from './fields.ts';
import { readPage, splitFrontMatter } from './front-matter.ts';
import { readGlossary } from './glossary.ts';
import { readQuestions } from './questions.ts';

/** Words a minute at which reading time is counted when a lesson does not state its minutes. */
const readingPace = 150;

/** Files at the top of a course that belong to assessment and projects; they are kept, not shown as lessons. */
const reserved = ['tes-awal.md', 'tes-akhir.md', 'proyek.md'];

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
	const quizzes = modules.map((module): [string, QuestionPlace] => [
		module.file.replace(/module\.md$/, 'kuis.md'),
		{ kind: 'quiz', moduleId: module.id }
	]);
	const bank = [...texts.keys()]
		.filter((path) => /^bank\/[^/]+\.md$/.test(path))
		.map((path): [string, QuestionPlace] => [path, { kind: 'bank' }]);
	const graded = [...quizzes, ...bank].flatMap(([file, place]) => {
		const page = texts.has(file) ? read(file, texts, questionFileFields, findings, false) : null;
		if (!page) return [];
		const idPrefix = withoutNumber(file.replaceAll('/', '-'));
		return [{ page, questions: readQuestions(page.document, { ...page, place, idPrefix }) }];
	});
	const checks = modules.flatMap(({ lessons }) => lessons.flatMap(({ questions }) => questions));
	const course: Course = {
		...root,
		id: courseId,
		modules,
		glossary: glossaryOf(texts, findings),
		assets,
		hasProject: texts.has('proyek.md'),
		questionPages: graded.map(({ page }) => page),
		questions: [...checks, ...graded.flatMap(({ questions }) => questions)]
	};
	noteStrayFiles(texts, course, findings);
	return { course, findings };
}

function read<const Schema extends v.GenericSchema>(
	file: string,
	texts: ReadonlyMap<string, string>,
	schema: Schema,
	findings: Finding[],
	required = true
): Page<v.InferOutput<Schema>> | null {
	const text = texts.get(file);
	if (text === undefined) {
		// A file that is there but unreadable has already been reported.
		if (!findings.some((finding) => finding.file === file))
			findings.push(fault(file, 'missing-file', `Berkas "${file}" belum ada. Buat berkasnya.`));
		return null;
	}
	const { page, faults } = readPage(file, text, schema, required);
	for (const found of faults) findings.push({ ...found, file });
	for (const remark of page?.document.remarks ?? []) findings.push({ ...remark, file });
	return page;
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
			const lessons = paths
				.filter((path) => !/\/(?:module|kuis)\.md$/.test(path))
				.sort(byNumber)
				.flatMap((path) => lessonOf(path, id, texts, findings) ?? []);
			return page ? [{ ...page, id, lessons }] : [];
		});
}

/** Order of files: by the number their name begins with, then by name. */
function byNumber(a: string, b: string): number {
	const number = (path: string) => Number(/(?:^|\/)(\d+)[^/]*$/.exec(path)?.[1] ?? Infinity);
	return number(a) - number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** `01-gejala-silo.md` → `gejala-silo`. */
function withoutNumber(name: string): string {
	return name.replace(/\.md$/, '').replace(/^\d+-/, '');
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
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
		findings.push(
			fault(
				file,
				'file-name',
				`Nama berkas harus huruf kecil, angka, dan tanda hubung, misalnya "01-gejala-silo.md".`
			)
		);
	}
	const questions = readQuestions(page.document, {
		...page,
		place: { kind: 'lesson', lessonId: id },
		idPrefix: id
	});
	const words = page.document.passages
		.filter(({ inQuestion }) => !inQuestion)
		.reduce((sum, { text: passage }) => sum + passage.split(' ').length, 0);
	const activities = page.document.directives.reduce(
		(sum, { name, values }) =>
			sum + (name === 'activity' ? Number(values['minutes'] ?? 0) || 0 : 0),
		0
	);
	const minutes = page.fields.minutes ?? Math.max(1, Math.ceil(words / readingPace) + activities);
	return { ...page, id, moduleId, minutes, words, questions };
}

function glossaryOf(texts: ReadonlyMap<string, string>, findings: Finding[]): GlossaryTerm[] {
	const text = texts.get('glossary.md');
	if (text === undefined) return [];
	const parts = splitFrontMatter(text) ?? { body: text, bodyLine: 1 };
	const { terms, faults } = readGlossary(parts.body, parts.bodyLine);
	// One by one: a file may hold more faults than a call may have arguments.
	for (const { line, message } of faults)
		findings.push(fault('glossary.md', 'glossary', message, line));
	return terms;
}

function noteStrayFiles(
	texts: ReadonlyMap<string, string>,
	course: Course,
	findings: Finding[]
): void {
	for (const path of texts.keys()) {
		const top = !path.includes('/');
		if (top && ['course.md', 'glossary.md', 'README.md', ...reserved].includes(path)) continue;
		if (!top && /^[^/]+\/[^/]+\.md$/.test(path)) continue;
		findings.push(
			fault(
				path,
				'stray-file',
				`Berkas ini tidak termasuk bagian mana pun dari "${course.id}". Taruh materi di dalam folder modul.`
			)
		);
	}
}
