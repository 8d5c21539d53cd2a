/** The parts of a course that completing it depends on. */
interface Demands {
	modules: readonly { id: string; lessons: readonly { id: string }[] }[];
	tests: readonly { id: string; kind: 'quiz' | 'pretest' | 'posttest'; moduleId: string | null }[];
	/** Whether the evaluation survey belongs to it. */
	survey: boolean;
}

/** What a learner has done of it. */
interface Done {
	/** Ids of complete lessons. */
	lessons: ReadonlySet<string>;
	/** Ids of quizzes and tests that are over. */
	tests: ReadonlySet<string>;
	survey: boolean;
}

/** One thing that is left to do. */
export type Missing =
	| { kind: 'lesson' | 'quiz'; id: string; moduleId: string }
	| { kind: 'posttest'; id: string }
	| { kind: 'survey' };

/** Where a learner stands with a course. */
export interface Requirements {
	/** Ids of the modules whose lessons are complete and whose quiz, if there is one, is passed. */
	complete: string[];
	/** In the order of the course; empty when all of it is done. */
	missing: Missing[];
}

/**
 * What completing modules and course still asks for (product.md §3.2): the lessons and quiz of each module, the test at
 * the end, the survey where course.md declares it. The test before the course measures and is asked of nobody.
 */
export function requirementsOf({ modules, tests, survey }: Demands, done: Done): Requirements {
	const byModule = modules.map(({ id: moduleId, lessons }) => {
		const quizzes = tests.filter((test) => test.kind === 'quiz' && test.moduleId === moduleId);
		const missing: Missing[] = [
			...left(lessons, done.lessons).map(({ id }) => ({ kind: 'lesson' as const, id, moduleId })),
			...left(quizzes, done.tests).map(({ id }) => ({ kind: 'quiz' as const, id, moduleId }))
		];
		return { moduleId, missing };
	});
	const ends = left(
		tests.filter(({ kind }) => kind === 'posttest'),
		done.tests
	);
	return {
		complete: byModule
			.filter(({ missing }) => missing.length === 0)
			.map(({ moduleId }) => moduleId),
		missing: [
			...byModule.flatMap(({ missing }) => missing),
			...ends.map(({ id }) => ({ kind: 'posttest' as const, id })),
			...(survey && !done.survey ? [{ kind: 'survey' as const }] : [])
		]
	};
}

const left = <Part extends { id: string }>(parts: readonly Part[], done: ReadonlySet<string>) =>
	parts.filter(({ id }) => !done.has(id));

/**
 * *Peningkatan Nilai*: the share of what was still to be gained that was gained, `(after − before) / (100 − before)`
 * (Hake 1998). Scores 0–100. 1 at best, negative after a loss; null where nothing was left to gain.
 */
export function normalisedGain(before: number, after: number): number | null {
	return before >= 100 ? null : (after - before) / (100 - before);
}
