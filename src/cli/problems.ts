import type { Problem } from '#lib/server/catalog/course.ts';

/** One line a problem: `file:line:column rule message`. */
export function printProblems(problems: readonly Problem[]): void {
	for (const { file, line, column, rule, message } of problems)
		console.log(`${file}:${line}:${column} ${rule} ${message}`);
}
