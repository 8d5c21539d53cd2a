import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { listEditions, readKeyedItems, type Edition } from '../catalog/keyed-items.ts';
import { readKeys } from '../catalog/release-texts.ts';
import { releases } from '../catalog/tables.ts';
import type { Database } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
import { Refusal } from '../refusal.ts';
import { keyChanges, keyReleases, meansSame, type Ruling } from './regrade.ts';
import type { JudgingKey } from './scoring.ts';
import { correctionKeys, corrections, correctionSettlements, gradings } from './tables.ts';

/** Which keys of earlier releases the newest one would mend. */
export interface Proposal {
	/** The newest release with a wrong key, and the newest of all. */
	from: Edition;
	to: Edition;
	/** Ids of questions; empty where every key is in force already. */
	questionIds: string[];
	/** What it would have judged by the newest release's keys, beside what is decided already. */
	rulings: Ruling[];
	/** Judged otherwise than in the release before, and asking something else: nothing can be judged again there. */
	reworded: string[];
}

/** A decision about keys. */
export interface Correction {
	id: string;
	kind: 'mend' | 'undo';
	/** Numbers of the releases. */
	from: string;
	to: string;
	questionIds: string[];
	reason: string;
	decidedBy: string | null;
	decidedAt: Date;
	/** Null as long as attempts wait to be judged again. */
	settled: { at: Date; attempts: number } | null;
	undone: boolean;
}

/** Who decides what, and why. */
export interface Decision {
	/** Null for a command. */
	decidedBy: string | null;
	/** 10–1000 characters, for those concerned to read. */
	reason: string;
	decidedAt: Date;
}

/**
 * Keeps sending and deciding apart until the transaction ends: many send at once, one decides alone. So whatever is
 * sent after a decision knows it, and whatever was sent before is there to be judged again.
 */
export async function lockKeys(
	db: Database,
	courseId: string,
	by: 'sending' | 'deciding'
): Promise<void> {
	const name = sql`hashtextextended(${`corrections:${courseId}`}, 0)`;
	await db.execute(
		by === 'sending'
			? sql`select pg_advisory_xact_lock_shared(${name})`
			: sql`select pg_advisory_xact_lock(${name})`
	);
}

const undoing = alias(corrections, 'undoing');

/** What the standing decisions of a course have judged by which keys; of some questions, or of all. */
export async function listRulings(
	db: Database,
	courseId: string,
	{ releaseId, questionIds }: { releaseId?: string; questionIds?: readonly string[] } = {}
): Promise<(Ruling & { correctionId: string })[]> {
	return db
		.select({
			correctionId: corrections.id,
			releaseId: correctionKeys.releaseId,
			questionId: correctionKeys.questionId,
			keyOf: corrections.toRelease,
			ordinal: releases.ordinal
		})
		.from(corrections)
		.innerJoin(correctionKeys, eq(correctionKeys.correctionId, corrections.id))
		.innerJoin(releases, eq(releases.id, corrections.toRelease))
		.leftJoin(undoing, eq(undoing.undoes, corrections.id))
		.where(
			and(
				eq(corrections.courseId, courseId),
				isNull(undoing.id),
				releaseId === undefined ? undefined : eq(correctionKeys.releaseId, releaseId),
				questionIds === undefined ? undefined : inArray(correctionKeys.questionId, [...questionIds])
			)
		);
}

/** The keys that some questions of a release are judged by now: its own, or those of a release that mended them. */
export async function readKeysInForce(
	db: Database,
	{ courseId, releaseId }: { courseId: string; releaseId: string },
	questionIds: readonly string[]
): Promise<Map<string, JudgingKey>> {
	const [own, rulings] = await Promise.all([
		readKeys(db, releaseId, questionIds),
		listRulings(db, courseId, { releaseId, questionIds })
	]);
	const keys = new Map<string, JudgingKey>(own);
	const keyOf = keyReleases(rulings);
	const mended = Map.groupBy(new Set(rulings.map(({ questionId }) => questionId)), (id) =>
		keyOf(releaseId, id)
	);
	for (const [release, ids] of mended)
		for (const [id, key] of await readKeys(db, release, ids))
			keys.set(id, { ...key, keyOf: release });
	return keys;
}

/** What deciding now would mend in a course; null where it has one release or none. */
export async function proposeMending(db: Database, courseId: string): Promise<Proposal | null> {
	const editions = await listEditions(db, courseId);
	const [to, before] = editions.toReversed();
	if (!to || !before) return null;
	const items = await readKeyedItems(
		db,
		editions.map(({ releaseId }) => releaseId)
	);
	const newest = items.get(to.releaseId)!;
	const keyOf = keyReleases(await listRulings(db, courseId));
	const earlier = editions.slice(0, -1).map((edition) => {
		const own = items.get(edition.releaseId)!;
		const judged = [...own].map(([id, item]) => {
			const mended = items.get(keyOf(edition.releaseId, id))?.get(id) ?? item;
			return [id, { ...item, key: mended.key }] as const;
		});
		return { edition, own, changes: keyChanges(new Map(judged), newest) };
	});
	const questionIds = [...new Set(earlier.flatMap(({ changes }) => changes.mended))].sort();
	const rulings = earlier.flatMap(({ edition: { releaseId }, own }) =>
		questionIds
			.filter((id) => own.has(id) && meansSame(own.get(id)!, newest.get(id)!))
			.map((questionId) => ({
				...{ releaseId, questionId },
				...{ keyOf: to.releaseId, ordinal: to.ordinal }
			}))
	);
	const wrong = earlier.findLast(({ changes }) => changes.mended.length > 0);
	return {
		from: wrong?.edition ?? before,
		to,
		questionIds,
		rulings,
		reworded: earlier.at(-1)!.changes.reworded
	};
}

/**
 * Decides that the newest release's keys hold for its earlier ones. Refuses with `correction-nothing` where no key is
 * another, with `correction-unsettled` while an earlier decision is being carried out, with `correction-reason`.
 */
export async function decideMending(
	db: Database,
	courseId: string,
	decision: Decision
): Promise<{ id: string; proposal: Proposal }> {
	await lockKeys(db, courseId, 'deciding');
	const ordinal = await nextOrdinal(db, courseId);
	const proposal = await proposeMending(db, courseId);
	if (!proposal || proposal.questionIds.length === 0)
		throw new Refusal('conflict', 'correction-nothing');
	const { from, to, questionIds, rulings } = proposal;
	const id = await add(db, decision, {
		...{ courseId, ordinal, kind: 'mend' as const, questionIds },
		...{ fromRelease: from.releaseId, toRelease: to.releaseId }
	});
	await insertRows(
		db,
		correctionKeys,
		rulings.map(({ releaseId, questionId }) => ({ correctionId: id, releaseId, questionId }))
	);
	return { id, proposal };
}

/**
 * Takes a decision back. Refuses with `correction-unknown`, with `correction-undone` when it was before, and as
 * `decideMending` does.
 */
export async function undoMending(
	db: Database,
	courseId: string,
	correctionId: string,
	decision: Decision
): Promise<{ id: string; questionIds: string[]; from: string; to: string }> {
	await lockKeys(db, courseId, 'deciding');
	const ordinal = await nextOrdinal(db, courseId);
	const [mended] = await db
		.select({
			fromRelease: corrections.fromRelease,
			toRelease: corrections.toRelease,
			questionIds: corrections.questionIds,
			undoneBy: undoing.id
		})
		.from(corrections)
		.leftJoin(undoing, eq(undoing.undoes, corrections.id))
		.where(
			and(
				eq(corrections.courseId, courseId),
				eq(corrections.id, correctionId),
				eq(corrections.kind, 'mend')
			)
		);
	if (!mended) throw new Refusal('not-found', 'correction-unknown');
	const { undoneBy, ...what } = mended;
	if (undoneBy) throw new Refusal('conflict', 'correction-undone');
	const id = await add(db, decision, {
		...what,
		...{ courseId, ordinal, kind: 'undo' as const, undoes: correctionId }
	});
	return { id, questionIds: what.questionIds, from: what.fromRelease, to: what.toRelease };
}

async function nextOrdinal(db: Database, courseId: string): Promise<number> {
	const [last] = await db
		.select({ ordinal: corrections.ordinal, settledAt: correctionSettlements.settledAt })
		.from(corrections)
		.leftJoin(correctionSettlements, eq(correctionSettlements.correctionId, corrections.id))
		.where(eq(corrections.courseId, courseId))
		.orderBy(desc(corrections.ordinal))
		.limit(1);
	if (last && !last.settledAt) throw new Refusal('conflict', 'correction-unsettled');
	return (last?.ordinal ?? 0) + 1;
}

async function add(
	db: Database,
	{ reason, ...decision }: Decision,
	row: Omit<typeof corrections.$inferInsert, 'reason' | keyof Decision>
): Promise<string> {
	const words = reason.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (words.length < 10 || words.length > 1000) throw new Refusal('invalid', 'correction-reason');
	const [added] = await db
		.insert(corrections)
		.values({ ...row, ...decision, reason: words })
		.returning({ id: corrections.id });
	return added!.id;
}

/** Every decision about the keys of a course, the last one first. */
export async function listCorrections(db: Database, courseId: string): Promise<Correction[]> {
	const from = alias(releases, 'from_release');
	const to = alias(releases, 'to_release');
	const rows = await db
		.select({
			id: corrections.id,
			kind: corrections.kind,
			from: from.number,
			to: to.number,
			questionIds: corrections.questionIds,
			reason: corrections.reason,
			decidedBy: corrections.decidedBy,
			decidedAt: corrections.decidedAt,
			settledAt: correctionSettlements.settledAt,
			attempts: correctionSettlements.attempts,
			undoneBy: undoing.id
		})
		.from(corrections)
		.innerJoin(from, eq(from.id, corrections.fromRelease))
		.innerJoin(to, eq(to.id, corrections.toRelease))
		.leftJoin(undoing, eq(undoing.undoes, corrections.id))
		.leftJoin(correctionSettlements, eq(correctionSettlements.correctionId, corrections.id))
		.where(eq(corrections.courseId, courseId))
		.orderBy(desc(corrections.ordinal));
	return rows.map(({ settledAt, attempts, undoneBy, ...row }) => ({
		...row,
		settled: settledAt && { at: settledAt, attempts: attempts ?? 0 },
		undone: undoneBy !== null
	}));
}

/** That an attempt was judged again because of a decision about keys. */
export interface RegradedOnce {
	kind: 'mend' | 'undo';
	at: Date;
	reason: string;
	/** 0–100; null while a question waits for a person. */
	from: number | null;
	to: number | null;
}

/** When and why an attempt of a person was judged again, the first time first. */
export async function listRegradings(
	db: Database,
	{ personId }: { personId: string },
	attemptId: string
): Promise<RegradedOnce[]> {
	const before = alias(gradings, 'before');
	return db
		.select({
			kind: corrections.kind,
			at: gradings.gradedAt,
			reason: corrections.reason,
			from: before.score,
			to: gradings.score
		})
		.from(gradings)
		.innerJoin(corrections, eq(corrections.id, gradings.correctionId))
		.innerJoin(
			before,
			and(
				eq(before.personId, gradings.personId),
				eq(before.attemptId, gradings.attemptId),
				eq(before.ordinal, sql`${gradings.ordinal} - 1`)
			)
		)
		.where(and(eq(gradings.personId, personId), eq(gradings.attemptId, attemptId)))
		.orderBy(asc(gradings.ordinal));
}

/** A decision that is still to be carried out. */
export type Unsettled = Pick<
	typeof corrections.$inferSelect,
	'id' | 'courseId' | 'kind' | 'questionIds' | 'decidedBy'
>;

/** Decisions that are not carried out to the end, of one course or of all; of a course there is one at most. */
export async function listUnsettled(db: Database, courseId?: string): Promise<Unsettled[]> {
	return db
		.select({
			id: corrections.id,
			courseId: corrections.courseId,
			kind: corrections.kind,
			questionIds: corrections.questionIds,
			decidedBy: corrections.decidedBy
		})
		.from(corrections)
		.leftJoin(correctionSettlements, eq(correctionSettlements.correctionId, corrections.id))
		.where(
			and(
				isNull(correctionSettlements.correctionId),
				courseId === undefined ? undefined : eq(corrections.courseId, courseId)
			)
		)
		.orderBy(asc(corrections.decidedAt));
}

/** Says that a decision is carried out; whether this says it first, and how many attempts it judged again. */
export async function settle(
	db: Database,
	correctionId: string,
	settledAt: Date
): Promise<{ first: boolean; attempts: number }> {
	const settled = await db.execute<{ attempts: number }>(sql`
		insert into correction_settlements (correction_id, settled_at, attempts)
		select ${correctionId}::uuid, ${settledAt.toISOString()}::timestamptz, count(*)
		from gradings where correction_id = ${correctionId}::uuid
		on conflict do nothing
		returning attempts`);
	return { first: settled.length > 0, attempts: settled[0]?.attempts ?? 0 };
}
