import { and, asc, desc, eq } from 'drizzle-orm';
import { isoDay } from '../../format/dates.ts';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findPlaces } from '../organisation/placements.ts';
import { Refusal } from '../refusal.ts';
import type { TrainingForm } from './forms.ts';
import { demandReason } from './reason.ts';
import { hourEntries } from './tables.ts';

/** The most JP one training may bring; more is a slip of the pen (a year has about 2,000 working hours). */
export const MOST_JP = 2000;

export type HourEntry = typeof hourEntries.$inferSelect;

/** A module that was completed. */
export interface EarnedModule {
	courseId: string;
	/** The release it was completed in; credit carries over to later ones. */
	releaseId: string;
	moduleId: string;
	title: string;
	organiser: string;
	/** More than 0, two decimals; 1 JP = 45 minutes. */
	jp: number;
	/** `YYYY-MM-DD` in Asia/Jakarta. */
	earnedOn: string;
}

/** The project of a course that reached its mark. */
export type EarnedProject = Omit<EarnedModule, 'moduleId'>;

/** A training from elsewhere that an officer confirmed. */
export interface ConfirmedTraining {
	submissionId: string;
	title: string;
	organiser: string;
	form: TrainingForm;
	jp: number;
	startedOn: string;
	endedOn: string;
	certificate: string;
}

/** What the line of a part of a course says. As evidence it must say of what: it is read far from the course. */
export function lineOf(course: { code: string; title: string }, part: string): string {
	return `${course.code} ${course.title}: ${part}`;
}

/** What a mended entry says instead; the rest stays. */
export type Mending = Partial<Pick<HourEntry, 'title' | 'organiser' | 'jp' | 'earnedOn'>>;

/**
 * Records the JP of a module the learner completed, in the learner's own scope and the caller's transaction. Once per
 * person, course and module, whatever the release: doing it again changes nothing. Tells whether it was news.
 */
export async function earnModuleHours(
	db: Database,
	learner: Learner,
	module: EarnedModule
): Promise<boolean> {
	const { personId, agencyId, unitId } = learner;
	const key = `modul:${module.courseId}:${module.moduleId}`;
	return add(db, {
		personId,
		agencyId,
		unitId,
		...module,
		key,
		kind: 'module',
		form: 'e-learning'
	});
}

/** The same for the project of a course, once per person and course. */
export async function earnProjectHours(
	db: Database,
	{ personId, agencyId, unitId }: Learner,
	project: EarnedProject
): Promise<boolean> {
	const key = projectKey(project.courseId);
	const stamp = { personId, agencyId, unitId, form: 'e-learning' };
	return add(db, { ...stamp, ...project, key, kind: 'project' });
}

/** The courses whose project has earned the person its JP: an officer's reversal does not undo that it was passed. */
export async function listEarnedProjects(
	db: Database,
	{ personId }: Pick<Learner, 'personId'>
): Promise<Map<string, Pick<HourEntry, 'earnedOn' | 'jp'>>> {
	const rows = await db
		.select({
			courseId: hourEntries.courseId,
			earnedOn: hourEntries.earnedOn,
			jp: hourEntries.jp,
			key: hourEntries.key
		})
		.from(hourEntries)
		.where(and(eq(hourEntries.personId, personId), eq(hourEntries.kind, 'project')));
	return new Map(
		rows.flatMap(({ courseId, key, ...earned }) =>
			courseId !== null && key === projectKey(courseId) ? [[courseId, earned]] : []
		)
	);
}

const projectKey = (courseId: string) => `proyek:${courseId}`;

/** Records a confirmed training for its learner, once per submission. In the officer's scope; for `external.ts`. */
export async function recordTraining(
	db: Database,
	officer: Actor,
	learner: Learner,
	training: ConfirmedTraining
): Promise<void> {
	const { personId, agencyId, unitId } = learner;
	const { submissionId, title, organiser, form, jp, startedOn, endedOn, certificate } = training;
	await add(db, {
		...{ personId, agencyId, unitId, submissionId, title, organiser, form, jp, startedOn },
		key: `luar:${submissionId}`,
		kind: 'external',
		certificate,
		earnedOn: endedOn,
		recordedBy: officer.personId
	});
}

/**
 * Takes an entry of somebody else back, whole and once, and puts a mended one in its place if there is one; the first
 * entry stays. Refuses what the officer may not see (`hours-entry-unknown`), a reversal itself, what was taken back
 * before (`hours-entry-reversed`), one's own entries (`hours-own`), and a mended one that changes nothing
 * (`hours-mending-none`) or cannot be. `today` is a day in Asia/Jakarta.
 */
export async function reverseHours(
	db: Database,
	officer: Actor,
	{ personId, key, reason }: { personId: string; key: string; reason: string },
	mending: Mending | null = null,
	today = isoDay(new Date())
): Promise<void> {
	if (personId === officer.personId) throw new Refusal('forbidden', 'hours-own');
	const [entry] = await db
		.select()
		.from(hourEntries)
		.where(and(eq(hourEntries.personId, personId), eq(hourEntries.key, key)));
	if (!entry || entry.kind === 'reversal') throw new Refusal('not-found', 'hours-entry-unknown');
	demand(officer, 'hours:confirm', await findPlaces(db, entry));
	const why = demandReason(reason);
	if (mending) demandPlausible(entry, { ...entry, ...mending }, today);
	const recordedBy = officer.personId;
	const reversal = {
		...entry,
		key: `batal:${key}`,
		kind: 'reversal',
		reverses: key,
		reason: why,
		jp: -entry.jp,
		recordedBy
	} as const;
	if (!(await add(db, reversal))) throw new Refusal('conflict', 'hours-entry-reversed');
	if (mending) await add(db, { ...entry, ...mending, key: `ganti:${key}`, recordedBy });
	await record(db, officer.personId, {
		act: 'hours-reversed',
		subjectId: personId,
		detail: { entry: key, mended: mending ? `ganti:${key}` : null }
	});
}

/** Entries of a person that the reader may see, newest day first. */
export function listEntries(db: Database, personId: string): Promise<HourEntry[]> {
	return db
		.select()
		.from(hourEntries)
		.where(eq(hourEntries.personId, personId))
		.orderBy(desc(hourEntries.earnedOn), desc(hourEntries.recordedAt), asc(hourEntries.key));
}

/** Refuses (`invalid`) a mended entry that cannot be, or that is the one there was. */
function demandPlausible(entry: HourEntry, mended: HourEntry, today: string): void {
	const { jp, startedOn, earnedOn, title, organiser } = mended;
	if (!(jp > 0 && jp <= MOST_JP)) throw new Refusal('invalid', 'hours-jp-range', { most: MOST_JP });
	if (startedOn && earnedOn < startedOn) throw new Refusal('invalid', 'hours-days-order');
	if (earnedOn > today) throw new Refusal('invalid', 'hours-day-future');
	const same = title === entry.title && organiser === entry.organiser;
	if (same && jp === entry.jp && earnedOn === entry.earnedOn)
		throw new Refusal('invalid', 'hours-mending-none');
}

async function add(
	db: Database,
	entry: Omit<typeof hourEntries.$inferInsert, 'recordedAt'>
): Promise<boolean> {
	const added = await db
		.insert(hourEntries)
		.values({ ...entry, recordedAt: new Date() })
		.onConflictDoNothing()
		.returning({ key: hourEntries.key });
	return added.length > 0;
}
