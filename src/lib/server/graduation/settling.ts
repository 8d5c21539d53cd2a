import { displayName } from '../../format/names.ts';
import { record, recordAll } from '../audit/entries.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { findPlacement } from '../organisation/placements.ts';
import { findCourse } from '../catalog/releases.ts';
import { listAddressees } from '../identity/people.ts';
import { regradedLetter } from '../notices/letters.ts';
import { queueMail } from '../notices/mail.ts';
import { graduate } from './graduate.ts';
import {
	listRulings,
	listUnsettled,
	lockKeys,
	settle,
	type Unsettled
} from '../assessment/corrections.ts';
import {
	benchFor,
	changes,
	findRegradings,
	listNewlyPassed,
	recordRegradings,
	type Bench,
	type Cursor,
	type Regrading
} from '../assessment/regradings.ts';

/**
 * Carries out what was decided about keys and is not carried out yet, and completes what a pass given so completes. Batch
 * by batch, each a transaction of its own: stopped anywhere it goes on there the next time, and several may work at it at
 * once. Of one course, or of all.
 */
export async function settleCorrections(
	pool: Pool,
	{ courseId, stop }: { courseId?: string; stop?: AbortSignal } = {}
): Promise<void> {
	for (const correction of await withScope(pool, SYSTEM, (db) => listUnsettled(db, courseId))) {
		const bench = await withScope(pool, SYSTEM, async (db) =>
			benchFor(
				db,
				correction.courseId,
				correction.questionIds,
				await listRulings(db, correction.courseId)
			)
		);
		let cursor: Cursor = null;
		do {
			if (stop?.aborted) return;
			const from: Cursor = cursor;
			cursor = await withScope(pool, SYSTEM, (db) => regradeBatch(db, correction, bench, from));
		} while (cursor);
		// One person a transaction: a batch would hold the counter of certificates while it waits for the next one's enrolment.
		for (const { personId, releaseId } of await withScope(pool, SYSTEM, (db) =>
			listNewlyPassed(db, correction.id)
		)) {
			if (stop?.aborted) return;
			await withScope(pool, SYSTEM, async (db) =>
				graduate(db, { personId, ...(await findPlacement(db, personId)) }, releaseId)
			);
		}
		await withScope(pool, SYSTEM, (db) => finish(db, correction));
	}
}

async function regradeBatch(
	db: Database,
	correction: Unsettled,
	bench: Bench,
	cursor: Cursor
): Promise<Cursor> {
	const { regradings, next } = await findRegradings(db, bench, cursor, { lock: true });
	// Another process may have carried it out meanwhile, and somebody taken it back. From here on nobody decides.
	await lockKeys(db, correction.courseId, 'sending');
	const waiting = await listUnsettled(db, correction.courseId);
	if (!waiting.some(({ id }) => id === correction.id)) return null;
	await recordRegradings(db, correction, regradings, new Date());
	// Each whose result is another is told so, among what others did about them.
	await recordAll(
		db,
		correction.decidedBy,
		regradings.filter(changes).map(({ personId, attemptId }) => ({
			act: 'result-regraded' as const,
			subjectId: personId,
			detail: { attempt: attemptId, correction: correction.id }
		}))
	);
	await tellByLetter(db, correction, regradings.filter(changes));
	return next;
}

/** One letter a person and decision, however many of their results it changed and however often it is gone on with. */
async function tellByLetter(
	db: Database,
	{ id, courseId, kind }: Unsettled,
	changed: readonly Regrading[]
): Promise<void> {
	if (changed.length === 0) return;
	const [course, addressees] = await Promise.all([
		findCourse(db, courseId),
		listAddressees(db, [...new Set(changed.map(({ personId }) => personId))])
	]);
	const of = course?.title ?? courseId;
	await queueMail(
		db,
		...addressees.map((person) => ({
			...{ about: `regraded/${id}/${person.id}`, personId: person.id, recipient: person.email },
			...regradedLetter(person.language ?? 'id', {
				name: displayName(person),
				course: of,
				cause: kind
			})
		}))
	);
}

async function finish(db: Database, { id, courseId, decidedBy }: Unsettled): Promise<void> {
	const { first, attempts } = await settle(db, id, new Date());
	if (!first) return;
	await record(db, decidedBy, {
		act: 'attempts-regraded',
		detail: { course: courseId, correction: id, attempts }
	});
}
