import { isoDay } from '../../format/dates.ts';
import { listAttempts, type Attempt } from '../assessment/attempts.ts';
import type { ItemResult } from '../assessment/tables.ts';
import { findRegistries } from '../catalog/registry.ts';
import { readLesson, readRelease, type ReleaseTexts } from '../catalog/release-texts.ts';
import { findOutline, stateIn, type Outline } from '../catalog/releases.ts';
import { award, type Earned } from '../certification/awards.ts';
import { findSignatory } from '../certification/signatories.ts';
import type { Database } from '../db/connect.ts';
import { earnModuleHours, lineOf } from '../hours/ledger.ts';
import { findNumberInUse, findPerson } from '../identity/people.ts';
import { lockEnrolment, type Learner } from '../learning/enrolments.ts';
import { findAgencyNamed, holdsExamples } from '../organisation/agencies.ts';
import { listPosts, postOn } from '../organisation/placements.ts';
import { Refusal } from '../refusal.ts';
import { certifiedModules, organiserCode, validUntil } from './certified.ts';
import { findCompletions, recordCompletions } from './completions.ts';
import { renewingSince } from './renewing.ts';

/**
 * Records what the learner has completed in a release and what it earns: the JP of each module, and a certificate for
 * the course, where a test at the end stands for it. A course without one gives JP and no certificate: its checks can be
 * answered by trying. A certificate that can be renewed is renewed by passing that test again; JP are earned once. In the
 * learner's own scope or the system's.
 */
export async function graduate(
	db: Database,
	learner: Learner,
	releaseId: string,
	now = new Date()
): Promise<void> {
	const reached = await recordCompletions(db, learner, releaseId, now);
	const renewable = reached.complete && !reached.course;
	const again = renewable ? await findPassAgain(db, learner, releaseId, now) : null;
	if (reached.modules.length === 0 && !reached.course && !again) return;
	const [release, outline] = await Promise.all([
		readRelease(db, releaseId),
		findOutline(db, releaseId)
	]);
	if (!release || !outline) throw new Refusal('not-found', 'course-unknown');
	const organiser = await organiserOf(db, outline);
	const { courseId } = outline;
	for (const { id, title, jp } of outline.modules)
		if (reached.modules.includes(id))
			await earnModuleHours(db, learner, {
				...{ courseId, releaseId, moduleId: id, jp },
				title: lineOf(outline, title),
				...{ organiser: organiser.name, earnedOn: isoDay(now) }
			});
	const examined = outline.tests?.some(({ kind }) => kind === 'posttest');
	if (!examined || release.rules.pass.posttest === undefined) return;
	const completion = reached.course ?? (again && { score: again.result?.score ?? null });
	if (!completion) return;
	const passed = { score: completion.score, attempt: again };
	await award(
		db,
		learner,
		await earnedBy(db, learner, release, outline, organiser, passed, now),
		now
	);
}

/**
 * The first attempt that passed the test at the end anew since the learner's certificate can be renewed; null while it
 * cannot, and where the course was not completed in this release.
 */
async function findPassAgain(
	db: Database,
	learner: Learner,
	releaseId: string,
	now: Date
): Promise<Attempt | null> {
	const { course } = await findCompletions(db, learner, releaseId);
	const since = course && (await renewingSince(db, learner, course.id, now));
	if (!since) return null;
	const attempts = await listAttempts(db, learner, { releaseId, testId: 'tes-akhir' });
	return (
		attempts.find(({ passed, submittedAt }) => passed && submittedAt && submittedAt >= since) ??
		null
	);
}

/** All that the certificate will say, as it is today. */
async function earnedBy(
	db: Database,
	learner: Learner,
	{ rules }: ReleaseTexts,
	outline: Outline,
	organiser: Earned['organiser'],
	{ score, attempt }: { score: number | null; attempt: Attempt | null },
	now: Date
): Promise<Earned> {
	const { personId } = learner;
	const { courseId, releaseId } = outline;
	const today = isoDay(now);
	const [person, number, posts, enrolment, items, legal, signed, sample] = await Promise.all([
		findPerson(db, personId),
		findNumberInUse(db, personId),
		listPosts(db, personId),
		lockEnrolment(db, learner, releaseId),
		passedItems(db, learner, outline, attempt),
		legalBasis(db, outline),
		findSignatory(db, organiser, today),
		holdsExamples(db)
	]);
	const post = postOn(posts, today);
	const { name, titleBefore, titleAfter } = person;
	const { title, code, edition, language } = outline;
	return {
		holder: { name, titleBefore, titleAfter },
		employment: {
			number,
			post: post?.postTitle ?? null,
			unit: post?.unit ?? null,
			agency: post?.agency ?? null
		},
		course: { id: courseId, title, code, edition, releaseId, language },
		modules: certifiedModules(outline.modules, items, rules.pass.posttest ?? null),
		jp: outline.modules.reduce((sum, module) => sum + module.jp, 0),
		...{ score, passMark: rules.pass.posttest ?? null },
		competencies: outline.competencies.map(({ id, name: named, level }) => ({
			...{ id, level },
			name: named
		})),
		legal,
		organiser,
		providers: outline.providers.filter((provider) => provider !== organiser.name),
		...signed,
		startedOn: isoDay(enrolment.enrolledAt),
		completedOn: today,
		issuedOn: today,
		validUntil: validUntil(today, rules.validity),
		...(sample && { sample })
	};
}

/**
 * What the questions of the quizzes and of the test at the end earned in the attempts that passed; of that test in
 * `renewing`, if it was passed anew.
 */
async function passedItems(
	db: Database,
	learner: Learner,
	{ releaseId, tests = [] }: Outline,
	renewing: Attempt | null
): Promise<ItemResult[]> {
	const judged = tests.filter(({ kind }) => kind !== 'pretest');
	const attempts = await Promise.all(
		judged.map(async ({ id, kind }) =>
			renewing && kind === 'posttest'
				? [renewing]
				: listAttempts(db, learner, { releaseId, testId: id })
		)
	);
	return attempts.flatMap((past) => {
		const counts = past.find(({ passed }) => passed) ?? past.findLast(({ result }) => result);
		return counts?.result?.items ?? [];
	});
}

/** The instruments that the lessons name as their basis, with the state they have today. */
async function legalBasis(db: Database, { releaseId, modules }: Outline): Promise<Earned['legal']> {
	const ids = modules.flatMap(({ lessons }) => lessons.map(({ id }) => id));
	const [{ regulations }, lessons] = await Promise.all([
		findRegistries(db),
		Promise.all(ids.map((id) => readLesson(db, releaseId, id)))
	]);
	const stateOf = stateIn(regulations);
	const named = new Set(lessons.flatMap((lesson) => lesson?.legal ?? []));
	return [...named].flatMap((id) => {
		const state = stateOf(id);
		return state ? [{ id, short: regulations.get(id)?.short ?? id, status: state.text }] : [];
	});
}

/** Who stands for a course: its owner, else its first provider; with the code of that agency, if it is one of ours. */
export async function organiserOf(
	db: Database,
	{ owner, providers, title }: Pick<Outline, 'owner' | 'providers' | 'title'>
): Promise<Earned['organiser']> {
	const name = owner ?? providers[0] ?? title;
	return (await findAgencyNamed(db, name)) ?? { code: organiserCode(name), name };
}
