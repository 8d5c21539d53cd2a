type State = 'not-started' | 'in-progress' | 'done';

/** A lesson as an outline names it. */
interface Stop {
	id: string;
	title: string;
}

/** A quiz or test as an outline names it. */
export interface TestStop extends Stop {
	kind: 'quiz' | 'pretest' | 'posttest';
	/** Of a quiz. */
	moduleId: string | null;
}

/** The outline around an open lesson: every lesson with its address and state, and the lessons before and after it. */
export function walkFrom<Module extends { lessons: Stop[] }>(
	modules: readonly Module[],
	current: string,
	addressOf: (id: string) => string,
	stateOf: (id: string) => State
) {
	const lessons = modules.flatMap((module): Module['lessons'] => module.lessons);
	const index = lessons.findIndex(({ id }) => id === current);
	const at = (index: number): Module['lessons'][number] | null => lessons[index] ?? null;
	return {
		here: at(index),
		previous: at(index - 1),
		next: at(index + 1),
		all: lessons.length,
		done: lessons.filter(({ id }) => stateOf(id) === 'done').length,
		modules: modules.map((module) => ({
			...module,
			lessons: module.lessons.map(({ id, title }) => ({
				id,
				title,
				href: addressOf(id),
				state: stateOf(id)
			}))
		}))
	};
}

/** Where a way through the course leads; `lesson` is the lesson's id, `test` that of the quiz or test. */
export type Waypoint = { title: string } & ({ lesson: string } | { test: string });

/** The way through a course: the test before it, each module's lessons and its quiz, the test at the end. */
export function wayThrough(
	modules: readonly { id: string; lessons: readonly Stop[] }[],
	tests: readonly TestStop[]
): Waypoint[] {
	const stops = (wanted: (test: TestStop) => boolean) =>
		tests.filter(wanted).map(({ id, title }) => ({ title, test: id }));
	return [
		...stops(({ kind }) => kind === 'pretest'),
		...modules.flatMap(({ id: module, lessons }) => [
			...lessons.map(({ id, title }) => ({ title, lesson: id })),
			...stops(({ kind, moduleId }) => kind === 'quiz' && moduleId === module)
		]),
		...stops(({ kind }) => kind === 'posttest')
	];
}

/** What comes after a lesson or test on the way; null at its end. */
export function nextOn(
	way: readonly Waypoint[],
	here: { lesson: string } | { test: string }
): Waypoint | null {
	const at = way.findIndex((stop) =>
		'lesson' in here
			? 'lesson' in stop && stop.lesson === here.lesson
			: 'test' in stop && stop.test === here.test
	);
	return at < 0 ? null : (way[at + 1] ?? null);
}

/** The address of a waypoint in the course at `base`. */
export function addressOn(base: string, stop: Waypoint): string {
	return 'lesson' in stop ? `${base}/${stop.lesson}` : `${base}/kuis/${stop.test}`;
}
