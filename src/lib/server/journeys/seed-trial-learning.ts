import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { isoDay } from '../../format/dates.ts';
import { assignDuty, type Duty } from '../access/duties.ts';
import { grantsInForce } from '../access/grants.ts';
import { weighAnswers, writeAnswers } from '../assessment/attempt-answers.ts';
import { beginAttempt } from '../assessment/beginnings.ts';
import { requestChance } from '../assessment/chance-requests.ts';
import { readKeysInForce } from '../assessment/corrections.ts';
import type { Given } from '../assessment/grading.ts';
import { submitAttempt } from '../assessment/gradings.ts';
import { drawPaper } from '../assessment/paper.ts';
import { gradePaper } from '../assessment/scoring.ts';
import { requireAttempt, sittingOf, type SatTest, type Sitting } from '../assessment/sittings.ts';
import { stockOf } from '../assessment/stock.ts';
import { findTest } from '../assessment/tests.ts';
import type { AnswerKey } from '../catalog/keys.ts';
import { findCourse, type Outline } from '../catalog/releases.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import { confirmAward, listAwards } from '../certification/awards.ts';
import { issue, type Issuing } from '../certification/certificates.ts';
import { openSigningKey } from '../certification/keys.ts';
import { replace } from '../certification/revocations.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { graduate } from '../graduation/graduate.ts';
import { sendSurvey, SURVEY_STATEMENTS, type SurveyResponse } from '../graduation/survey.ts';
import { createPerson, findByIdentifier } from '../identity/people.ts';
import { enrol, findEnrolment, type Learner } from '../learning/enrolments.ts';
import { takeSeat, timesMet } from '../learning/seats.ts';
import { recordAnswer } from '../learning/events.ts';
import { checksOf } from '../learning/lesson-checks.ts';
import { createUnit, listPlacesNamed } from '../organisation/agencies.ts';
import { findSubject, placePerson } from '../organisation/placements.ts';

/** The course that the examples are about. */
const COURSE = 'spbe-101';
const REGENCY = 'Pemerintah Kabupaten Contoh';
const DAY = 24 * 60 * 60 * 1000;

/** Invented people without a way in. The first of them tells that all of this was done. */
const EXAMPLES = {
	replaced: { email: 'made.wirawan@contoh.go.id', name: 'Made Wirawan (contoh)' },
	waiting: { email: 'yohanes.tanod@contoh.go.id', name: 'Yohanes Tanod (contoh)' },
	usedUp: { email: 'fitri.handayani@contoh.go.id', name: 'Fitri Handayani (contoh)' }
};

const DUTIES: readonly (readonly [email: string, duty: Duty])[] = [
	['penyelenggara@contoh.go.id', 'organiser'],
	['penyelenggara@contoh.go.id', 'marker'],
	['kontributor@contoh.ac.id', 'marker']
];

/** What the trial issues certificates with. */
export interface TrialOffice extends Omit<Issuing, 'key'> {
	/** KEY_SECRET. */
	secret: string;
}

/** Where a story takes place. */
interface Stage {
	db: Database;
	course: Outline;
	now: Date;
}

/**
 * Lets the trial's people have learned: someone half way, one with a certificate, one whose certificate waits for a
 * name, one whose was replaced, one who must wait and one who asks for a further chance; and gives duties. Once, after
 * `seedTrial`, where the course is published with its tests. Never call it on an external database.
 */
export function seedTrialLearning(pool: Pool, office: TrialOffice): Promise<void> {
	return withScope(pool, SYSTEM, async (db) => {
		await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('seed-trial-learning', 0))`);
		const course = await findCourse(db, COURSE);
		if (!course?.tests?.some(({ kind }) => kind === 'posttest')) return;
		if (await findByIdentifier(db, EXAMPLES.replaced.email)) return;
		const stage = { db, course, now: new Date() };
		for (const [email, duty] of DUTIES) {
			const { personId } = await accountOf(db, email);
			await assignDuty(db, null, { courseId: COURSE, duty, personId });
		}
		await halfWay(stage, await accountOf(db, 'peserta@contoh.go.id'));
		// As old as what it signs; numbers are given in the order of days.
		const key = await openSigningKey(db, office.secret, before(stage.now, 20));
		const issuing = { ...office, key };
		await corrected(stage, issuing, await exampleOf(db, EXAMPLES.replaced));
		await certified(stage, issuing, await accountOf(db, 'atasan@contoh.go.id'), 9);
		await graduated(stage, await accountOf(db, 'pengelola@contoh.go.id'), 1);
		await failing(stage, await exampleOf(db, EXAMPLES.waiting), 1);
		await failing(stage, await exampleOf(db, EXAMPLES.usedUp), 2);
	});
}

/** A module done with its quiz, and nothing of the next; the test before the course half right. */
async function halfWay(stage: Stage, learner: Learner): Promise<void> {
	if (!(await join(stage, learner, 8))) return;
	await sit(stage, learner, 'tes-awal', { wrong: 7, daysAgo: 8 });
	await complete(stage, learner, stage.course.modules[0]!, 6);
}

/** Everything done so many days ago; a certificate waits for its holder's name. */
async function graduated(stage: Stage, learner: Learner, daysAgo: number): Promise<boolean> {
	const { db, course, now } = stage;
	if (!(await join(stage, learner, daysAgo + 6))) return false;
	await sit(stage, learner, 'tes-awal', { wrong: 6, daysAgo: daysAgo + 6 });
	for (const module of course.modules) await complete(stage, learner, module, daysAgo + 1);
	await sit(stage, learner, 'tes-akhir', { wrong: 1, daysAgo });
	const at = before(now, daysAgo);
	await sendSurvey(db, learner, course.releaseId, CONTENT, isoDay(at));
	await graduate(db, learner, course.releaseId, at);
	return true;
}

async function certified(
	stage: Stage,
	issuing: Issuing,
	learner: Learner,
	daysAgo: number
): Promise<void> {
	if (!(await graduated(stage, learner, daysAgo))) return;
	await receive(stage, issuing, learner, daysAgo);
}

/** A certificate with a mistake in its titles, and the one that took its place. */
async function corrected(stage: Stage, issuing: Issuing, learner: Learner): Promise<void> {
	const { db, now } = stage;
	await certified(stage, issuing, learner, 12);
	const [mistaken] = await listAwards(db, learner, isoDay(now));
	const { personId } = await accountOf(db, 'admin@contoh.go.id');
	const officer = { personId, grants: await grantsInForce(db, personId) };
	const at = before(now, 10);
	const holder = { ...mistaken!.holder, titleAfter: 'S.T., M.T.' };
	await replace(
		db,
		officer,
		mistaken!.code,
		{
			reason: 'Gelar pada sertifikat pertama belum lengkap.',
			corrected: { issuedOn: isoDay(at), holder }
		},
		at
	);
	await receive(stage, issuing, learner, 10);
}

/** Every lesson and quiz done, and the test at the end failed so many times; where none is left, one more is asked for. */
async function failing(stage: Stage, learner: Learner, times: 1 | 2): Promise<void> {
	const { db, course, now } = stage;
	await join(stage, learner, 10);
	for (const module of course.modules) await complete(stage, learner, module, 5);
	for (let left = times; left > 0; left--)
		await sit(stage, learner, 'tes-akhir', { wrong: 7, daysAgo: times === 1 ? 0 : left + 1 });
	if (times === 1) return;
	const { ref } = await findTest(db, course.releaseId, 'tes-akhir');
	const sitting = await sitDown(db, learner, ref);
	const reason =
		'Contoh: saya mengerjakan tes di sela pelayanan loket dan ingin mencoba lagi setelah membaca ulang Modul 2.';
	await requestChance(db, sitting, reason, before(now, 1));
}

/** The holder of the newest award confirms name and titles as recorded, and gets the certificate. */
async function receive(
	{ db, now }: Stage,
	issuing: Issuing,
	learner: Learner,
	daysAgo: number
): Promise<void> {
	const awards = await listAwards(db, learner, isoDay(now));
	const { code, holder } = awards.find(({ state }) => state === 'awaiting-confirmation')!;
	const at = before(now, daysAgo);
	await confirmAward(db, learner, code, holder, at);
	await issue(db, code, issuing, at);
}

/** Takes the course; false for who takes it already, whose own doing is left alone. */
async function join({ db, course, now }: Stage, learner: Learner, daysAgo: number) {
	if (await findEnrolment(db, learner, COURSE)) return false;
	await enrol(db, learner, { id: course.releaseId, courseId: COURSE }, before(now, daysAgo));
	return true;
}

/** Every check of a module's lessons answered rightly, and its quiz passed. */
async function complete(
	stage: Stage,
	learner: Learner,
	module: Outline['modules'][number],
	daysAgo: number
): Promise<void> {
	const { db, course, now } = stage;
	for (const { id } of module.lessons) {
		const lesson = await checksOf(db, course.releaseId, id);
		for (const check of lesson.checks)
			await recordAnswer(
				db,
				learner,
				lesson,
				{ id: randomUUID(), claimedAt: null, questionId: check.id, ...rightly(check.key) },
				before(now, daysAgo)
			);
	}
	for (const { id, moduleId } of course.tests ?? [])
		if (moduleId === module.id) await sit(stage, learner, id, { wrong: 1, daysAgo });
}

/** Sits a test with so many wrong answers, and completes what depends on it. */
async function sit(
	{ db, course: { releaseId }, now }: Stage,
	learner: Learner,
	testId: string,
	{ wrong, daysAgo }: { wrong: number; daysAgo: number }
): Promise<void> {
	const at = before(now, daysAgo);
	const { test, stored, ref } = await findTest(db, releaseId, testId);
	const id = randomUUID();
	const stock = stockOf(test, stored);
	const empty = await sitDown(db, learner, ref);
	const met = await timesMet(db, learner, { course: ref.courseId });
	await beginAttempt(db, empty, id, () => drawPaper(stock, met, Math.random) ?? [], at);
	const sitting = await sitDown(db, learner, ref, id);
	const asked = requireAttempt(sitting).paper.map(({ questionId }) => questionId);
	const keys = await readKeysInForce(db, ref, asked);
	const answers = asked.map((questionId, nth) => {
		const key = keys.get(questionId)!;
		const given = nth < wrong ? wrongly(stored.get(questionId)!, key) : rightly(key);
		return { questionId, base: null, ...given };
	});
	const { changed, stands } = weighAnswers(sitting, answers);
	await writeAnswers(db, sitting, changed, at);
	await submitAttempt(db, sitting, gradePaper(asked, ref.criteria, stands, stored, keys), at);
	await graduate(db, learner, releaseId, at);
}

/** How the learner stands at a test of the course; `attemptId` as in `takeSeat`. */
async function sitDown(
	db: Database,
	learner: Learner,
	test: SatTest,
	attemptId: string | null = null
): Promise<Sitting> {
	const seat = await takeSeat(db, learner, { course: COURSE, quiz: test.testId }, attemptId);
	return sittingOf(learner, test, seat!.stored);
}

function rightly({ correct, detail }: AnswerKey): Given {
	switch (detail?.kind) {
		case 'numeric':
			return { choice: [], typed: String(detail.value).replace('.', ',') };
		case 'short':
			return { choice: [], typed: detail.accepted[0] ?? '' };
		case 'situational': {
			const [best] = Object.entries(detail.worth).sort(([, a], [, b]) => b - a);
			return { choice: best ? [best[0]] : [] };
		}
		default:
			return { choice: correct };
	}
}

/** A mistake that somebody might make, or no answer where that takes more than one choice. */
function wrongly({ kind, options }: StoredItem, { correct, detail }: AnswerKey): Given {
	const worth = detail?.kind === 'situational' ? detail.worth : {};
	const one = ['single', 'true-false', 'situational'].includes(kind)
		? options.find(({ id }) => !correct.includes(id) && !worth[id])
		: undefined;
	return { choice: one ? [one.id] : [] };
}

/** So many days ago; not at all: two hours ago. */
const before = (now: Date, days: number) => new Date(now.getTime() - (days * DAY || DAY / 12));

const CONTENT: SurveyResponse = {
	ratings: Object.fromEntries(SURVEY_STATEMENTS.map((id) => [id, 4])) as SurveyResponse['ratings'],
	helpful: 'Contoh jawaban: kartu posisi instansi langsung dapat dipakai.',
	missing: ''
};

/** A trial account, with the agency and unit that its acts are stamped with. */
async function accountOf(db: Database, email: string): Promise<Learner> {
	const found = await findByIdentifier(db, email);
	if (!found) throw new Error(`${email} is no trial account`);
	const { places } = await findSubject(db, found.id);
	const place = places[0] ?? null;
	return {
		personId: found.id,
		agencyId: place?.agencyId ?? null,
		unitId: place?.unitIds[0] ?? null
	};
}

/** An invented person of the example regency, who cannot sign in. */
async function exampleOf(
	db: Database,
	{ email, name }: { email: string; name: string }
): Promise<Learner> {
	const [regency] = await listPlacesNamed(db, [REGENCY]);
	const { agencyId } = regency!;
	const unitId = await createUnit(db, { agencyId, parentId: null, name: 'Dinas Kesehatan' });
	const personId = await createPerson(db, null, { email, name, employeeKind: 'pns' });
	const post = { postTitle: 'Analis Kebijakan Ahli Pertama', fromOn: '2026-01-01' };
	await placePerson(db, { personId, agencyId, unitId, ...post });
	return { personId, agencyId, unitId };
}
