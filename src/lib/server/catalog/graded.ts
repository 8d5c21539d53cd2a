import type { Bank, Finding, Module, Pool, Project, Rubric, Test } from './course.ts';
import { rubricIn } from './answers.ts';
import { bankFields, projectFields, testFields } from './fields.ts';
import { noteName, read, withoutNumber } from './pages.ts';
import { readQuestions } from './questions.ts';

type Texts = ReadonlyMap<string, string>;

/** The quizzes of modules and the tests before and after the course, as far as they are written. */
export function testsOf(modules: readonly Module[], texts: Texts, findings: Finding[]): Test[] {
	const quizzes = modules.map((module) => ({
		file: module.file.replace(/module\.md$/, 'kuis.md'),
		id: module.id,
		kind: 'quiz' as const,
		moduleId: module.id,
		pool: 'kuis' as Pool
	}));
	const ends = (['pretest', 'posttest'] as const).map((kind) => {
		const id = kind === 'pretest' ? 'tes-awal' : 'tes-akhir';
		return { file: `${id}.md`, id, kind, moduleId: null, pool: 'ujian' as Pool };
	});
	return [...quizzes, ...ends].flatMap((test) => {
		if (!texts.has(test.file)) return [];
		const page = read(test.file, texts, testFields, findings);
		if (!page) return [];
		const asked = readQuestions(page.document, {
			...page,
			place: { kind: 'test', testId: test.id },
			pool: test.pool,
			idPrefix: withoutNumber(test.file.replaceAll('/', '-'))
		});
		return [{ ...page, ...test, ...asked }];
	});
}

/** The files of `bank/`; their items belong to tests unless the file or the item says otherwise. */
export function bankOf(texts: Texts, findings: Finding[]): Bank[] {
	const files = [...texts.keys()].filter((path) => /^bank\/[^/]+\.md$/.test(path)).sort();
	return files.flatMap((file) => {
		noteName(file, withoutNumber(file.slice('bank/'.length)), findings);
		const page = read(file, texts, bankFields, findings, false);
		if (!page) return [];
		const asked = readQuestions(page.document, {
			...page,
			place: { kind: 'bank' },
			pool: page.fields.pool ?? 'ujian',
			idPrefix: withoutNumber(file.replaceAll('/', '-'))
		});
		return [{ ...page, ...asked }];
	});
}

/** The team's assignment, when there is one. */
export function projectOf(texts: Texts, findings: Finding[]): Project | null {
	if (!texts.has('proyek.md')) return null;
	const page = read('proyek.md', texts, projectFields, findings);
	const rubric: Rubric | null = page && rubricIn(page.document.tokens);
	return page && { ...page, rubric };
}
