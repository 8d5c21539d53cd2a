import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { assignDuty } from '#lib/server/access/duties.ts';
import type { Actor } from '#lib/server/access/policy.ts';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { SYSTEM } from '#lib/server/db/scope.ts';
import { readTest } from '#lib/server/journeys/read-test.ts';
import { beginTest, sendTest } from '#lib/server/journeys/sit-test.ts';
import { enrol, type Learner } from '#lib/server/learning/enrolments.ts';
import { aCourse, aQuestion, registry } from './courses.ts';
import { actAs } from './database.ts';
import { essayCourse } from './essay-course.ts';
import { anAgency, anOfficer, aPerson } from './people.ts';
import { aPublication, bySystem } from './publications.ts';

const quiz = { course: 'uraian-1', quiz: 'dasar' };

/** A learner who answered a quiz of one question, rightly, and one essay (or as many as the `texts` of the course have); acts as that learner from here on. */
export async function anEssaySent(
	db: Database,
	text = 'Antrean di loket kami panjang.',
	texts: Record<string, string> = essayCourse
): Promise<{ learner: Learner }> {
	await actAs(db, SYSTEM);
	await publishRegistries(db, registry, bySystem);
	const files = aCourse(texts);
	const { releaseId, problems } = await publish(db, {
		...aPublication(),
		courseId: quiz.course,
		files
	});
	expect(problems).toEqual([]);
	const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: releaseId!, courseId: quiz.course });
	await beginTest(db, learner, quiz, randomUUID());
	const { paper } = (await readTest(db, learner, quiz))!;
	const answers = paper!.questions.map(({ question }) => ({
		...{ questionId: question.id, base: null },
		choice:
			'options' in question
				? question.options.filter(({ html }) => html.includes('Satu kali')).map(({ id }) => id)
				: [],
		typed: question.kind === 'essay' ? text : null
	}));
	await sendTest(db, learner, quiz, paper!.attemptId, answers);
	return { learner };
}

export const usedUpQuiz = { course: 'habis-1', quiz: 'dasar' };

/** A learner who failed the one attempt there is at a quiz of one question; unless `sent`, who has not begun. */
export async function aUsedUpQuiz(db: Database, { sent = true } = {}): Promise<Learner> {
	await actAs(db, SYSTEM);
	await publishRegistries(db, registry, bySystem);
	const { '01-dasar/kuis.md': _, ...texts } = essayCourse;
	const once = texts['course.md']!.replace('attempts: 2', 'attempts: 1');
	const kuis = `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${aQuestion('pilih-1')}`;
	const { releaseId, problems } = await publish(db, {
		...aPublication(),
		courseId: usedUpQuiz.course,
		files: aCourse({ ...texts, 'course.md': once, '01-dasar/kuis.md': kuis })
	});
	expect(problems).toEqual([]);
	const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: releaseId!, courseId: usedUpQuiz.course });
	if (!sent) return learner;
	await beginTest(db, learner, usedUpQuiz, randomUUID());
	const { paper } = (await readTest(db, learner, usedUpQuiz))!;
	await sendTest(db, learner, usedUpQuiz, paper!.attemptId, []);
	return learner;
}

export const timedQuiz = { course: 'waktu-1', quiz: 'dasar' };

/** An open attempt at a quiz of one question in ten minutes, and answers to it; acts as its learner from here on. */
export async function aTimedAttempt(db: Database, person: { email?: string } = {}) {
	await actAs(db, SYSTEM);
	await publishRegistries(db, registry, bySystem);
	const kuis = `---\ntitle: Kuis Dasar\nminutes: 10\ntimeLimit: 10\n---\n\n${aQuestion('pilih-1')}`;
	const { releaseId, problems } = await publish(db, {
		...aPublication(),
		courseId: timedQuiz.course,
		files: aCourse({ ...essayCourse, '01-dasar/kuis.md': kuis })
	});
	expect(problems).toEqual([]);
	const learner = { personId: await aPerson(db, person), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: releaseId!, courseId: timedQuiz.course });
	await beginTest(db, learner, timedQuiz, randomUUID());
	const { paper } = (await readTest(db, learner, timedQuiz))!;
	const { question } = paper!.questions[0]!;
	const choosing = (text: string) => [
		{
			...{ questionId: question.id, base: null },
			choice:
				'options' in question
					? question.options.filter(({ html }) => html.includes(text)).map(({ id }) => id)
					: []
		}
	];
	return {
		...{ learner, attemptId: paper!.attemptId },
		right: choosing('Satu kali'),
		wrong: choosing('Tiga kali')
	};
}

/** An organiser of a course, in an agency of their own. */
export async function anOrganiserOf(db: Database, courseId: string): Promise<Actor> {
	await actAs(db, SYSTEM);
	const organiser = await anOfficer(db, 'organiser', await anAgency(db, 'Penyelenggara'));
	await assignDuty(db, null, { courseId, duty: 'organiser', personId: organiser.personId });
	return organiser;
}

/** A contributor who marks a course, in an agency of their own. */
export async function aMarkerOf(db: Database, courseId: string): Promise<Actor> {
	await actAs(db, SYSTEM);
	const marker = await anOfficer(db, 'contributor', await anAgency(db, 'Penilai'));
	await assignDuty(db, null, { courseId, duty: 'marker', personId: marker.personId });
	return marker;
}
