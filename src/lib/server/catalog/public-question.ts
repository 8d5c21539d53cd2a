import { renderTokens, type RenderContext } from '../markdown/render.ts';
import type { Question, Side } from './course.ts';

/** A question as a learner meets it: no key, no rationale, nothing in an order that gives the key away. */
export type PublicQuestion = {
	id: string;
	/** HTML. */
	prompt: string;
} & AnswerForm;

/** What there is to choose from or to fill in. */
export type AnswerForm =
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
			/** Plain text: a list of choices cannot hold more. */
			rights: { id: string; text: string }[];
	  }
	| { kind: 'order'; steps: { id: string; html: string }[] }
	| { kind: 'essay' };

/** The question without what answers it; `inForms` renders what one chooses from. */
export function publicQuestion(
	question: Question,
	context: RenderContext,
	inForms: RenderContext
): PublicQuestion {
	const { id, prompt } = question;
	return { id, prompt: renderTokens(prompt.tokens, context), ...formOf(question, inForms) };
}

function formOf({ answer }: Question, context: RenderContext): AnswerForm {
	const shown = ({ id, tokens }: Side) => ({ id, html: renderTokens(tokens, context) });
	switch (answer.kind) {
		case 'numeric':
			return { kind: 'numeric', unit: answer.unit };
		case 'short':
			return { kind: 'short' };
		case 'essay':
			return { kind: 'essay' };
		case 'match': {
			const rights = [...answer.pairs.map(({ right }) => right), ...answer.spare];
			const apart = new Map(rights.map(({ id, text }) => [id, { id, text }]));
			return {
				kind: 'match',
				titles: answer.titles,
				lefts: answer.pairs.map(({ left }) => shown(left)),
				rights: [...apart.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
			};
		}
		case 'order':
			return { kind: 'order', steps: shuffled(answer.steps).map(shown) };
		default:
			return { kind: answer.kind, options: answer.options.map(shown) };
	}
}

/** The same order for everybody and after every reading; by chance the right one, it is turned by one step. */
function shuffled(steps: readonly Side[]): Side[] {
	const mixed = [...steps].sort((a, b) => (a.id < b.id ? -1 : 1));
	const same = mixed.every((step, at) => step === steps[at]);
	return same && mixed.length > 1 ? [...mixed.slice(1), mixed[0]!] : mixed;
}

/** The same question with every stretch of HTML changed by `change`. */
export function withHtml(
	question: PublicQuestion,
	change: (html: string) => string
): PublicQuestion {
	const changed = <Part extends { html: string }>(part: Part) => ({
		...part,
		html: change(part.html)
	});
	const prompt = change(question.prompt);
	switch (question.kind) {
		case 'numeric':
		case 'short':
		case 'essay':
			return { ...question, prompt };
		case 'match':
			return { ...question, prompt, lefts: question.lefts.map(changed) };
		case 'order':
			return { ...question, prompt, steps: question.steps.map(changed) };
		default:
			return { ...question, prompt, options: question.options.map(changed) };
	}
}
