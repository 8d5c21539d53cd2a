import { tidied } from '../markdown/directive-print.ts';
import type { RubricOrder } from './rubric-order.ts';

/** A question as a form edits it; every text is Markdown, on how it begins see `OptionDraft` and `AnswerDraft`. */
export interface QuestionDraft {
	/** Null until it is written. */
	id: string | null;
	objective: string | null;
	level: string | null;
	pool: string | null;
	/** Ids of earlier editions that it replaces. */
	replaces: string[];
	prompt: string;
	answer: AnswerDraft;
	/** Said of the question as a whole once it was answered. */
	rationale: string | null;
}

export type AnswerDraft =
	| { kind: 'single' | 'multiple' | 'true-false'; options: (OptionDraft & { correct: boolean })[] }
	/** `worth` is one digit. */
	| { kind: 'situational'; options: (OptionDraft & { worth: number })[] }
	/** Numbers as the author writes them: `2,585`. */
	| { kind: 'numeric'; value: string; tolerance: string | null; unit: string | null }
	/** Plain words, without `|`. */
	| { kind: 'short'; accepted: string[] }
	/** Cells of one line each. */
	| {
			kind: 'match';
			titles: [string, string];
			pairs: [left: string, right: string][];
			/** Right-hand sides that belong to nothing. */
			spare: string[];
	  }
	/** Steps in their right order; each is Markdown from its first character. */
	| { kind: 'order'; steps: string[] }
	| { kind: 'essay'; rubric: RubricDraft | null };

/** A text begins as running text, so that "- 5" or "[x]" at its very start are words; from its second line on it is Markdown. */
export interface OptionDraft {
	text: string;
	rationale: string | null;
}

/** A rubric as a table of cells: the first two titles name the columns of criteria and of weights. */
export interface RubricDraft {
	titles: [string, string];
	/** Null where it is left to the names of the levels. */
	order: RubricOrder | null;
	levels: string[];
	criteria: { name: string; weight: string; levels: string[] }[];
}

/** A case with its questions, as a form edits it. */
export interface ScenarioDraft {
	id: string | null;
	title: string | null;
	text: string;
	questions: QuestionDraft[];
}

/** A draft as it reads once it is written: LF, NFC, nothing blank around a text; an empty rationale is none. */
export function tidyQuestion(draft: QuestionDraft): QuestionDraft {
	return {
		id: draft.id,
		objective: composed(draft.objective),
		level: composed(draft.level),
		pool: composed(draft.pool),
		replaces: draft.replaces.flatMap((id) => composed(id) ?? []),
		prompt: tidied(draft.prompt),
		answer: tidyAnswer(draft.answer),
		rationale: tidyRationale(draft.rationale)
	};
}

/** The same of a scenario. */
export function tidyScenario({ id, title, text, questions }: ScenarioDraft): ScenarioDraft {
	return {
		id,
		title: composed(title),
		text: tidied(text),
		questions: questions.map(tidyQuestion)
	};
}

function tidyAnswer(answer: AnswerDraft): AnswerDraft {
	switch (answer.kind) {
		case 'numeric': {
			const { kind, value, tolerance, unit } = answer;
			return { kind, value: line(value), tolerance: orNone(tolerance), unit: orNone(unit) };
		}
		case 'short':
			return { kind: 'short', accepted: answer.accepted.map(line) };
		case 'match': {
			const { kind, titles, pairs, spare } = answer;
			return { kind, titles: both(titles), pairs: pairs.map(both), spare: spare.map(line) };
		}
		case 'order':
			return { kind: 'order', steps: answer.steps.map(line) };
		case 'essay':
			return { kind: 'essay', rubric: answer.rubric && tidyRubric(answer.rubric) };
		case 'situational':
			return {
				kind: 'situational',
				options: answer.options.map(({ worth, ...option }) => ({ worth, ...tidyOption(option) }))
			};
		default:
			return {
				kind: answer.kind,
				options: answer.options.map(({ correct, ...option }) => ({
					correct,
					...tidyOption(option)
				}))
			};
	}
}

function tidyOption({ text, rationale }: OptionDraft): OptionDraft {
	return { text: line(text), rationale: tidyRationale(rationale) };
}

/** The same of a rubric. */
export function tidyRubric({ titles, order, levels, criteria }: RubricDraft): RubricDraft {
	return {
		titles: both(titles),
		order,
		levels: levels.map(line),
		criteria: criteria.map((criterion) => ({
			name: line(criterion.name),
			weight: line(criterion.weight),
			levels: criterion.levels.map(line)
		}))
	};
}

function tidyRationale(rationale: string | null): string | null {
	return rationale === null ? null : tidied(rationale) || null;
}

/** A text whose first line stands behind a mark, where its indentation says nothing. */
function line(text: string): string {
	return tidied(text).trim();
}

function orNone(text: string | null): string | null {
	return text === null ? null : line(text) || null;
}

function both([first, second]: [string, string]): [string, string] {
	return [line(first), line(second)];
}

function composed(text: string | null): string | null {
	return text?.normalize('NFC').trim() || null;
}
