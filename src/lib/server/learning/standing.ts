import type { Admission } from '../assessment/criteria.ts';
import type { LessonProgress } from './states.ts';

export type LessonStateName = 'not-started' | 'in-progress' | 'done';

/** How a learner stands at a quiz or test: as in a lesson, or why nothing can be done about it just now. */
export type TestStateName = LessonStateName | 'marking' | 'waiting' | 'used-up';

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
 * are. One that was begun comes after lessons that are open, one that waits for time or people is no step; the test
 * before the course is nobody's duty.
 */
export function nextTest<
	Test extends {
		kind: 'quiz' | 'pretest' | 'posttest';
		moduleId: string | null;
		state: TestStateName;
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
			(state === 'not-started' || state === 'in-progress') &&
			(kind === 'posttest'
				? allDone
				: kind === 'quiz' && modules.some((module) => module.id === moduleId && isDone(module)))
	);
	return due.find(({ state }) => state === 'not-started' || allDone) ?? null;
}

/** A quiz or test that was begun, by whether it may be begun again: its state, and until when that lasts if time ends it. */
export function stateBy(
	admission: Admission,
	/** When a request for a further chance that waits is granted by silence. */
	silence: Date | null
): { state: TestStateName; until: Date | null } {
	switch (admission.state) {
		case 'open':
		case 'ready':
			return { state: 'in-progress', until: null };
		case 'passed':
			return { state: 'done', until: null };
		case 'waiting':
			return { state: 'waiting', until: admission.until };
		case 'used-up':
			return { state: 'used-up', until: silence };
		case 'marking':
			return { state: 'marking', until: null };
	}
}

/** Opened is in progress; complete is done. */
function stateName(state: Pick<LessonProgress, 'completedAt'> | undefined): LessonStateName {
	if (!state) return 'not-started';
	return state.completedAt ? 'done' : 'in-progress';
}
