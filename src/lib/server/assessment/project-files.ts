import { createHash } from 'node:crypto';
import { and, asc, eq, isNotNull, notExists, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { demandDocument, type DocumentType } from '../document-type.ts';
import { Refusal } from '../refusal.ts';
import { handInFiles, projectFiles } from './tables.ts';

/** Most files of one version. */
export const MOST_FILES = 5;

/** A file of a project, without its bytes. */
export interface ProjectFile {
	sha256: string;
	mediaType: DocumentType;
	size: number;
	/** Its bytes were erased. */
	gone: boolean;
}

/** A file to be handed out. */
export interface HandedFile {
	mediaType: DocumentType;
	bytes: Uint8Array;
}

/** A version of somebody's project. */
interface VersionRef {
	personId: string;
	courseId: string;
	number: number;
}

const ofVersion = ({ personId, courseId, number }: VersionRef) =>
	and(
		eq(handInFiles.personId, personId),
		eq(handInFiles.courseId, courseId),
		eq(handInFiles.number, number)
	);

/** The files of all versions of a person's project, by number, as they were added. */
export async function listFiles(
	db: Database,
	{ personId, courseId }: Pick<VersionRef, 'personId' | 'courseId'>
): Promise<Map<number, ProjectFile[]>> {
	const rows = await db
		.select({
			number: handInFiles.number,
			sha256: projectFiles.sha256,
			mediaType: projectFiles.mediaType,
			size: projectFiles.size,
			gone: sql<boolean>`${projectFiles.bytes} is null`
		})
		.from(handInFiles)
		.innerJoin(
			projectFiles,
			and(
				eq(projectFiles.personId, handInFiles.personId),
				eq(projectFiles.sha256, handInFiles.sha256)
			)
		)
		.where(and(eq(handInFiles.personId, personId), eq(handInFiles.courseId, courseId)))
		.orderBy(asc(handInFiles.number), asc(handInFiles.position));
	const byNumber = new Map<number, ProjectFile[]>();
	for (const { number, ...file } of rows)
		byNumber.set(number, [...(byNumber.get(number) ?? []), file]);
	return byNumber;
}

/**
 * Puts a file into a draft; the same content twice is once. Tells whether it was news. Refuses as `demandDocument`, and
 * one too many with `hand-in-files-full`.
 */
export async function putFile(
	db: Database,
	draft: VersionRef,
	bytes: Uint8Array,
	now: Date
): Promise<boolean> {
	const mediaType = demandDocument(bytes);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const there = await db
		.select({ sha256: handInFiles.sha256, position: handInFiles.position })
		.from(handInFiles)
		.where(ofVersion(draft))
		.orderBy(asc(handInFiles.position));
	if (there.some((file) => file.sha256 === sha256)) return false;
	if (there.length >= MOST_FILES)
		throw new Refusal('invalid', 'hand-in-files-full', { most: MOST_FILES });
	const { personId } = draft;
	await db
		.insert(projectFiles)
		.values({ personId, sha256, mediaType, size: bytes.length, bytes, uploadedAt: now })
		.onConflictDoNothing();
	const position = (there.at(-1)?.position ?? 0) + 1;
	await db.insert(handInFiles).values({ ...draft, sha256, position });
	return true;
}

/** Takes a file out of a draft, and out of the house where no version has it. Tells whether it was there. */
export async function dropFile(db: Database, draft: VersionRef, sha256: string): Promise<boolean> {
	const dropped = await db
		.delete(handInFiles)
		.where(and(ofVersion(draft), eq(handInFiles.sha256, sha256)))
		.returning({ sha256: handInFiles.sha256 });
	const { personId } = draft;
	const named = db
		.select({ one: sql`1` })
		.from(handInFiles)
		.where(
			and(
				eq(handInFiles.personId, projectFiles.personId),
				eq(handInFiles.sha256, projectFiles.sha256)
			)
		);
	await db
		.delete(projectFiles)
		.where(
			and(eq(projectFiles.personId, personId), eq(projectFiles.sha256, sha256), notExists(named))
		);
	return dropped.length > 0;
}

/** Gives a version the files of the one before. */
export async function carryFiles(db: Database, { number, ...ref }: VersionRef): Promise<void> {
	const before = await db
		.select({ sha256: handInFiles.sha256, position: handInFiles.position })
		.from(handInFiles)
		.where(ofVersion({ ...ref, number: number - 1 }));
	if (before.length === 0) return;
	await db.insert(handInFiles).values(before.map((file) => ({ ...ref, number, ...file })));
}

/** A file of one's own project; refuses with `file-unknown`. */
export async function readOwnFile(
	db: Database,
	{ personId, courseId }: Pick<VersionRef, 'personId' | 'courseId'>,
	sha256: string
): Promise<HandedFile> {
	const [found] = await db
		.select({ mediaType: projectFiles.mediaType, bytes: projectFiles.bytes })
		.from(projectFiles)
		.innerJoin(
			handInFiles,
			and(
				eq(handInFiles.personId, projectFiles.personId),
				eq(handInFiles.sha256, projectFiles.sha256)
			)
		)
		.where(
			and(
				eq(projectFiles.personId, personId),
				eq(projectFiles.sha256, sha256),
				eq(handInFiles.courseId, courseId),
				isNotNull(projectFiles.bytes)
			)
		)
		.limit(1);
	return handed(found);
}

/** The files of a work that the acting person may read. */
export async function listWorkFiles(db: Database, workId: string): Promise<ProjectFile[]> {
	return [
		...(await db.execute<ProjectFile & Record<string, unknown>>(sql`
			select sha256, media_type as "mediaType", size, bytes is null as gone
			from work_files(${workId}) order by position`))
	];
}

/** A file of a work that the acting person may read; refuses with `file-unknown`. */
export async function readWorkFile(
	db: Database,
	workId: string,
	sha256: string
): Promise<HandedFile> {
	const [found] = await db.execute<{ mediaType: DocumentType; bytes: Uint8Array | null }>(sql`
		select media_type as "mediaType", bytes from work_files(${workId}) where sha256 = ${sha256}`);
	return handed(found);
}

function handed(
	found: { mediaType: DocumentType; bytes: Uint8Array | null } | undefined
): HandedFile {
	if (!found?.bytes) throw new Refusal('not-found', 'file-unknown');
	return { mediaType: found.mediaType, bytes: found.bytes };
}
