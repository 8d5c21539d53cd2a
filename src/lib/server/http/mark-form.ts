import * as v from 'valibot';
import { markFields } from '../../mark-fields.ts';
import type { NewMark } from '../assessment/works.ts';
import { readLines } from './form.ts';
import { ownId, parseOwn } from './submission.ts';

const level = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number));

/** A mark from its form; a criterion left open is -1. Refuses with `event-malformed` what our own pages never send. */
export function readMark(form: FormData): NewMark {
	const replaced = form.get(markFields.replaces);
	const reason = readLines(form, markFields.reason).trim();
	const chosen = [...form.entries()].flatMap(([name, value]) => {
		const [, criterion] = /^jenjang\.(\d{1,2})$/.exec(name) ?? [];
		return criterion ? [[Number(criterion), parseOwn(level, value)] as const] : [];
	});
	const levels = Array.from(
		{ length: Math.max(0, ...chosen.map(([criterion]) => criterion + 1)) },
		(_, at) => chosen.find(([criterion]) => criterion === at)?.[1] ?? -1
	);
	return {
		id: parseOwn(ownId, form.get(markFields.id)),
		levels,
		comment: readLines(form, markFields.comment).trim(),
		replaces: replaced === null ? null : { id: parseOwn(ownId, replaced), reason },
		further: form.has(markFields.further) ? { reason } : null
	};
}
