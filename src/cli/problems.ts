import type { Problem } from '#lib/server/catalog/course.ts';

/** One line a problem: `file:line:column rule message`. */
export function printProblems(problems: readonly Problem[]): void {
	for (const { file, line, column, rule, message } of problems)
		console.log(`${file}:${line}:${column} ${rule} ${message}`);
}

/** What went wrong, in one line: the database's own words where it spoke, without the statement drizzle adds. */
export function causeOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	return String(cause instanceof Error ? cause.message : cause).split('\n')[0] ?? '';
}
