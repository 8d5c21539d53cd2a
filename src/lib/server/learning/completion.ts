/** One fact about a learner in a lesson, as the event log keeps it. */
export interface LearningFact {
	/** The client's own id: the same fact sent twice has the same id. */
	id: string;
	kind: 'lesson-opened' | 'check-answered' | 'lesson-declared' | 'place-reached';
	questionId: string | null;
	choice: string[] | null;
	/** What was typed, where the answer is not chosen; kept apart, because a person wrote it. */
	typed: string | null;
	correct: boolean | null;
	place: string | null;
	claimedAt: Date;
}

/** The last answer to a check, and when it was first right. */
export interface CheckState {
	questionId: string;
	tries: number;
	lastChoice: string[];
	lastTyped: string | null;
	lastCorrect: boolean;
	lastAt: Date;
	firstCorrectAt: Date | null;
}

/** The same as it is derived. Its words stand in the fact alone, so that they are erased in one place. */
export interface DerivedCheck extends CheckState {
	/** Id of the last answer, where it was typed. */
	typedEvent: string | null;
}

/** Where a learner stands in one lesson. */
export interface LessonState {
	lastAt: Date;
	/** Id of the heading or question to resume at; null means the top. */
	place: string | null;
	completedAt: Date | null;
	checks: DerivedCheck[];
}

/**
 * What a set of facts about one lesson amounts to (product.md §3.2). Depends on the set alone: order of
 * arrival, repetition and delay change nothing. A lesson with checks is complete once each of `required`
 * was answered right at least once; a lesson without checks when the learner says so. Time spent never counts.
 */
export function deriveLesson(
	facts: readonly LearningFact[],
	required: readonly string[]
): LessonState | null {
	const ordered = inOrder(facts);
	const last = ordered.at(-1);
	if (!last) return null;
	const checks = new Map<string, DerivedCheck>();
	let declaredAt: Date | null = null;
	let place: string | null = null;
	for (const fact of ordered) {
		place = fact.place ?? fact.questionId ?? place;
		if (fact.kind === 'lesson-declared') declaredAt ??= fact.claimedAt;
		if (fact.kind === 'check-answered') answer(checks, fact);
	}
	return {
		lastAt: last.claimedAt,
		place,
		completedAt: required.length > 0 ? lastOfFirstRights(checks, required) : declaredAt,
		checks: [...checks.values()].sort((a, b) => (a.questionId < b.questionId ? -1 : 1))
	};
}

/** Each fact once, by the learner's clock; facts of the same instant by id, so that the order is one. */
function inOrder(facts: readonly LearningFact[]): LearningFact[] {
	const byId = new Map(facts.map((fact) => [fact.id, fact]));
	return [...byId.values()].sort(
		(a, b) => a.claimedAt.getTime() - b.claimedAt.getTime() || (a.id < b.id ? -1 : 1)
	);
}

function answer(checks: Map<string, DerivedCheck>, fact: LearningFact): void {
	const questionId = fact.questionId ?? '';
	const before = checks.get(questionId);
	const correct = fact.correct === true;
	checks.set(questionId, {
		questionId,
		tries: (before?.tries ?? 0) + 1,
		lastChoice: fact.choice ?? [],
		lastTyped: fact.typed,
		typedEvent: fact.typed === null ? null : fact.id,
		lastCorrect: correct,
		lastAt: fact.claimedAt,
		firstCorrectAt: before?.firstCorrectAt ?? (correct ? fact.claimedAt : null)
	});
}

function lastOfFirstRights(
	checks: ReadonlyMap<string, CheckState>,
	required: readonly string[]
): Date | null {
	let latest = 0;
	for (const questionId of required) {
		const right = checks.get(questionId)?.firstCorrectAt;
		if (!right) return null;
		latest = Math.max(latest, right.getTime());
	}
	return new Date(latest);
}

/**
 * The moment a fact is taken to have happened: the device's clock, but neither before the enrolment nor
 * after the server received it. A device without a clock counts as “now”.
 */
export function clampClaim(claimedAt: Date | null, enrolledAt: Date, receivedAt: Date): Date {
	if (!claimedAt || Number.isNaN(claimedAt.getTime())) return receivedAt;
	const time = Math.min(Math.max(claimedAt.getTime(), enrolledAt.getTime()), receivedAt.getTime());
	return new Date(time);
}
