import { isoDay } from '../../format/dates.ts';
import { readRelease } from '../catalog/release-texts.ts';
import type { Database } from '../db/connect.ts';
import { graduate } from '../graduation/graduate.ts';
import { hasSentSurvey, sendSurvey, type SurveyResponse } from '../graduation/survey.ts';
import { findEnrolment, requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** The survey of a course as its learner meets it; null without enrolment. Refuses a course that has none. */
export async function readSurveyPage(db: Database, learner: Learner, courseId: string) {
	const enrolment = await findEnrolment(db, learner, courseId);
	if (!enrolment) return null;
	const { stored, asked } = await surveyOf(db, enrolment.releaseId);
	return { course: stored, asked, sent: await hasSentSurvey(db, learner, enrolment.releaseId) };
}

/** Sends what a learner says of a course, and completes what depends on it. */
export async function answerSurvey(
	db: Database,
	learner: Learner,
	courseId: string,
	response: SurveyResponse,
	now = new Date()
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, courseId);
	await surveyOf(db, releaseId);
	await sendSurvey(db, learner, releaseId, response, isoDay(now));
	await graduate(db, learner, releaseId, now);
}

async function surveyOf(db: Database, releaseId: string) {
	const release = await readRelease(db, releaseId);
	const asked = release?.rules.survey ?? null;
	if (!release || !asked) throw new Refusal('not-found', 'survey-unknown');
	return { stored: release.stored, asked };
}
