import * as v from 'valibot';
import { testFields } from '../../test-fields.ts';
import type { GivenTo } from '../assessment/attempts.ts';
import { Refusal } from '../refusal.ts';
import { readLines, readText } from './form.ts';

const id = v.pipe(v.string(), v.uuid());
const question = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));
/** An option, a pair or a placed step; a list left at its first line sends nothing. */
const choice = v.pipe(v.string(), v.regex(/^(?:[\w-]{1,100}(?::[\w-]{1,100})?)?$/));
/** Longer than any answer may be, so that what is too long is told apart from what is malformed. */
const typed = v.pipe(v.string(), v.maxLength(100_000));

/** The attempt a form belongs to, new or begun. Refuses with `event-malformed` what our own pages never send. */
export function readAttemptId(form: FormData): string {
	return parse(id, form.get(testFields.attempt));
}

/** The answers of a paper, or of some of its questions. Refuses as `readAttemptId`. */
export function readAnswers(form: FormData): GivenTo[] {
	const asked = parse(
		v.pipe(v.array(question), v.maxLength(500)),
		form.getAll(testFields.question)
	);
	return [...new Set(asked)].map((questionId) => ({
		questionId,
		choice: parse(
			v.pipe(v.array(choice), v.maxLength(100)),
			form.getAll(testFields.choice(questionId))
		).filter((one) => one !== ''),
		typed: parse(typed, readLines(form, testFields.typed(questionId))),
		base: readText(form, testFields.base(questionId), 40) || null
	}));
}

function parse<const Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, input);
	if (!result.success) throw new Refusal('invalid', 'event-malformed');
	return result.output;
}
