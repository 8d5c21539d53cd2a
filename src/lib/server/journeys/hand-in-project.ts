import {
	addFile,
	handIn,
	listHandIns,
	MOST_TEXT,
	removeFile,
	saveText,
	USUAL_MARK,
	type HandIn,
	type ProjectRef,
	type Written
} from '../assessment/hand-ins.ts';
import { outcomeOf } from '../assessment/marking.ts';
import { MOST_FILES, readOwnFile, type HandedFile } from '../assessment/project-files.ts';
import { isOpen, projectState } from '../assessment/project-state.ts';
import { findSettledOn } from '../assessment/unread.ts';
import { listToldMarksOf } from '../assessment/works.ts';
import { findProject, type ProjectBrief } from '../catalog/project-brief.ts';
import { findOutline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { listEarnedProjects } from '../hours/ledger.ts';
import { findEnrolment, requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/**
 * The project of a course as its learner meets it: brief and rubric, the draft that is open, the versions handed in with
 * what markers said of them. Null when the learner does not take the course.
 */
export async function readProject(db: Database, learner: Learner, courseId: string) {
	const enrolment = await findEnrolment(db, learner, courseId);
	if (!enrolment) return null;
	const { brief, passMark } = await requireProject(db, enrolment.releaseId);
	const [outline, versions, earned] = await Promise.all([
		findOutline(db, enrolment.releaseId),
		listHandIns(db, learner, courseId),
		listEarnedProjects(db, learner)
	]);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const handedIn = versions.filter(({ handedInAt }) => handedInAt !== null);
	return {
		course: { title: outline.title, code: outline.code, language: outline.language },
		brief: { ...brief, passMark },
		most: { text: MOST_TEXT, files: MOST_FILES },
		state: projectState(versions, earned.has(courseId)),
		earned: earned.get(courseId) ?? null,
		draft: isOpen(versions) && brief.rubric ? draftIn(versions) : null,
		/** The last one first. */
		handedIn: (
			await Promise.all(
				handedIn.map(async ({ number, handedInAt, text, files, workId, returned, passMark }) => ({
					...{ number, handedInAt, text, files, returned },
					result: workId === null ? null : await resultOf(db, workId, passMark)
				}))
			)
		).reverse()
	};
}

/** What the form shows: the draft, or what it would begin with. */
function draftIn(versions: readonly HandIn[]) {
	const last = versions.at(-1);
	const open = last?.handedInAt === null;
	return {
		number: last ? last.number + (open ? 0 : 1) : 1,
		revision: open ? last.revision : 0,
		text: last?.text ?? null,
		files: last?.files ?? [],
		changedAt: open ? last.changedAt : null
	};
}

/** What markers found in a version, by the marks that count; null until it is settled. */
async function resultOf(db: Database, workId: string, passMark: number | null) {
	const found = outcomeOf(
		await listToldMarksOf(db, workId),
		passMark,
		await findSettledOn(db, workId)
	);
	if (found.awaits) return null;
	const marks = found.marks.map(({ rubric, levels, comment }) => ({ rubric, levels, comment }));
	return { score: found.score, marks, readings: found.readings };
}

/** What of the draft the server has; null where there is none. */
export async function readDraft(
	db: Database,
	learner: Learner,
	courseId: string
): Promise<{ revision: number; text: string } | null> {
	const last = (await listHandIns(db, learner, courseId)).at(-1);
	return last?.handedInAt === null ? { revision: last.revision, text: last.text ?? '' } : null;
}

/** Keeps what is written; see `saveText`. */
export async function saveDraft(
	db: Database,
	learner: Learner,
	courseId: string,
	written: Written,
	now = new Date()
): Promise<number> {
	const { ref } = await requireOwnProject(db, learner, courseId);
	return saveText(db, learner, ref, written, now);
}

/** Adds a file to the draft; see `addFile`. */
export async function addProjectFile(
	db: Database,
	learner: Learner,
	courseId: string,
	bytes: Uint8Array
): Promise<void> {
	const { ref } = await requireOwnProject(db, learner, courseId);
	await addFile(db, learner, ref, bytes);
}

/** Takes a file out of the draft; see `removeFile`. */
export async function removeProjectFile(
	db: Database,
	learner: Learner,
	courseId: string,
	sha256: string
): Promise<void> {
	const { ref } = await requireOwnProject(db, learner, courseId);
	await removeFile(db, learner, ref, sha256);
}

/** Refuses with `hand-in-empty` or, where nothing was mended, `hand-in-unchanged` a project that cannot be handed in yet. */
export async function demandReady(db: Database, learner: Learner, courseId: string): Promise<void> {
	const versions = await listHandIns(db, learner, courseId);
	const [last, before] = [versions.at(-1), versions.at(-2)];
	if (last && last.handedInAt === null) {
		if (last.text === null && last.files.length === 0)
			throw new Refusal('invalid', 'hand-in-empty');
		if (!before || contentOf(last) !== contentOf(before)) return;
	}
	throw new Refusal('invalid', last ? 'hand-in-unchanged' : 'hand-in-empty');
}

const contentOf = ({ text, files }: HandIn) =>
	JSON.stringify([text, files.map(({ sha256 }) => sha256)]);

/** Hands in the draft that the learner saw; see `handIn`. */
export async function handInProject(
	db: Database,
	learner: Learner,
	courseId: string,
	seen: { number: number; revision: number },
	now = new Date()
): Promise<void> {
	const { ref, passMark } = await requireOwnProject(db, learner, courseId);
	await handIn(db, learner, ref, seen, passMark, now);
}

/** A file of the learner's own project; refuses with `file-unknown`. */
export function readProjectFile(
	db: Database,
	learner: Learner,
	courseId: string,
	sha256: string
): Promise<HandedFile> {
	return readOwnFile(db, { personId: learner.personId, courseId }, sha256);
}

/** The project that a learner writes at. Refuses `not-enrolled`, `project-unknown` and `rubric-missing`. */
async function requireOwnProject(
	db: Database,
	learner: Learner,
	courseId: string
): Promise<{ ref: ProjectRef; passMark: number }> {
	const { releaseId } = await requireEnrolment(db, learner, courseId);
	const { brief, passMark } = await requireProject(db, releaseId);
	if (!brief.rubric) throw new Refusal('conflict', 'rubric-missing');
	return { ref: { courseId, releaseId }, passMark };
}

async function requireProject(
	db: Database,
	releaseId: string
): Promise<{ brief: ProjectBrief; passMark: number }> {
	const brief = await findProject(db, releaseId);
	if (!brief) throw new Refusal('not-found', 'project-unknown');
	return { brief, passMark: brief.passMark ?? USUAL_MARK };
}
