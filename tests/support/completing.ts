import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { SYSTEM } from '#lib/server/db/scope.ts';
import { answerSurvey } from '#lib/server/journeys/send-survey.ts';
import { beginTest, sendTest } from '#lib/server/journeys/sit-test.ts';
import { readTest } from '#lib/server/journeys/read-test.ts';
import { answerCheck } from '#lib/server/journeys/study-lesson.ts';
import { SURVEY_STATEMENTS, type SurveyResponse } from '#lib/server/graduation/survey.ts';
import { enrol, requireEnrolment, type Learner } from '#lib/server/learning/enrolments.ts';
import { checksOf } from '#lib/server/learning/lesson-checks.ts';
import { aCourse, completeTexts, registry } from './courses.ts';
import { actAs } from './database.ts';
import { aPerson } from './people.ts';
import { aPublication, bySystem } from './publications.ts';

/** The course that `completeTexts` make. */
export const COMPLETE = 'utuh-1';

/** A learner of the course above; acts as that learner from here on. */
export async function aLearnerOfAll(
	db: Database,
	texts: Record<string, string> = completeTexts
): Promise<Learner & { releaseId: string }> {
	await actAs(db, SYSTEM);
	await publishRegistries(db, registry, bySystem);
	const publication = { ...aPublication(), courseId: COMPLETE, files: aCourse(texts) };
	const { releaseId, problems } = await publish(db, publication);
	expect(problems).toEqual([]);
	const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: releaseId!, courseId: COMPLETE });
	return { ...learner, releaseId: releaseId! };
}

const right = 'Satu kali';
const wrong = 'Tiga kali';

/** What completes a part of that course, by part. The test before the course is answered wrong. */
export const doing = {
	lesson: async (db: Database, learner: Learner) => {
		const address = { course: COMPLETE, lesson: 'gejala-silo' };
		const { releaseId } = await requireEnrolment(db, learner, COMPLETE);
		const { checks } = await checksOf(db, releaseId, address.lesson);
		const [check] = checks;
		const answer = { questionId: check!.id, choice: check!.key.correct };
		await answerCheck(db, learner, address, { id: randomUUID(), claimedAt: null, ...answer });
	},
	quiz: (db: Database, learner: Learner) => sit(db, learner, 'dasar', right),
	pretest: (db: Database, learner: Learner) => sit(db, learner, 'tes-awal', wrong),
	posttest: (db: Database, learner: Learner, at?: Date) => sit(db, learner, 'tes-akhir', right, at),
	survey: (db: Database, learner: Learner) => answerSurvey(db, learner, COMPLETE, aResponse())
};

/** Sits a test, giving each question the answer of this text. */
async function sit(
	db: Database,
	learner: Learner,
	quiz: string,
	text: string,
	at = new Date()
): Promise<void> {
	const address = { course: COMPLETE, quiz };
	await beginTest(db, learner, address, randomUUID(), at);
	const { paper } = (await readTest(db, learner, address))!;
	const answers = paper!.questions.map(({ question }) => ({
		...{ questionId: question.id, base: null },
		choice:
			'options' in question
				? question.options.filter(({ html }) => html.includes(text)).map(({ id }) => id)
				: []
	}));
	await sendTest(db, learner, address, paper!.attemptId, answers, true, at);
}

/** A survey that agrees with everything. */
export function aResponse(): SurveyResponse {
	const ratings = Object.fromEntries(SURVEY_STATEMENTS.map((id) => [id, 5]));
	return { ratings: ratings as SurveyResponse['ratings'], helpful: 'Contohnya.', missing: '' };
}
