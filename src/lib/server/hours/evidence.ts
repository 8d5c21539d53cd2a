import { and, eq, lt, notExists, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { Refusal } from '../refusal.ts';
import { hourEvidence, hourVersions } from './tables.ts';

/** The largest file taken as evidence, in bytes (5 MB as most devices count them). */
export const MOST_EVIDENCE = 5 * 1024 * 1024;

/** How long a file that no submission names is kept, in milliseconds. */
const KEPT_UNNAMED = 24 * 60 * 60 * 1000;

export type EvidenceType = (typeof hourEvidence.$inferSelect)['mediaType'];

/** A stored file, without its bytes. */
export interface EvidenceFile {
	id: string;
	mediaType: EvidenceType;
	size: number;
}

const BEGINNINGS: readonly { type: EvidenceType; bytes: readonly number[] }[] = [
	{ type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
	{ type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
	{ type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }
];

/** What a file is by its content, whatever its name and sender say; null for anything but PDF, JPEG and PNG. */
export function typeOfEvidence(bytes: Uint8Array): EvidenceType | null {
	const found = BEGINNINGS.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
	return found?.type ?? null;
}

/**
 * Keeps a file for a submission still to be sent, and clears away the person's own that never were. Refusals
 * (`invalid`): `evidence-empty`, `evidence-large`, `evidence-kind`.
 */
export async function keepEvidence(
	db: Database,
	personId: string,
	bytes: Uint8Array,
	now = new Date()
): Promise<EvidenceFile> {
	if (bytes.length === 0) throw new Refusal('invalid', 'evidence-empty');
	if (bytes.length > MOST_EVIDENCE) throw new Refusal('invalid', 'evidence-large');
	const mediaType = typeOfEvidence(bytes);
	if (!mediaType) throw new Refusal('invalid', 'evidence-kind');
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
