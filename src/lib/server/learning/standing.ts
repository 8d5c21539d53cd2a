import type { LessonProgress } from './states.ts';

export type LessonStateName = 'not-started' | 'in-progress' | 'done';

/** Where a learner stands in a whole course. */
export interface Standing<Lesson> {
	states: Record<string, LessonStateName>;
	done: number;
	all: number;
	/** When anything was last done. */
	lastAt: Date | null;
	/** Where to go on: the lesson touched last while it is open, else the first open one; null when all are done. */
	next: { lesson: Lesson; place: string | null; begun: boolean } | null;
}

/** Joins a course's lessons, in order, with the learner's progress. */
export function outlineStanding<Lesson extends { id: string }>(
	lessons: readonly Lesson[],
	progress: readonly LessonProgress[]
): Standing<Lesson> {
	const known = new Map(progress.map((state) => [state.lessonId, state]));
	const states = Object.fromEntries(lessons.map(({ id }) => [id, stateName(known.get(id))]));
	const open = lessons.filter(({ id }) => states[id] !== 'done');
	const touched = [...progress].sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
	const latest = touched.find(({ lessonId }) => lessonId in states);
	const lesson = open.find(({ id }) => id === latest?.lessonId) ?? open[0];
	return {
		states,
		done: lessons.length - open.length,
		all: lessons.length,
		lastAt: latest?.lastAt ?? null,
		next: lesson
			? {
					lesson,
					place: known.get(lesson.id)?.place ?? null,
					begun: known.has(lesson.id)
				}
			: null
	};
}

/**
 * The quiz or test that is the next step, or null: of a module whose lessons are done, or at the end once all lessons
 * are. One that was begun, which may have to wait, comes after lessons that are open; the test before the course is
 * nobody's duty.
 */
export function nextTest<
	Test extends {
		kind: 'quiz' | 'pretest' | 'posttest';
		moduleId: string | null;
		state: 'not-started' | 'in-progress' | 'done';
	}
>(
	modules: readonly { id: string; lessons: readonly { id: string }[] }[],
	tests: readonly Test[],
	states: Readonly<Record<string, LessonStateName>>
): Test | null {
	const isDone = (module: (typeof modules)[number]) =>
		module.lessons.every(({ id }) => states[id] === 'done');
	const allDone = modules.every(isDone);
	const due = tests.filter(
		({ kind, moduleId, state }) =>
			state !== 'done' &&
			(kind === 'posttest'
				? allDone
				: kind === 'quiz' && modules.some((module) => module.id === moduleId && isDone(module)))
	);
	return due.find(({ state }) => state === 'not-started' || allDone) ?? null;
}

/** Opened is in progress; complete is done. */
function stateName(state: Pick<LessonProgress, 'completedAt'> | undefined): LessonStateName {
	if (!state) return 'not-started';
	return state.completedAt ? 'done' : 'in-progress';
}
