import { listHandIns } from '../assessment/hand-ins.ts';
import { projectState } from '../assessment/project-state.ts';
import { isoDay } from '../../format/dates.ts';
import { extraAttempts, grantedBySilenceAt, stateOf } from '../assessment/chances.ts';
import { admission } from '../assessment/criteria.ts';
import { sittingOf } from '../assessment/sittings.ts';
import { criteriaOf, questionsIn, type Test } from '../assessment/stock.ts';
import { readRelease, type TestRules } from '../catalog/release-texts.ts';
import { findOutline, type Outline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { findRenewal, listAwards, type OwnAward, type Renewal } from '../certification/awards.ts';
import { findCompletions, findProgress, findScores, gainOf } from '../graduation/completions.ts';
import type { Missing } from '../graduation/requirements.ts';
import { listEarnedProjects } from '../hours/ledger.ts';
import {
	findEnrolment,
	listEnrolments,
	type Enrolment,
	type Learner
} from '../learning/enrolments.ts';
import { findSeat } from '../learning/seats.ts';
import { nextTest, outlineStanding, stateBy } from '../learning/standing.ts';
import { Refusal } from '../refusal.ts';

/**
 * A course as its learner stands in it: outline, state per lesson, what is left, what was reached, where to go on. Null
 * without enrolment.
 */
export async function readOutline(
	db: Database,
	learner: Learner,
	courseId: string,
	now = new Date()
) {
	const enrolment = await findEnrolment(db, learner, courseId);
	if (!enrolment) return null;
	const { releaseId } = enrolment;
	const today = isoDay(now);
	const [standing, reached, scores, renewal, awards] = await Promise.all([
		standingIn(db, learner, enrolment, now),
		findCompletions(db, learner, releaseId),
		findScores(db, learner, releaseId),
		findRenewal(db, learner, courseId),
		listAwards(db, learner, today)
	]);
	return {
		...standing,
		reached,
		renewal: reached.course && renewal && stageOf(renewal, today),
		award: awardFor(awards, courseId),
		// With the score that the course was completed with: a key mended later takes nothing from it.
		gain: gainOf({ ...scores, after: reached.course?.score ?? scores.after }),
		/** 0–100; what the gain counts from. */
		before: scores.before
	};
}

/** What a learner is told of renewing: when, and whether the certificate still holds. */
function stageOf({ from, validUntil, revoked }: Renewal, today: string) {
	const ended = revoked || (validUntil !== null && validUntil < today);
	return { from, validUntil, stage: ended ? 'ended' : from <= today ? 'now' : 'later' } as const;
}

/**
 * What is left of a course once a part of it is over, and the certificate it gave, if any; null without enrolment. For
 * who has just passed a test or sent the survey.
 */
export async function readRest(
	db: Database,
	learner: Learner,
	courseId: string,
	now = new Date()
): Promise<{ missing: Missing[]; award: CourseAward | null } | null> {
	const enrolment = await findEnrolment(db, learner, courseId);
	if (!enrolment) return null;
	const [{ requirements }, awards] = await Promise.all([
		findProgress(db, learner, enrolment.releaseId),
		listAwards(db, learner, isoDay(now))
	]);
	return { missing: requirements.missing, award: awardFor(awards, courseId) };
}

/** Certificates of the learner that wait for their name and titles, the newest first. */
export async function readUnconfirmed(
	db: Database,
	learner: Learner,
	now = new Date()
): Promise<{ code: string; course: { title: string; language: string } }[]> {
	const awards = await listAwards(db, learner, isoDay(now));
	return awards
		.filter(({ state }) => state === 'awaiting-confirmation')
		.map(({ code, facts: { course } }) => ({
			code,
			course: { title: course.title, language: course.language }
		}));
}

/** The certificate that a course gave its learner, the newest one. */
type CourseAward = Pick<OwnAward, 'code' | 'state'>;

function awardFor(awards: readonly OwnAward[], courseId: string): CourseAward | null {
	const found = awards.find(({ facts }) => facts.course.id === courseId);
	return found ? { code: found.code, state: found.state } : null;
}

/** Every course the learner takes, the one touched last first. */
export async function readMyCourses(db: Database, learner: Learner, now = new Date()) {
	const enrolments = await listEnrolments(db, learner);
	const courses = await Promise.all(
		enrolments.map((enrolment) => standingIn(db, learner, enrolment, now))
	);
	return courses.sort((a, b) => b.touchedAt.getTime() - a.touchedAt.getTime());
}

async function standingIn(db: Database, learner: Learner, enrolment: Enrolment, now: Date) {
	const { releaseId, courseId, enrolledAt } = enrolment;
	const [outline, release, progress] = await Promise.all([
		findOutline(db, releaseId),
		readRelease(db, releaseId),
		findProgress(db, learner, releaseId)
	]);
	if (!outline || !release) throw new Refusal('not-found', 'course-unknown');
	const { project } = outline;
	const lessons = outline.modules.flatMap((module) => module.lessons);
	const standing = outlineStanding(lessons, progress.lessons);
	const { missing } = progress.requirements;
	const tests = await Promise.all(
		(outline.tests ?? []).map(async (test) => {
			const state = progress.tests.get(test.id) ?? ('not-started' as const);
			const stands =
				state === 'in-progress'
					? await beganAt(db, learner, enrolment, test, release.rules, now)
					: { state, until: null };
			return { ...test, questions: questionsIn(test), ...stands };
		})
	);
	return {
		courseId,
		enrolledAt,
		touchedAt: standing.lastAt ?? enrolledAt,
		outline,
		standing,
		tests,
		nextTest: nextTest(outline.modules, tests, standing.states),
		/** Tests that wait for time or for people. */
		waits: tests.filter(({ state }) => ['marking', 'waiting', 'used-up'].includes(state)),
		/** What may be handed in beside all that completing the course asks for; null where the edition has none. */
		project: project ? { ...project, state: await projectStanding(db, learner, courseId) } : null,
		survey: { asked: release.rules.survey, sent: progress.surveySent },
		missing: missing.map((one) => ({ ...one, title: titleOf(one, outline) })),
		/** Nothing is left to do. */
		complete: missing.length === 0
	};
}

/** How a test that was begun stands: whether it goes on, or what it waits for. */
async function beganAt(
	db: Database,
	learner: Learner,
	{ releaseId, courseId }: Enrolment,
	test: Test,
	rules: TestRules,
	now: Date
) {
	const criteria = criteriaOf(test, rules);
	const seat = await findSeat(db, learner, { course: courseId, quiz: test.id });
	if (!seat) throw new Refusal('not-found', 'course-unknown');
	const ref = { releaseId, courseId, testId: test.id, criteria };
	const { attempts, chances } = sittingOf(learner, ref, seat.stored);
	const asked = chances.find((request) => stateOf(request, now) === 'waiting');
	return stateBy(
		admission(criteria, attempts, now, extraAttempts(chances, now)),
		asked ? grantedBySilenceAt(asked.requestedAt) : null
	);
}

async function projectStanding(db: Database, learner: Learner, courseId: string) {
	const [versions, earned] = await Promise.all([
		listHandIns(db, learner, courseId),
		listEarnedProjects(db, learner)
	]);
	return projectState(versions, earned.has(courseId));
}

/** What a missing part is called in its course; the survey has its name from the interface. */
function titleOf(missing: Missing, { modules, tests = [] }: Outline): string {
	if (missing.kind === 'survey') return '';
	const parts = missing.kind === 'lesson' ? modules.flatMap(({ lessons }) => lessons) : tests;
	return parts.find(({ id }) => id === missing.id)?.title ?? missing.id;
}
