import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Candidate } from './attempts.ts';
import { carryFiles, dropFile, listFiles, putFile, type ProjectFile } from './project-files.ts';
import { isOpen } from './project-state.ts';
import type { Reading } from './marking.ts';
import { handIns, works } from './tables.ts';

/** Longest text of a project (characters). */
export const MOST_TEXT = 50_000;

/** The mark to be reached (0–100) where course.md states none: hours are not earned by whatever was handed in. */
export const USUAL_MARK = 60;

/** A course's project in the release its learner takes. */
export interface ProjectRef {
	courseId: string;
	releaseId: string;
}

/** A version of a project: a draft, or what was handed in and what became of it. */
export interface HandIn {
	number: number;
	releaseId: string;
	/** Null where nothing was written, and once it was erased. */
	text: string | null;
	/** Tells this state of a draft from later ones. */
	revision: number;
	changedAt: Date;
	/** Null: a draft. */
	handedInAt: Date | null;
	files: ProjectFile[];
	/** What markers read; null of a draft. */
	workId: string | null;
	/** 0–100; null of a draft. */
	passMark: number | null;
	awaits: Reading | null;
	/** 0–100; null until it is settled. */
	score: number | null;
	/** Sent back to be mended; the words may have been erased. */
	returned: { at: Date; words: string | null } | null;
}

/** Every version of the acting person's project, the first one first. */
export async function listHandIns(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	courseId: string
): Promise<HandIn[]> {
	const rows = await db
		.select({
			number: handIns.number,
			releaseId: handIns.releaseId,
			text: handIns.text,
			revision: handIns.revision,
			changedAt: handIns.changedAt,
			handedInAt: handIns.handedInAt,
			workId: works.id,
			passMark: works.passMark,
			awaits: works.awaits,
			score: works.score
		})
		.from(handIns)
		.leftJoin(
			works,
			and(
				eq(works.personId, handIns.personId),
				eq(works.courseId, handIns.courseId),
				eq(works.handIn, handIns.number)
			)
		)
		.where(and(eq(handIns.personId, personId), eq(handIns.courseId, courseId)))
		.orderBy(asc(handIns.number));
	if (rows.length === 0) return [];
	const [files, returns] = await Promise.all([
		listFiles(db, { personId, courseId }),
		db.execute<{ number: number; at: string; words: string | null }>(sql`
			select hand_in as number, returned_at as at, words from my_returns() where course_id = ${courseId}`)
	]);
	const returned = new Map(
		returns.map(({ number, at, words }) => [number, { at: new Date(at), words }])
	);
	return rows.map((row) => ({
		...row,
		files: files.get(row.number) ?? [],
		returned: returned.get(row.number) ?? null
	}));
}

/** What a form holds, and which state of the draft it showed. */
export interface Written {
	text: string;
	/** 0 where there was no draft. */
	base: number;
}

/**
 * Keeps the text of the draft, which begins with it, and returns its revision. Of a version that follows one sent back
 * the draft begins with that one's text and files. Nothing changed is nothing written. Refuses `hand-in-closed` once the
 * last version was handed in, `hand-in-text-long`, and `draft-changed` where another page wrote something else meanwhile.
 */
export async function saveText(
	db: Database,
	candidate: Candidate,
	ref: ProjectRef,
	{ text, base }: Written,
	now = new Date()
): Promise<number> {
	await lockProject(db, candidate, ref);
	const versions = await listHandIns(db, candidate, ref.courseId);
	const last = versions.at(-1);
	const written = kept(text);
	if (!isOpen(versions)) {
		// The form that handed it in, or one beside it: all of it is there.
		if (written === (last?.text ?? null)) return last?.revision ?? 0;
		throw new Refusal('conflict', 'hand-in-closed');
	}
	if (written !== null && written.length > MOST_TEXT)
		throw new Refusal('invalid', 'hand-in-text-long', { most: MOST_TEXT, length: written.length });
	if (written === (last?.text ?? null)) return draftOf(last)?.revision ?? 0;
	if (base !== (draftOf(last)?.revision ?? 0)) throw new Refusal('conflict', 'draft-changed');
	const draft = await openDraft(db, candidate, ref, versions, now);
	return touch(db, candidate, ref, draft, { text: written, now });
}

/** Adds a file to the draft, which may begin with it. Refuses `hand-in-closed`, and as `putFile`. */
export async function addFile(
	db: Database,
	candidate: Candidate,
	ref: ProjectRef,
	bytes: Uint8Array,
	now = new Date()
): Promise<void> {
	const draft = await requireDraft(db, candidate, ref, now);
	const { personId } = candidate;
	const { courseId } = ref;
	if (await putFile(db, { personId, courseId, number: draft.number }, bytes, now))
		await touch(db, candidate, ref, draft, { now });
}

/** Takes a file out of the draft; one that is not there changes nothing. Refuses `hand-in-closed`. */
export async function removeFile(
	db: Database,
	candidate: Candidate,
	ref: ProjectRef,
	sha256: string,
	now = new Date()
): Promise<void> {
	const draft = await requireDraft(db, candidate, ref, now);
	const { personId } = candidate;
	const { courseId } = ref;
	if (await dropFile(db, { personId, courseId, number: draft.number }, sha256))
		await touch(db, candidate, ref, draft, { now });
}

/**
 * Hands the draft in as the learner saw it, and puts it before the markers; done twice it is once. Tells whether it was
 * news. Refuses `hand-in-unknown`, `draft-changed` where it is another than was seen, and `hand-in-empty`.
 */
export async function handIn(
	db: Database,
	candidate: Candidate,
	ref: ProjectRef,
	seen: { number: number; revision: number },
	passMark: number,
	now = new Date()
): Promise<boolean> {
	await lockProject(db, candidate, ref);
	const versions = await listHandIns(db, candidate, ref.courseId);
	const version = versions.find(({ number }) => number === seen.number);
	if (!version) throw new Refusal('not-found', 'hand-in-unknown');
	if (version.handedInAt) return false;
	if (version.revision !== seen.revision) throw new Refusal('conflict', 'draft-changed');
	if (version.text === null && version.files.length === 0)
		throw new Refusal('invalid', 'hand-in-empty');
	const { personId, agencyId, unitId } = candidate;
	const { courseId, releaseId } = ref;
	await db
		.update(handIns)
		.set({ releaseId, handedInAt: now, agencyId, unitId })
		.where(draftWhere(candidate, ref));
	await db
		.insert(works)
		.values({ personId, courseId, releaseId, handIn: version.number, passMark, sentAt: now });
	return true;
}

/** The draft's text as it is stored; null for nothing. */
function kept(text: string): string | null {
	const written = text.normalize('NFC').trimEnd();
	return written === '' ? null : written;
}

const draftOf = (last: HandIn | undefined) => (last && last.handedInAt === null ? last : null);

type Draft = Pick<HandIn, 'number' | 'revision' | 'text'>;

async function requireDraft(
	db: Database,
	candidate: Candidate,
	ref: ProjectRef,
	now: Date
): Promise<Draft> {
	await lockProject(db, candidate, ref);
	const versions = await listHandIns(db, candidate, ref.courseId);
	if (!isOpen(versions)) throw new Refusal('conflict', 'hand-in-closed');
	return openDraft(db, candidate, ref, versions, now);
}

async function openDraft(
	db: Database,
	{ personId, agencyId, unitId }: Candidate,
	{ courseId, releaseId }: ProjectRef,
	versions: readonly HandIn[],
	now: Date
): Promise<Draft> {
	const last = versions.at(-1);
	const open = draftOf(last);
	if (open) return open;
	const draft = { number: (last?.number ?? 0) + 1, revision: 0, text: last?.text ?? null };
	await db
		.insert(handIns)
		.values({ ...draft, personId, courseId, releaseId, agencyId, unitId, changedAt: now });
	if (last) await carryFiles(db, { personId, courseId, number: draft.number });
	return draft;
}

/** Counts a change of the draft, with its text if that is what changed. */
async function touch(
	db: Database,
	candidate: Candidate,
	ref: ProjectRef,
	{ revision }: Draft,
	{ now, ...text }: { now: Date; text?: string | null }
): Promise<number> {
	const { releaseId } = ref;
	const { agencyId, unitId } = candidate;
	await db
		.update(handIns)
		.set({ ...text, revision: revision + 1, changedAt: now, releaseId, agencyId, unitId })
		.where(draftWhere(candidate, ref));
	return revision + 1;
}

const draftWhere = (
	{ personId }: Pick<Candidate, 'personId'>,
	{ courseId }: Pick<ProjectRef, 'courseId'>
) =>
	and(eq(handIns.personId, personId), eq(handIns.courseId, courseId), isNull(handIns.handedInAt));

/** One act at a time on a person's project, for the rest of the transaction. */
async function lockProject(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	{ courseId }: Pick<ProjectRef, 'courseId'>
): Promise<void> {
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`project:${personId}:${courseId}`}, 0))`
	);
}
