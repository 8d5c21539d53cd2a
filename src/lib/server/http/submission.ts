import * as v from 'valibot';
import type { Given } from '../assessment/grading.ts';
import type { Submission } from '../learning/events.ts';
import { Refusal } from '../refusal.ts';

/** The id that a form or script made for what it sends. */
export const ownId = v.pipe(v.string(), v.uuid());
/** The id of a question or heading. */
export const partName = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));
/** An option, a pair or a placed step; a list left at its first line sends nothing. */
export const choice = v.pipe(v.string(), v.regex(/^(?:[\w-]{1,100}(?::[\w-]{1,100})?)?$/));
const clock = v.optional(v.pipe(v.string(), v.isoTimestamp()));

const submission = { event: ownId, at: clock };
const answer = v.object({
	...submission,
	question: partName,
	option: v.pipe(v.array(choice), v.maxLength(50)),
	// Longer than any answer may be, so that what is too long is told apart from what is malformed.
	answer: v.optional(v.pipe(v.string(), v.maxLength(2000)))
});
const place = v.object({ ...submission, place: partName });

/** An answer to a check from its form. Refuses with `event-malformed` what our own pages never send. */
export function readAnswer(form: FormData): Submission & Given & { questionId: string } {
	const {
		question,
		option,
		answer: typed = null,
		...rest
	} = parseOwn(answer, {
		...fields(form),
		option: form.getAll('option')
	});
	return { ...submissionOf(rest), questionId: question, choice: option, typed };
}

/** How far the learner has read. */
export function readPlace(form: FormData): Submission & { place: string } {
	const { place: reached, ...rest } = parseOwn(place, fields(form));
	return { ...submissionOf(rest), place: reached };
}

/** A submission that carries nothing but itself. */
export function readSubmission(form: FormData): Submission {
	return submissionOf(parseOwn(v.object(submission), fields(form)));
}

function submissionOf({ event, at }: { event: string; at?: string | undefined }): Submission {
	return { id: event, claimedAt: at ? new Date(at) : null };
}

function fields(form: FormData): Record<string, FormDataEntryValue> {
	return Object.fromEntries(form);
}

/** Reads what our own pages send. Refuses with `event-malformed` what they never do. */
export function parseOwn<const Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, input);
	if (!result.success) throw new Refusal('invalid', 'event-malformed');
	return result.output;
}
