import type { Suppression } from '../markdown/document.ts';
import { nearest } from '../markdown/nearest.ts';
import { readSuppression } from '../markdown/comments.ts';
import type { Registries } from './competencies.ts';
import type { Course, Finding, Page, Problem, SourceFile } from './course.ts';
import { parseCourse } from './parse.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { access } from './rules/access.ts';
import { assessment } from './rules/assessment.ts';
import { clues } from './rules/clues.ts';
import { guessing } from './rules/guessing.ts';
import { law } from './rules/law.ts';
import { load } from './rules/load.ts';
import { objectives } from './rules/objectives.ts';
import { prose } from './rules/prose.ts';
import { questionForm } from './rules/question-form.ts';
import { reading } from './rules/reading.ts';
import { references } from './rules/references.ts';
import { advice, error, type Rule, type Subject } from './rules/rule.ts';
import { spacing } from './rules/spacing.ts';
import { structure } from './rules/structure.ts';
import { subjectOf } from './rules/subject.ts';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import { decodeText } from './text.ts';

const suppression: Record<string, Rule> = {
	suppression: error({
		finds: 'Pengabaian tanpa alasan, atau untuk aturan yang tidak ada atau tidak dapat diabaikan.',
		remedy: 'Sebut aturan yang ada dan alasannya.',
		why: 'Penelaah perlu tahu mengapa sebuah aturan tidak diikuti.'
	}),
	'suppression-unused': advice({
		finds: 'Pengabaian yang tidak mengabaikan apa pun.',
		remedy: 'Hapus pengabaian yang tidak diperlukan lagi.',
		why: 'Pengabaian yang tertinggal menutupi kesalahan berikutnya.',
		suppressible: false
	})
};

/** The rules of `courses check` by what they watch over, in the order in which they are told of. */
export const ruleGroups = {
	Susunan: { ...reading, ...structure, ...load, ...references, ...spacing },
	Soal: { ...questionForm, ...assessment, ...objectives, ...guessing, ...clues },
	Akses: access,
	Hukum: law,
	Bahasa: prose,
	Pengabaian: suppression
} satisfies Record<string, Record<string, Rule>>;

/** Every rule by its id; what is no id is undefined, whatever its name. */
export const rules: Readonly<Record<string, Rule>> = Object.assign(
	Object.create(null) as Record<string, Rule>,
	...Object.values(ruleGroups)
);

/** Reads and judges a course; the course is null when it cannot be read at all. Never throws on bad input. */
export function checkCourse(
	courseId: string,
	files: readonly SourceFile[],
	registry: Registries,
	on: string
): { course: Course | null; problems: Problem[] } {
	const { course, findings } = parseCourse(courseId, files);
	if (!course) return { course, problems: graded(findings) };
	const subject = subjectOf(course, files, registry, on);
	for (const [rule, { run, whole }] of Object.entries(rules)) {
		if (whole && subject.partial) continue;
		for (const hit of run?.(subject) ?? []) findings.push({ ...hit, rule });
	}
	return { course, problems: graded(silenced(subject, findings)) };
}

/** Gives findings the severity their rule has, in the order of file and line. */
export function graded(findings: readonly Finding[]): Problem[] {
	return findings
		.map((finding) => ({ ...finding, severity: rules[finding.rule]?.severity ?? 'error' }))
		.sort((a, b) =>
			a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
		);
}

/** Whether these problems keep a course from being published. */
export function blocksPublication(problems: readonly Problem[]): boolean {
	return problems.some(({ severity }) => severity !== 'warning');
}

/** Takes out what a comment with a reason silences, and reports comments that silence nothing or may not. */
function silenced({ pages, files, partial }: Subject, findings: readonly Finding[]): Finding[] {
	const used = new Set<Suppression>();
	const byFile = new Map(pages.map((page) => [page.file, suppressionsOf(page)]));
	byFile.set('glossary.md', suppressionsOfGlossary(files));
	const kept = findings.filter(({ file, rule, line }) => {
		if (!rules[rule]?.suppressible) return true;
		const match = byFile
			.get(file)
			?.find(
				(entry) =>
					entry.rule === rule &&
					entry.reason !== '' &&
					line >= entry.fromLine &&
					line <= entry.toLine
			);
		if (match) used.add(match);
		return !match;
	});
	for (const [file, entries] of byFile) {
		for (const entry of entries) {
			const waits = partial && rules[entry.rule]?.whole;
			if (!used.has(entry) && !waits)
				kept.push({ file, line: entry.line, column: entry.column, ...complaint(entry) });
		}
	}
	return kept;
}

/** Comments in the body silence the block that follows, comments in the front matter the whole file. */
function suppressionsOf(page: Page<unknown>): Suppression[] {
	return [...page.document.suppressions, ...wholeFile(page.frontMatter.comments)];
}

function wholeFile(comments: readonly { text: string; line: number }[]): Suppression[] {
	return comments.flatMap(({ text, line }) => {
		const found = text.startsWith('#') ? readSuppression(text.replace(/^#+/, '')) : null;
		return found ? [{ ...found, line, column: 1, fromLine: 1, toLine: Infinity }] : [];
	});
}

/** The glossary has a grammar of its own, but comments and blocks stand in it as in any text. */
function suppressionsOfGlossary(files: readonly SourceFile[]): Suppression[] {
	const glossary = files.find(({ path }) => path === 'glossary.md');
	const decoded = glossary && decodeText(glossary.bytes);
	if (!decoded?.ok || !decoded.text.includes('periksa:abaikan')) return [];
	const { yaml, body, bodyLine } = splitFrontMatter(decoded.text) ?? {
		yaml: '',
		body: decoded.text,
		bodyLine: 1
	};
	const comments = yaml.split('\n').map((text, index) => ({ text, line: index + 2 }));
	return [...parseMarkdown(body, bodyLine).suppressions, ...wholeFile(comments)];
}

function complaint({ rule, reason }: Suppression): Pick<Finding, 'rule' | 'message'> {
	if (!rules[rule]) {
		const guess = nearest(rule, Object.keys(rules));
		return {
			rule: 'suppression',
			message: `Aturan "${rule}" tidak dikenal.${guess ? ` Maksud Anda "${guess}"?` : ''}`
		};
	}
	if (!rules[rule].suppressible)
		return {
			rule: 'suppression',
			message: `Aturan "${rule}" tidak dapat diabaikan. ${rules[rule].remedy}`
		};
	if (reason === '')
		return { rule: 'suppression', message: `Tulis alasan setelah "periksa:abaikan ${rule}".` };
	return {
		rule: 'suppression-unused',
		message: `Tidak ada pelanggaran "${rule}" di sini. Hapus pengabaian ini.`
	};
}
