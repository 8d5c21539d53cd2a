import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { projectFields } from '../../project-fields.ts';
import type { Written } from '../assessment/hand-ins.ts';
import { addProjectFile, saveDraft } from '../journeys/hand-in-project.ts';
import type { Learner } from '../learning/enrolments.ts';
import { readLines, refuseForm } from './form.ts';
import { parseOwn } from './submission.ts';
import { inScope } from './visit.ts';

const count = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The text of a draft from its form. Refuses with `event-malformed` what our own pages never send. */
export function readWritten(form: FormData): Written {
	return {
		text: readLines(form, projectFields.text),
		base: parseOwn(count, form.get(projectFields.base))
	};
}

/** Which state of which version is handed in. Refuses as `readWritten`. */
export function readSeen(form: FormData): { number: number; revision: number } {
	return {
		number: parseOwn(count, form.get(projectFields.number)),
		revision: parseOwn(count, form.get(projectFields.base))
	};
}

/** Which file is to be taken out. Refuses as `readWritten`. */
export function readRemoved(form: FormData): string {
	return parseOwn(hash, form.get(projectFields.remove));
}

/** Where in the form a refusal belongs. */
const fieldOf = (code: string) =>
	code.startsWith('evidence-') || code === 'hand-in-files-full'
		? projectFields.file
		: code === 'hand-in-closed'
			? null
			: projectFields.text;

/** What a page says of a form of this project that was refused: the mistakes, and the text if it was not kept. */
export function refuseProject(error: unknown, m: App.Locals['m'], text: string | null) {
	return refuseForm(error, m, { text }, fieldOf);
}

/**
 * Keeps what a draft's form holds, each part by itself: a file that is refused loses no text, and a text that is refused
 * no file. Null when all was kept.
 */
export async function acceptDraft(
	{ locals }: Pick<RequestEvent, 'locals'>,
	learner: Learner,
	courseId: string,
	form: FormData
) {
	const written = readWritten(form);
	const { m } = locals;
	const refusedText = await inScope(locals, (db) => saveDraft(db, learner, courseId, written)).then(
		() => null,
		(error: unknown) => refuseProject(error, m, written.text)
	);
	const file = form.get(projectFields.file);
	if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refusedText;
	const bytes = new Uint8Array(await file.arrayBuffer());
	const refusedFile = await inScope(locals, (db) =>
		addProjectFile(db, learner, courseId, bytes)
	).then(
		() => null,
		(error: unknown) => refuseProject(error, m, null)
	);
	return refusedText ?? refusedFile;
}
