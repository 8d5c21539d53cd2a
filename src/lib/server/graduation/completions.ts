import { and, eq, sql } from 'drizzle-orm';
import { listAttempts, listTestStates, type TestState } from '../assessment/attempts.ts';
import { readRelease } from '../catalog/release-texts.ts';
import type { Database } from '../db/connect.ts';
import { lockEnrolment, type Learner } from '../learning/enrolments.ts';
import { listLessonProgress, type LessonProgress } from '../learning/states.ts';
import { Refusal } from '../refusal.ts';
import { normalisedGain, requirementsOf, type Requirements } from './requirements.ts';
import { hasSentSurvey } from './survey.ts';
import { courseCompletions, moduleCompletions } from './tables.ts';

/** What a learner has reached in a release, as it was recorded. */
export interface Completions {
	/** By module id. */
	modules: Map<string, Date>;
	/** Its score is told to whose it is alone: to others it is null. */
	course: { id: string; at: Date; score: number | null } | null;
}

/** The modules and the course that the learner completed in a release. */
export async function findCompletions(
	db: Database,
	{ personId }: Pick<Learner, 'personId'>,
	releaseId: string
): Promise<Completions> {
	const [modules, [course]] = await Promise.all([
		db
			.select({ id: moduleCompletions.moduleId, at: moduleCompletions.completedAt })
			.from(moduleCompletions)
			.where(
				and(eq(moduleCompletions.personId, personId), eq(moduleCompletions.releaseId, releaseId))
			),
		db
			.select({
				id: courseCompletions.courseId,
				at: courseCompletions.completedAt,
				score: sql<
					number | null
				>`completion_score(${courseCompletions.personId}, ${courseCompletions.releaseId})`.mapWith(
					courseCompletions.score
				)
			})
			.from(courseCompletions)
			.where(
				and(eq(courseCompletions.personId, personId), eq(courseCompletions.releaseId, releaseId))
			)
	]);
	return { modules: new Map(modules.map(({ id, at }) => [id, at])), course: course ?? null };
}

/** What was reached just now. */
export interface Reached {
	/** Ids of modules. */
	modules: string[];
	/** Whether the course was completed, and with which score of the test at the end. */
	course: { score: number | null } | null;
	/** Whether nothing is left to do, since now or before. */
	complete: boolean;
}

/**
 * Records the modules, and the course, that what the learner has done completes, each once whatever comes together:
 * the enrolment is locked first, so that of two acts the later one sees the earlier. What was completed stays so.
 */
export async function recordCompletions(
	db: Database,
	learner: Learner,
	releaseId: string,
	now = new Date()
): Promise<Reached> {
	// Asked in this order on one line: where the learner stands is read once the lock is held.
	const [{ courseId }, progress] = await Promise.all([
		lockEnrolment(db, learner, releaseId),
		findProgress(db, learner, releaseId)
	]);
	const { complete, missing } = progress.requirements;
	const stamp = { ...learner, releaseId, courseId, completedAt: now };
	const modules =
		complete.length === 0
			? []
			: await db
					.insert(moduleCompletions)
					.values(complete.map((moduleId) => ({ ...stamp, moduleId })))
					.onConflictDoNothing()
					.returning({ id: moduleCompletions.moduleId });
	const reached = { modules: modules.map(({ id }) => id), course: null, complete: false };
	if (missing.length > 0) return reached;
	const { after: score } = await findScores(db, learner, releaseId);
	const [course] = await db
		.insert(courseCompletions)
		.values({ ...stamp, score })
		.onConflictDoNothing()
		.returning({ id: courseCompletions.courseId });
	return { ...reached, course: course ? { score } : null, complete: true };
}

/** Where the learner stands in a release: what they have done of it, and what completing it still asks. */
export interface Progress {
	lessons: LessonProgress[];
	/** By test id; one that was not begun is missing. */
	tests: Map<string, TestState>;
	surveySent: boolean;
	requirements: Requirements;
}

/** Where the learner stands in a release. Refuses an unknown one. */
export async function findProgress(
	db: Database,
	learner: Learner,
	releaseId: string
): Promise<Progress> {
	const release = await readRelease(db, releaseId);
	if (!release) throw new Refusal('not-found', 'course-unknown');
	const { stored, rules } = release;
	const [lessons, tests, surveySent] = await Promise.all([
		listLessonProgress(db, learner, releaseId),
		listTestStates(db, learner, releaseId),
		rules.survey !== null && hasSentSurvey(db, learner, releaseId)
	]);
	const requirements = requirementsOf(
		{ modules: stored.modules, tests: stored.tests ?? [], survey: rules.survey === 'wajib' },
		{
			lessons: new Set(lessons.flatMap((one) => (one.completedAt ? [one.lessonId] : []))),
			tests: new Set([...tests].flatMap(([id, state]) => (state === 'done' ? [id] : []))),
			survey: surveySent
		}
	);
	return { lessons, tests, surveySent, requirements };
}

/** Scores of the tests before and after a course, 0–100; null where a test is missing, open or not judged. */
export interface Scores {
	before: number | null;
	/** With which the test was passed; of a test without a pass mark the last one. */
	after: number | null;
}

/** The learner's scores in a release, which *Peningkatan Nilai* is made of. */
export async function findScores(
	db: Database,
	learner: Pick<Learner, 'personId'>,
	releaseId: string
): Promise<Scores> {
	const at = (testId: string) => listAttempts(db, learner, { releaseId, testId });
	const [before, after] = await Promise.all([at('tes-awal'), at('tes-akhir')]);
	const judged = after.filter(({ result }) => result !== null);
	const counts = judged.find(({ passed }) => passed) ?? judged.at(-1);
	return {
		before: before.at(-1)?.result?.score ?? null,
		after: counts?.result?.score ?? null
	};
}

/** *Peningkatan Nilai* between two scores; null where one is missing or nothing was left to gain. */
export function gainOf({ before, after }: Scores): number | null {
	return before === null || after === null ? null : normalisedGain(before, after);
}
