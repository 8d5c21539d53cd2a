import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Given } from './grading.ts';
import type { Attempt } from './attempts.ts';
import { requireAttempt, type KeptAnswer, type Sitting } from './sittings.ts';
import { attemptTexts, type PaperItem } from './tables.ts';

/** Longest text of an essay (characters). */
const longestText = 20_000;

/** An answer is on its way no longer than this (ms); then its page takes the line to be down (enhance/test.js). */
const longestWay = 30_000;

/** An answer to one question of a paper, as it came. */
export type GivenTo = Given & {
	questionId: string;
	/** The mark of the answer its form showed: what was not changed there is not written. Null: it was changed. */
	base: string | null;
	/** How long before it was sent it was given (ms); lacking where its form cannot tell, as without JavaScript. */
	age?: number | null;
};

/** A question that was answered one way here and another way elsewhere since its form was shown. */
export interface Conflict {
	questionId: string;
	/** Whether what came took the place of what stood. */
	taken: boolean;
	/** What stands now, and what does not. */
	stands: KeptAnswer;
	other: KeptAnswer;
}

/** What tells one answer to a question from another; the same for none as for an empty one. */
export function markOf(answer: Given | null): string {
	const { choice, typed } = kept(answer ?? { choice: [] });
	return createHash('sha256')
		.update(JSON.stringify([choice, typed]))
		.digest('base64url')
		.slice(0, 12);
}

/** What a form changes: the answers to be written, and all of the attempt's answers as they then stand. */
export interface Weighed {
	changed: (KeptAnswer & { questionId: string })[];
	stands: Map<string, KeptAnswer>;
	conflicts: Conflict[];
}

/**
 * What a form's answers change in an open attempt: those that were changed in the form, over those given before. So a
 * page that was left open does not take back what was answered on another device. Where both were changed, what was given
 * last stands; where the form cannot say when, what stands already. Refuses answers to questions that the
 * paper lacks (`attempt-question-unknown`), texts beyond `longestText` (`answer-too-long`), and what is nobody's or
 * another's attempt (`attempt-unknown`). Once the attempt was sent nothing changes any more: `attempt-closed`, unless the
 * answers are the very same.
 */
export function weighAnswers(
	sitting: Sitting,
	answers: readonly GivenTo[],
	now: Date = new Date()
): Weighed {
	const attempt = requireAttempt(sitting);
	demandOnPaper(attempt.paper, answers);
	const stands = new Map(sitting.answers);
	const conflicts: Conflict[] = [];
	const changed = answers.flatMap((answer) => {
		const { questionId, base, age = null } = answer;
		const before = stands.get(questionId) ?? null;
		const [mark, standing] = [markOf(answer), markOf(before)];
		if (mark === base || mark === standing) return [];
		const given = { ...kept(answer), givenAt: age === null ? null : whenGiven(attempt, age, now) };
		// Over nothing nothing is lost.
		const taken = base === null || base === standing || before === null || isLater(given, before);
		if (base !== null && base !== standing && before !== null) {
			const [one, other] = taken ? [given, before] : [before, given];
			conflicts.push({ questionId, taken, stands: one, other });
		}
		return taken ? [{ questionId, ...given }] : [];
	});
	if (changed.length > 0 && attempt.submittedAt) throw new Refusal('conflict', 'attempt-closed');
	for (const { questionId, ...answer } of changed)
		if (answer.choice.length > 0 || answer.typed !== null) stands.set(questionId, answer);
		else stands.delete(questionId);
	return { changed, stands, conflicts };
}

/** By the server's clock; nothing was given before the attempt began, nor after it came. */
function whenGiven({ startedAt }: Pick<Attempt, 'startedAt'>, age: number, now: Date): Date {
	return new Date(Math.max(startedAt.getTime(), now.getTime() - Math.max(0, age)));
}

/** Whether an answer was given after another, or may have been: what is on its way seems later than it was given. */
const isLater = (given: KeptAnswer, before: KeptAnswer) =>
	Boolean(
		given.givenAt &&
		before.givenAt &&
		given.givenAt.getTime() + longestWay > before.givenAt.getTime()
	);

function demandOnPaper(paper: readonly PaperItem[], answers: readonly GivenTo[]): void {
	const asked = new Set(paper.map(({ questionId }) => questionId));
	if (!answers.every(({ questionId }) => asked.has(questionId)))
		throw new Refusal('invalid', 'attempt-question-unknown');
	if (answers.some(({ typed }) => (typed?.length ?? 0) > longestText))
		throw new Refusal('invalid', 'answer-too-long', { most: longestText });
}

/** An answer as it is stored and given back. */
function kept({ choice, typed = null }: Given): KeptAnswer {
	const text = (typed ?? '').normalize('NFC').trim();
	return { choice: choice.filter((id) => id !== '').sort(), typed: text === '' ? null : text };
}

/** Writes what `weighAnswers` found changed. Under `takeSeat`. */
export async function writeAnswers(
	db: Database,
	sitting: Sitting,
	changed: Weighed['changed'],
	now: Date
): Promise<void> {
	if (changed.length === 0) return;
	const { personId } = sitting.candidate;
	const attemptId = requireAttempt(sitting).id;
	const retyped = changed
		.map(({ questionId }) => questionId)
		.filter((id) => typeof sitting.answers.get(id)?.typed === 'string');
	if (retyped.length > 0)
		await db
			.delete(attemptTexts)
			.where(
				and(
					eq(attemptTexts.personId, personId),
					eq(attemptTexts.attemptId, attemptId),
					inArray(attemptTexts.questionId, retyped)
				)
			);
	const chosen = changed.map(({ questionId, choice, givenAt = null }) => ({
		...{ question_id: questionId, choice, given_at: givenAt }
	}));
	await db.execute(sql`
		insert into attempt_answers (person_id, attempt_id, question_id, choice, saved_at, given_at)
		select ${personId}, ${attemptId}, question_id, choice, ${now.toISOString()}::timestamptz, given_at
		from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb)
			as given (question_id text, choice text[], given_at timestamptz)
		on conflict (person_id, attempt_id, question_id) do update
			set choice = excluded.choice, saved_at = excluded.saved_at, given_at = excluded.given_at`);
	const texts = changed.flatMap(({ questionId, typed }) =>
		typed === null ? [] : [{ personId, attemptId, questionId, text: typed }]
	);
	if (texts.length > 0) await db.insert(attemptTexts).values(texts);
}
