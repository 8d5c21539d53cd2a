type State = 'not-started' | 'in-progress' | 'done';

/** A lesson as an outline names it. */
interface Stop {
	id: string;
	title: string;
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
