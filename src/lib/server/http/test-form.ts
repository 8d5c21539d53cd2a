import * as v from 'valibot';
import { testFields } from '../../test-fields.ts';
import type { GivenTo } from '../assessment/attempt-answers.ts';
import { readLines, readText } from './form.ts';
import { choice, ownId, parseOwn, partName } from './submission.ts';

/** Longer than any answer may be, so that what is too long is told apart from what is malformed. */
const typed = v.pipe(v.string(), v.maxLength(100_000));

/** Milliseconds; a device that was off for a year has nothing to send. */
const age = v.pipe(v.string(), v.regex(/^\d{1,11}$/), v.transform(Number));

/** The attempt a form belongs to, new or begun. Refuses with `event-malformed` what our own pages never send. */
export function readAttemptId(form: FormData): string {
	return parseOwn(ownId, form.get(testFields.attempt));
}

/** The answers of a paper, or of some of its questions. Refuses as `readAttemptId`. */
export function readAnswers(form: FormData): GivenTo[] {
	const asked = parseOwn(
		v.pipe(v.array(partName), v.maxLength(500)),
		form.getAll(testFields.question)
	);
	const instead = form.get(testFields.instead);
	return [...new Set(asked)].map((questionId) => {
		const names =
			questionId === instead
				? [testFields.otherChoice(questionId), testFields.otherTyped(questionId)]
				: [testFields.choice(questionId), testFields.typed(questionId)];
		const given = form.get(testFields.age(questionId));
		return {
			questionId,
			choice: parseOwn(v.pipe(v.array(choice), v.maxLength(100)), form.getAll(names[0]!)).filter(
				(one) => one !== ''
			),
			typed: parseOwn(typed, readLines(form, names[1]!)),
			base: readText(form, testFields.base(questionId), 40) || null,
			// What is chosen now is given now.
			age: questionId === instead ? 0 : given === null ? null : parseOwn(age, given)
		};
	});
}
