import { sql } from 'drizzle-orm';
import { findOutline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import {
	ownCourseIn,
	RESEMBLANCES,
	resemblanceOf,
	type Comparable,
	type OwnCourse,
	type Resemblance
} from './duplicates.ts';
import { listEntries, type HourEntry } from './ledger.ts';
import { sumOf } from './position.ts';
import { listSubmissions, type Submission } from './submissions.ts';
import { reversedKeys } from './years.ts';

/** A training to be recorded, with the file that proves it. */
export interface Candidate extends Comparable {
	evidenceId: string;
}

/** Something recorded or asked for that may be the same training. */
export interface Duplicate {
	/** Every sign of it, the most telling first. */
	why: Resemblance[];
	/** Null where only the file tells of it: it was sent to another agency. */
	told: { title: string; endedOn: string; jp: number } | null;
	/** A course of ours, a line of the ledger, one that was taken back, or what is still asked for. */
	standing: 'own' | 'recorded' | 'reversed' | 'asked' | 'elsewhere';
}

/**
 * What is recorded or asked for already and may be the same training as this one: courses of ours with JP or a
 * certificate, lines of the ledger that still count, and submissions. `exceptId` is the submission itself. For its
 * person and for officers who have it to decide.
 */
export async function findDuplicates(
	db: Database,
	personId: string,
	training: Candidate,
	exceptId: string | null
): Promise<Duplicate[]> {
	const [entries, submissions, awards, twins] = await Promise.all([
		listEntries(db, personId),
		listSubmissions(db, { personId }),
		listOwnAwards(db, personId),
		listTwins(db, training.evidenceId)
	]);
	twins.delete(exceptId ?? '');
	const reversed = reversedKeys(entries);
	const counting = entries.filter(
		({ key, kind, submissionId }) =>
			kind !== 'reversal' && !reversed.has(key) && !(exceptId && submissionId === exceptId)
	);
	const courses = await ownCourses(db, counting, awards);
	const own = courses.flatMap((course): Found[] => {
		const sign = ownCourseIn(training, course);
		return sign ? [{ why: [sign], told: course, standing: 'own', courseId: course.id }] : [];
	});
	const known = new Set(own.map(({ courseId }) => courseId));
	const recorded = counting
		.filter(({ courseId }) => !courseId || !known.has(courseId))
		.map((entry) => found(training, { ...entry, endedOn: entry.earnedOn }, twins, 'recorded'));
	const asked = submissions
		.filter(({ id, state, reversed }) => id !== exceptId && (isOpen(state) || reversed))
		.map((one) => found(training, { ...one, submissionId: one.id }, twins, standingOf(one)))
		// What was taken back may be recorded again: only its file tells anything.
		.filter(({ standing, why }) => standing === 'asked' || why.includes('evidence'));
	const seen = new Set([
		...submissions.map(({ id }) => id),
		...counting.map(({ submissionId }) => submissionId)
	]);
	const elsewhere = [...twins]
		.filter((id) => !seen.has(id))
		.map((): Duplicate => ({ why: ['evidence'], told: null, standing: 'elsewhere' }));
	return [...own.map(({ courseId: _, ...one }) => one), ...recorded, ...asked, ...elsewhere]
		.filter(({ why }) => why.length > 0)
		.sort((one, other) => rank(one) - rank(other));
}

/** The course whose certificate of one's own a number is, with the number as it was given; null for any other. */
export async function findOwnCertificate(
	db: Database,
	personId: string,
	training: Comparable
): Promise<{ title: string; number: string } | null> {
	for (const award of await listOwnAwards(db, personId))
		if (ownCourseIn(training, { ...award, numbers: numbersOf(award) }) === 'own-certificate')
			return award;
	return null;
}

type Found = Duplicate & { courseId: string };
type Told = Comparable & { jp: number; submissionId: string | null };

const rank = ({ why }: Duplicate) => RESEMBLANCES.indexOf(why[0]!);
const isOpen = (state: Submission['state']) => state === 'submitted' || state === 'returned';
const standingOf = ({ reversed }: Submission) => (reversed ? 'reversed' : 'asked');

function found(
	training: Comparable,
	other: Told,
	twins: ReadonlySet<string>,
	standing: Duplicate['standing']
): Duplicate {
	const { title, endedOn, jp, submissionId } = other;
	const sameFile = submissionId !== null && twins.has(submissionId);
	const why = [resemblanceOf(training, other), sameFile ? 'evidence' : null];
	return {
		why: RESEMBLANCES.filter((sign) => why.includes(sign)),
		told: { title, endedOn, jp },
		standing
	};
}

/** A certificate of ours (`hour_awards`). Days are `YYYY-MM-DD`. */
interface OwnAward extends Record<string, unknown> {
	code: string;
	number: string;
	courseId: string;
	title: string;
	organiser: string;
	startedOn: string;
	endedOn: string;
	jp: number;
}

/** A certificate is known by its number, and by the code in its address. */
const numbersOf = ({ number, code }: OwnAward) => [number, code];

async function listOwnAwards(db: Database, personId: string): Promise<(OwnAward & Comparable)[]> {
	const rows = await db.execute<OwnAward>(sql`
		select code, number, course_id as "courseId", title, organiser, started_on as "startedOn",
			ended_on as "endedOn", jp
		from hour_awards(${personId})`);
	return rows.map((row) => ({ ...row, jp: Number(row.jp), certificate: row.number }));
}

/** Ids of submissions that were sent with the same bytes. */
async function listTwins(db: Database, evidenceId: string): Promise<Set<string>> {
	const rows = await db.execute<{ id: string }>(
		sql`select submission_id as id from evidence_twins(${evidenceId})`
	);
	return new Set(rows.map(({ id }) => id));
}

/** Courses of ours with lines that count or with certificates: in all their days, with the JP that count. */
async function ownCourses(
	db: Database,
	entries: readonly HourEntry[],
	awards: readonly OwnAward[]
): Promise<(OwnCourse & { id: string; jp: number })[]> {
	const lines = Map.groupBy(
		entries.filter(({ courseId, kind }) => courseId && kind !== 'external'),
		({ courseId }) => courseId!
	);
	const ids = new Set([...lines.keys(), ...awards.map(({ courseId }) => courseId)]);
	return Promise.all(
		[...ids].map(async (id) => {
			const own = lines.get(id) ?? [];
			const given = awards.filter(({ courseId }) => courseId === id);
			const [entry, last] = [own[0], given.at(-1)];
			const outline = entry?.releaseId ? await findOutline(db, entry.releaseId) : null;
			const starts = given.map(({ startedOn }) => startedOn).sort();
			const days = [...given.map(({ endedOn }) => endedOn), ...own.map(({ earnedOn }) => earnedOn)];
			return {
				id,
				title: last?.title ?? outline?.title ?? entry?.title ?? '',
				organiser: last?.organiser ?? entry?.organiser ?? '',
				startedOn: starts[0] ?? null,
				endedOn: days.sort().at(-1) ?? '',
				numbers: given.flatMap(numbersOf),
				jp: own.length > 0 ? sumOf(own) : (last?.jp ?? 0)
			};
		})
	);
}
