import * as v from 'valibot';
import { testFields } from '../../test-fields.ts';
import type { GivenTo } from '../assessment/attempt-answers.ts';
import { readLines, readText } from './form.ts';
import { choice, ownId, parseOwn, partName } from './submission.ts';

/** Longer than any answer may be, so that what is too long is told apart from what is malformed. */
const typed = v.pipe(v.string(), v.maxLength(100_000));

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
	return [...new Set(asked)].map((questionId) => ({
		questionId,
		choice: parseOwn(
			v.pipe(v.array(choice), v.maxLength(100)),
			form.getAll(testFields.choice(questionId))
		).filter((one) => one !== ''),
		typed: parseOwn(typed, readLines(form, testFields.typed(questionId))),
		base: readText(form, testFields.base(questionId), 40) || null
	}));
}
