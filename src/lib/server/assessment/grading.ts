import { comparable } from '../catalog/answers.ts';
import { pairId, type AnswerKey } from '../catalog/keys.ts';
import { readNumber } from '../catalog/numeric-key.ts';
import { Refusal } from '../refusal.ts';

/** Longest answer that is typed (characters). */
const longestTyped = 200;

/** What a question lets a person answer: ids alone, without key and without text. */
export type Answerable =
	| {
			kind: 'single' | 'multiple' | 'true-false' | 'situational';
			options: readonly { id: string }[];
	  }
	| { kind: 'numeric' | 'short' }
	| { kind: 'match'; lefts: readonly { id: string }[]; rights: readonly { id: string }[] }
	| { kind: 'order'; steps: readonly { id: string }[] }
	| { kind: 'essay' };

/** An answer as it came. */
export interface Given {
	/** Option ids; of pairs `left:right`, of steps `step:position`. */
	choice: readonly string[];
	/** What was typed. */
	typed?: string | null;
}

/** An answer as it is recorded: ids only, sorted, and whether they are right. */
export interface Judged {
	choice: string[];
	correct: boolean;
	/** What was typed, trimmed; kept apart from the facts, because a person wrote it. */
	typed: string | null;
}

/** What stands for a typed answer where only ids may stand. */
const typedIds = { right: 'tepat', other: 'lain' };

/**
 * The code of why an answer cannot be judged as it is, or null: it is missing (`choice-missing`, `answer-missing`) or incomplete
 * (`answer-incomplete`, `positions-repeat`), chooses what the question does not offer (`choice-unknown`), is no number
 * (`answer-not-number`) or too long (`answer-too-long`). Says nothing of whether it is right, and needs no key for it.
 */
export function complaintOf(question: Answerable, given: Given): string | null {
	switch (question.kind) {
		case 'numeric':
		case 'short':
		case 'essay':
			return typedComplaint(question.kind, typedIn(given));
	}
	const choice = choiceIn(given);
	if (choice.length === 0) return 'choice-missing';
	if (question.kind === 'match') return pairsComplaint(question, choice);
	return question.kind === 'order'
		? orderComplaint(question, choice)
		: optionsComplaint(question, choice);
}

/** Judges an answer by its key. Refuses what `complaintOf` complains of, and an essay, which a person marks. */
export function judge(question: Answerable, key: AnswerKey, given: Given): Judged {
	if (question.kind === 'essay') throw new Refusal('not-found', 'check-unknown');
	const complaint = complaintOf(question, given);
	if (complaint) throw new Refusal('invalid', complaint, { most: longestTyped });
	if (question.kind === 'numeric' || question.kind === 'short') return judgeTyped(key, given);
	const choice = choiceIn(given);
	return { choice, correct: isRight(choice, key.correct), typed: null };
}

function choiceIn({ choice }: Given): string[] {
	return [...new Set(choice.filter((id) => id !== ''))].sort();
}

function typedIn({ typed }: Given): string {
	return (typed ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

function typedComplaint(kind: 'numeric' | 'short' | 'essay', typed: string): string | null {
	if (typed === '') return 'answer-missing';
	if (kind === 'essay') return null;
	if (typed.length > longestTyped) return 'answer-too-long';
	const unread = kind === 'numeric' && numberIn(typed) === null;
	return unread ? 'answer-not-number' : null;
}

/** Only what is offered, and one of it unless several may be right. */
function optionsComplaint(
	{ kind, options }: Extract<Answerable, { options: unknown }>,
	choice: readonly string[]
): string | null {
	const offered = new Set(options.map(({ id }) => id));
	const known =
		choice.every((id) => offered.has(id)) && (kind === 'multiple' || choice.length === 1);
	return known ? null : 'choice-unknown';
}

/** Every left side has exactly one right side. */
function pairsComplaint(
	{ lefts, rights }: Extract<Answerable, { kind: 'match' }>,
	choice: readonly string[]
): string | null {
	const possible = new Set(
		lefts.flatMap((left) => rights.map((right) => pairId(left.id, right.id)))
	);
	if (!choice.every((pair) => possible.has(pair))) return 'choice-unknown';
	const paired = new Set(choice.map((pair) => pair.split(':')[0]));
	const whole = choice.length === lefts.length && paired.size === lefts.length;
	return whole ? null : 'answer-incomplete';
}

/** Every step has a position, and no two the same. */
function orderComplaint(
	{ steps }: Extract<Answerable, { kind: 'order' }>,
	choice: readonly string[]
): string | null {
	const possible = new Set(steps.flatMap(({ id }) => steps.map((_, at) => pairId(id, at + 1))));
	if (!choice.every((place) => possible.has(place))) return 'choice-unknown';
	const parts = choice.map((place) => place.split(':'));
	const placed = new Set(parts.map(([step]) => step));
	const positions = new Set(parts.map(([, position]) => position));
	if (placed.size !== steps.length) return 'answer-incomplete';
	const whole = choice.length === steps.length && positions.size === steps.length;
	return whole ? null : 'positions-repeat';
}

function judgeTyped({ detail }: AnswerKey, given: Given): Judged {
	const typed = typedIn(given);
	const correct = detail?.kind === 'numeric' ? isClose(typed, detail) : isAccepted(typed, detail);
	return { choice: [correct ? typedIds.right : typedIds.other], correct, typed };
}

/** Within the tolerance, which counts as right itself; the arithmetic of decimals is forgiven. */
function isClose(
	typed: string,
	{ value, tolerance }: { value: number; tolerance: number }
): boolean {
	const number = numberIn(typed);
	if (number === null) return false;
	const slack = 1e-9 * Math.max(1, Math.abs(value));
	return Math.abs(number - value) <= tolerance + slack;
}

/**
 * The number that a whole answer states: `1.234,5`, `1 234,5`, `,5`, `Rp 50`, `2,5 jam`, `80 km/jam`. A unit is one or
 * two words and is not judged. Null for anything else, such as `3/4`, `10-20` or `5 dari 10`: which of the numbers
 * is meant is not ours to choose; nor is `5 juta`, which says another number than its digits do.
 */
function numberIn(typed: string): number | null {
	const [, sign = '', digits = '', unit = ''] =
		/^(?:rp\.?\s?)?([+−-]?)\s?((?:\d{1,3}(?: \d{3})+|[\d.]*)(?:,\d+|(?<=\d)))(\D*)$/iu.exec(
			typed
		) ?? [];
	if (digits === '' || !/^(?: ?[\p{L}%‰°²³/.]+){0,2}$/u.test(unit)) return null;
	if (/^ ?(?:ribu|juta|miliar|triliun)/iu.test(unit)) return null;
	return readNumber(sign + (digits.startsWith(',') ? '0' : '') + digits);
}

function isAccepted(typed: string, detail: AnswerKey['detail']): boolean {
	if (detail?.kind !== 'short') return false;
	const words = spelt(typed);
	return detail.accepted.some((accepted) => spelt(accepted) === words);
}

/** Case, spacing, hyphens, quotation marks and closing punctuation make no difference. */
function spelt(text: string): string {
	return comparable(text.replace(/["'“”‘’]/g, '').replace(/[-‐–]/g, ' '));
}

/** Whether a choice is right: exactly the ids of the key, in any order. */
function isRight(choice: readonly string[], key: readonly string[]): boolean {
	const chosen = new Set(choice);
	return chosen.size === key.length && key.every((id) => chosen.has(id));
}
