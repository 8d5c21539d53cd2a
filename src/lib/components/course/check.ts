/** A question inside a lesson as its learner meets it: HTML from our own renderer, never from a person's input. */
export type CheckQuestion = { id: string; prompt: string } & (
	| {
			kind: 'single' | 'multiple' | 'true-false' | 'situational';
			options: { id: string; html: string }[];
	  }
	| { kind: 'numeric'; unit: string | null }
	| { kind: 'short' }
	| {
			kind: 'match';
			titles: [string, string];
			lefts: { id: string; html: string }[];
			rights: { id: string; text: string }[];
	  }
	| { kind: 'order'; steps: { id: string; html: string }[] }
	| { kind: 'essay' }
);

/** The latest answer; what it holds is all the browser ever learns of the key. */
export interface CheckAnswer {
	/** Ids of options, pairs `left:right` or steps `step:position`. */
	chosen: string[];
	typed: string | null;
	correct: boolean;
	tries: number;
	rationales: { option: string; correct: boolean; html: string }[];
	/** HTML of what is said of the whole question, once it was answered right. */
	explanation: string | null;
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
