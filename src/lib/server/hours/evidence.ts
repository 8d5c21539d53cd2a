import { and, eq, gte, lt, notExists, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { demandDocument, type DocumentType } from '../document-type.ts';
import { Refusal } from '../refusal.ts';
import { hourEvidence, hourVersions } from './tables.ts';

/** How long a file that no submission names is kept, in milliseconds. */
const KEPT_UNNAMED = 24 * 60 * 60 * 1000;
/** Most files of one person within `KEPT_UNNAMED`, so that nobody fills the disk: 200 MB. */
export const MOST_FILES = 40;

/** A stored file, without its bytes. */
export interface EvidenceFile {
	id: string;
	mediaType: DocumentType;
	size: number;
}

/**
 * Keeps a file for a submission still to be sent, and clears away the person's own that never were. Refuses as
 * `demandDocument`, and more than `MOST_FILES` a day (`evidence-many`).
 */
export async function keepEvidence(
	db: Database,
	personId: string,
	bytes: Uint8Array,
	now = new Date()
): Promise<EvidenceFile> {
	const mediaType = demandDocument(bytes);
	const named = db
		.select({ one: sql`1` })
		.from(hourVersions)
		.where(eq(hourVersions.evidenceId, hourEvidence.id));
	const since = new Date(now.getTime() - KEPT_UNNAMED);
	const own = eq(hourEvidence.personId, personId);
	await lock(db, personId);
	await db
		.delete(hourEvidence)
		.where(and(own, lt(hourEvidence.uploadedAt, since), notExists(named)));
	if ((await db.$count(hourEvidence, and(own, gte(hourEvidence.uploadedAt, since)))) >= MOST_FILES)
		throw new Refusal('conflict', 'evidence-many', { most: MOST_FILES });
	const size = bytes.length;
	const [kept] = await db
		.insert(hourEvidence)
		.values({ personId, mediaType, size, bytes, uploadedAt: now })
		.returning({ id: hourEvidence.id });
	return { id: kept!.id, mediaType, size };
}

/** A file of one's own, without its bytes; null where there is none. */
export async function findOwnEvidence(
	db: Database,
	personId: string,
	id: string
): Promise<EvidenceFile | null> {
	if (!isId(id)) return null;
	const [found] = await db
		.select({ id: hourEvidence.id, mediaType: hourEvidence.mediaType, size: hourEvidence.size })
		.from(hourEvidence)
		.where(and(eq(hourEvidence.id, id), eq(hourEvidence.personId, personId)));
	return found ?? null;
}

/**
 * A file with its bytes, for its person, and for officers who see its submission: that one of them opened it, the person
 * can see. Else `not-found` (`file-unknown`).
 */
export async function openEvidence(
	db: Database,
	actor: Actor,
	id: string
): Promise<EvidenceFile & { bytes: Uint8Array; personId: string }> {
	const [found] = isId(id)
		? await db.select().from(hourEvidence).where(eq(hourEvidence.id, id))
		: [];
	if (!found) throw new Refusal('not-found', 'file-unknown');
	const { personId } = found;
	if (personId !== actor.personId) {
		demand(actor, 'hours:confirm');
		const detail = { evidence: id };
		await record(db, actor.personId, { act: 'evidence-opened', subjectId: personId, detail });
	}
	return found;
}

/** One upload of a person at a time, for the rest of the transaction. */
async function lock(db: Database, personId: string): Promise<void> {
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`hour-evidence:${personId}`}, 0))`
	);
}
