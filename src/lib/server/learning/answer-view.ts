import type { CheckKey } from '../catalog/releases.ts';
import type { CheckState } from './completion.ts';

/** An answer as its learner may see it: of the key, only what was chosen. */
export interface AnswerView {
	/** Ids of options, pairs `left:right` or steps `step:position`. */
	chosen: string[];
	typed: string | null;
	correct: boolean;
	/** Right at least once: counts for the lesson, whatever came after. */
	everCorrect: boolean;
	tries: number;
	rationales: { option: string; correct: boolean; html: string }[];
	/** HTML of what is said of the whole question, once it was answered right. */
	explanation: string | null;
}

/** The last answer to a check, by its key where there is one. */
export function answerView(check: CheckState, key: CheckKey | undefined): AnswerView {
	return {
		chosen: check.lastChoice,
		typed: check.lastTyped,
		correct: check.lastCorrect,
		everCorrect: check.firstCorrectAt !== null,
		tries: check.tries,
		rationales: check.lastChoice.map((option) => ({
			option,
			correct: key?.correct.includes(option) ?? false,
			html: key?.told.options[option] ?? ''
		})),
		explanation: check.lastCorrect ? (key?.told.whole ?? null) : null
	};
}
