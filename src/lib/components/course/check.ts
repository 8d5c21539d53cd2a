import type { PublicQuestion } from '#lib/server/catalog/public-question.ts';
import type { AnswerView } from '#lib/server/learning/answer-view.ts';

/** A question inside a lesson as its learner meets it. */
export type CheckQuestion = PublicQuestion;

/** The latest answer; what it holds is all the browser ever learns of the key. */
export type CheckAnswer = Omit<AnswerView, 'everCorrect'>;

/** What the part of a check that holds its answer is given. */
export interface CheckPart<Question> {
	question: Question;
	/** Of the form around it. */
	id: string;
	/** Under which name its answer is sent. */
	name: string;
	/** Whether the form can only be sent with an answer. */
	required: boolean;
	answer: Pick<CheckAnswer, 'rationales'> | null;
	chosen: readonly string[];
	settled: boolean;
	language: string | undefined;
	labels: CheckLabels;
}

/** Choices of pairs or placed steps, `first:second`, by their first half. */
export function byFirst(chosen: readonly string[]): Map<string, string> {
	return new Map(chosen.map((pair) => pair.split(':') as [string, string]));
}

/** Whether each row of the answer is right, by the first half of its choice. */
export function verdictsOf(answer: CheckPart<unknown>['answer']): Map<string, boolean> {
	return new Map(answer?.rationales.map(({ option, correct }) => [option.split(':')[0]!, correct]));
}

export interface CheckLabels {
	/** Above the question, e.g. "Cek pemahaman". */
	title: string;
	/** What to do, by kind of question. */
	hints: Record<CheckQuestion['kind'], string>;
	submit: string;
	submitAgain: string;
	/** Verdicts, e.g. "Benar", "Belum tepat". */
	correct: string;
	incorrect: string;
	/** Beside a rationale or a row, for those who cannot see its mark. */
	optionCorrect: string;
	optionIncorrect: string;
	/** Beside the chosen options once the answer is right. */
	chosen: string;
	/** The first line of a list nobody has chosen from. */
	choose: string;
	/** Name of the list before a step. */
	position: (step: number) => string;
	/** Name of the field an answer is typed into. */
	typed: string;
	explanation: string;
	/** What to do next, in one sentence. */
	afterCorrect: (tries: number) => string;
	afterIncorrect: (kind: CheckQuestion['kind']) => string;
}
