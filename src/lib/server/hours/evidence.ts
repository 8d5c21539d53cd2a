import { and, eq, lt, notExists, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { demandDocument, type DocumentType } from '../document-type.ts';
import { Refusal } from '../refusal.ts';
import { hourEvidence, hourVersions } from './tables.ts';

/** How long a file that no submission names is kept, in milliseconds. */
const KEPT_UNNAMED = 24 * 60 * 60 * 1000;

/** A stored file, without its bytes. */
export interface EvidenceFile {
	id: string;
	mediaType: DocumentType;
	size: number;
}

/**
 * Keeps a file for a submission still to be sent, and clears away the person's own that never were. Refuses as
 * `demandDocument`.
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
	const old = lt(hourEvidence.uploadedAt, new Date(now.getTime() - KEPT_UNNAMED));
	await db
		.delete(hourEvidence)
		.where(and(eq(hourEvidence.personId, personId), old, notExists(named)));
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

/** A file with its bytes, for its person and the officers who see its submission; else `not-found` (`file-unknown`). */
export async function readEvidence(
	db: Database,
	id: string
): Promise<EvidenceFile & { bytes: Uint8Array; personId: string }> {
	const [found] = isId(id)
		? await db.select().from(hourEvidence).where(eq(hourEvidence.id, id))
		: [];
	if (!found) throw new Refusal('not-found', 'file-unknown');
	return found;
}
