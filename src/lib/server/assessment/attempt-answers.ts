import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { lockTest, requireAttempt, type Candidate, type TestRef } from './attempts.ts';
import type { Given } from './grading.ts';
import { attemptAnswers, attemptTexts, type PaperItem } from './tables.ts';

/** Longest text of an essay (characters). */
const longestText = 20_000;

/** An answer to one question of a paper, as it came. */
export type GivenTo = Given & {
	questionId: string;
	/** The mark of the answer its form showed: what was not changed there is not written. Null: it was changed. */
	base: string | null;
};

/** What tells one answer to a question from another; the same for none as for an empty one. */
export function markOf(answer: Given | null): string {
	const { choice, typed } = kept(answer ?? { choice: [] });
	return createHash('sha256')
		.update(JSON.stringify([choice, typed]))
		.digest('base64url')
		.slice(0, 12);
}

/**
 * Keeps the answers of an open attempt that were changed in their form, over those given before: a page that was left
 * open does not take back what was answered on another device. Answers to questions
 * that the paper lacks are refused (`attempt-question-unknown`), texts beyond `longestText` too (`answer-too-long`).
 * Once the attempt was sent nothing changes any more: `attempt-closed`, unless the answers are the very same.
 */
export async function saveAnswers(
	db: Database,
	candidate: Candidate,
	test: TestRef,
	attemptId: string,
	answers: readonly GivenTo[],
	now = new Date()
): Promise<void> {
	await db.transaction(async (tx) => {
		await lockTest(tx, candidate, test);
		const attempt = await requireAttempt(tx, candidate, test, attemptId);
		demandOnPaper(attempt.paper, answers);
		const before = await listAnswers(tx, candidate, attemptId);
		const changed = answers.filter((answer) => {
			const mark = markOf(answer);
			return mark !== answer.base && mark !== markOf(before.get(answer.questionId) ?? null);
		});
		if (changed.length === 0) return;
		if (attempt.submittedAt) throw new Refusal('conflict', 'attempt-closed');
		await writeAnswers(tx, candidate.personId, attemptId, changed, now);
	});
}

function demandOnPaper(paper: readonly PaperItem[], answers: readonly GivenTo[]): void {
	const asked = new Set(paper.map(({ questionId }) => questionId));
	if (!answers.every(({ questionId }) => asked.has(questionId)))
		throw new Refusal('invalid', 'attempt-question-unknown');
	if (answers.some(({ typed }) => (typed?.length ?? 0) > longestText))
		throw new Refusal('invalid', 'answer-too-long', { most: longestText });
}

/** An answer as it is stored and given back. */
function kept({ choice, typed = null }: Given): { choice: string[]; typed: string | null } {
	const text = (typed ?? '').normalize('NFC').trim();
	return { choice: choice.filter((id) => id !== '').sort(), typed: text === '' ? null : text };
}

async function writeAnswers(
	db: Database,
	personId: string,
	attemptId: string,
	answers: readonly GivenTo[],
	now: Date
): Promise<void> {
	const rows = answers.map((answer) => ({
		...{ personId, attemptId, questionId: answer.questionId, savedAt: now },
		...kept(answer)
	}));
	const ids = rows.map(({ questionId }) => questionId);
	await db
		.delete(attemptTexts)
		.where(
			and(
				eq(attemptTexts.personId, personId),
				eq(attemptTexts.attemptId, attemptId),
				inArray(attemptTexts.questionId, ids)
			)
		);
	await db
		.insert(attemptAnswers)
		.values(rows.map(({ typed: _, ...row }) => row))
		.onConflictDoUpdate({
			target: [attemptAnswers.personId, attemptAnswers.attemptId, attemptAnswers.questionId],
			set: { choice: sql`excluded.choice`, savedAt: sql`excluded.saved_at` }
		});
	const texts = rows.flatMap(({ questionId, typed }) =>
		typed === null ? [] : [{ personId, attemptId, questionId, text: typed }]
	);
	if (texts.length > 0) await db.insert(attemptTexts).values(texts);
}

/** What was answered in an attempt so far, by question; what was emptied again is left out. */
export async function listAnswers(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	attemptId: string
): Promise<Map<string, { choice: string[]; typed: string | null }>> {
	const rows = await db
		.select({
			questionId: attemptAnswers.questionId,
			choice: attemptAnswers.choice,
			typed: attemptTexts.text
		})
		.from(attemptAnswers)
		.leftJoin(
			attemptTexts,
			and(
				eq(attemptTexts.personId, attemptAnswers.personId),
				eq(attemptTexts.attemptId, attemptAnswers.attemptId),
				eq(attemptTexts.questionId, attemptAnswers.questionId)
			)
		)
		.where(and(eq(attemptAnswers.personId, personId), eq(attemptAnswers.attemptId, attemptId)));
	return new Map(
		rows
			.filter(({ choice, typed }) => choice.length > 0 || typed !== null)
			.map(({ questionId, ...answer }) => [questionId, answer])
	);
}
