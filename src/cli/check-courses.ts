import { join } from 'node:path';
import { isoDay } from '#lib/format/dates.ts';
import { blocksPublication, rules } from '#lib/server/catalog/check.ts';
import type { Problem, Severity } from '#lib/server/catalog/course.ts';
import { fixCourse, type Fix } from '#lib/server/catalog/fix.ts';
import { checkSource, type Library } from '#lib/server/catalog/library.ts';
import { severityNames } from '#lib/server/catalog/rules/rule.ts';
import { writeFixed } from '#lib/server/catalog/write-fixed.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import { nearest } from '#lib/server/markdown/nearest.ts';
import { printProblems } from './problems.ts';

/** What `check` was asked for besides the folders. */
export interface CheckOptions {
	json: boolean;
	/** Leaves warnings out of what is printed. */
	quiet: boolean;
	/** Tells only of these rules; empty for all. */
	only: readonly string[];
	fix: boolean;
	/** With `fix`: tells what would be written, and writes nothing. */
	dryRun: boolean;
}

/** A problem as `--json` writes it: a list of these is the whole answer. Fields are added, never renamed. */
interface ReportedProblem extends Problem {
	/** What to do about problems of this rule. */
	remedy: string;
	/** Whether `check --fix` mends it. */
	fixable: boolean;
}

/** Checks the courses of some folders and prints what is wrong; whether something keeps them from being published. */
export async function checkCourses(
	open: () => Promise<Library>,
	options: CheckOptions
): Promise<boolean> {
	demandKnown(options.only);
	let library = await open();
	if (options.fix) {
		await fixCourses(library, options);
		if (!options.dryRun) library = await open();
	}
	const on = isoDay(new Date());
	const problems = [
		...library.problems,
		...library.courses.flatMap((source) => checkSource(source, library.registry, on).problems)
	].filter(({ rule }) => options.only.length === 0 || options.only.includes(rule));
	const shown = problems.filter(({ severity }) => !options.quiet || severity !== 'warning');
	if (options.json) console.log(JSON.stringify(shown.map(reported), null, '\t'));
	else {
		printProblems(shown);
		console.log(summary(library.courses.length, problems));
	}
	return blocksPublication(problems);
}

function demandKnown(only: readonly string[]): void {
	const stranger = only.find((rule) => !rules[rule]);
	if (stranger === undefined) return;
	const guess = nearest(stranger, Object.keys(rules));
	throw new Trouble(
		`Aturan "${stranger}" tidak dikenal.${guess ? ` Maksud Anda "${guess}"?` : ' Daftarnya: npm run courses -- rules.'}`
	);
}

function reported(problem: Problem): ReportedProblem {
	const rule = rules[problem.rule];
	return { ...problem, remedy: rule?.remedy ?? '', fixable: rule?.fixable ?? false };
}

function summary(courses: number, problems: readonly Problem[]): string {
	const count = (severity: Severity) =>
		problems.filter((problem) => problem.severity === severity).length;
	const fixable = problems.filter(({ rule }) => rules[rule]?.fixable).length;
	const hint = fixable > 0 ? ` Coba --fix untuk ${fixable} di antaranya.` : '';
	return `${courses} pelatihan diperiksa: ${count('error')} kesalahan, ${count('assessment')} masalah soal, ${count('warning')} peringatan.${hint}`;
}

/** Writes what can be mended, and tells of it line by line; beside JSON on the other output. */
async function fixCourses(library: Library, { json, dryRun }: CheckOptions): Promise<void> {
	const say = json ? console.error : console.log;
	let count = 0;
	for (const source of library.courses) {
		// A file that could not be read whole must not be written back.
		const { files, fixes } = fixCourse(source.courseId, source.files);
		const left = new Set(dryRun ? [] : await writeFixed(source, files));
		const made = fixes.filter(({ file }) => !left.has(file));
		count += made.length;
		for (const fix of made) say(told(source.folder, fix, dryRun));
		for (const file of left)
			say(`${join(source.folder, file)} tidak diubah: berupa tautan, atau berubah saat diperiksa.`);
	}
	say(dryRun ? `${count} hal akan diperbaiki.` : `${count} hal diperbaiki.`);
}

function told(folder: string, { file, line, column, what }: Fix, dryRun: boolean): string {
	return `${join(folder, file)}:${line}:${column} ${dryRun ? 'akan diperbaiki' : 'diperbaiki'}: ${what}`;
}

/** Every rule with what it finds, what to do and why. */
export function printRules(): void {
	for (const [id, { severity, finds, remedy, why, suppressible, fixable }] of Object.entries(
		rules
	)) {
		const traits = [
			severityNames[severity],
			suppressible ? 'dapat diabaikan dengan alasan' : 'tidak dapat diabaikan',
			...(fixable ? ['diperbaiki oleh --fix'] : [])
		];
		console.log(`${id} (${traits.join('; ')})\n  ${finds}\n  ${remedy}\n  ${why}\n`);
	}
	console.log(`${Object.keys(rules).length} aturan.`);
}
