import type { Answer, Question, Rubric } from './course.ts';
import { orderByNames } from './rubric-order.ts';
import type { StoredKeyDetail } from './tables.ts';

/** What an answer is judged by; it never leaves the server. */
export interface AnswerKey {
	/**
	 * Ids of the right options; of pairs `left:right`, of steps `step:position` from 1. Empty where the answer is
	 * typed or written.
	 */
	correct: string[];
	detail: StoredKeyDetail | null;
}

/** The key of a question that has passed the check. */
export function keyOf({ answer }: Pick<Question, 'answer'>): AnswerKey {
	return { correct: correctIds(answer), detail: detailOf(answer) };
}

function correctIds(answer: Answer): string[] {
	switch (answer.kind) {
		case 'match':
			return answer.pairs.map(({ left, right }) => pairId(left.id, right.id));
		case 'order':
			return answer.steps.map(({ id }, at) => pairId(id, at + 1));
		case 'numeric':
		case 'short':
		case 'essay':
			return [];
		default:
			return answer.options.filter(({ correct }) => correct).map(({ id }) => id);
	}
}

function detailOf(answer: Answer): StoredKeyDetail | null {
	switch (answer.kind) {
		case 'numeric':
			return answer.value === null
				? null
				: { kind: 'numeric', value: answer.value, tolerance: answer.tolerance ?? 0 };
		case 'short':
			return { kind: 'short', accepted: answer.accepted };
		case 'situational': {
			const worth = answer.options.map((option) => [option.id, option.worth ?? 0] as const);
			return { kind: 'situational', worth: Object.fromEntries(worth) };
		}
		case 'essay':
			return answer.rubric && { kind: 'essay', rubric: storedRubric(answer.rubric) };
		default:
			return null;
	}
}

/** A rubric as works are marked by it. The order is settled here, so that no later reading of names changes what a release's levels are worth. */
export function storedRubric({ levels, criteria, order }: Rubric) {
	return { levels, criteria, order: order ?? orderByNames(levels) ?? ('turun' as const) };
}

/** One choice of a matching (left, right) or an ordering (step, position from 1). */
export function pairId(first: string, second: string | number): string {
	return `${first}:${second}`;
}
