import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { demand } from '#lib/server/access/policy.ts';
import { listRules, setRule } from '#lib/server/hours/rule-book.ts';
import { lastDayOf, ruleOn } from '#lib/server/hours/rules.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { failForm, refuseForm } from '#lib/server/http/form.ts';
import { readRule } from '#lib/server/http/rule-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

export async function load(event) {
	demand(requireSignedIn(event).actor, 'platform:administer');
	const rules = await inScope(event.locals, (db) => listRules(db));
	const today = isoDay(new Date());
	return {
		rules: rules.map((rule) => ({
			...rule,
			untilOn: lastDayOf(rules, rule),
			inForce: ruleOn(rules, rule.employeeKind, today) === rule
		})),
		done: takeFlash(event.cookies, ['hour-rule-set'])
	};
}

export const actions = {
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		const { m } = event.locals;
		const { typed, rule, mistakes } = readRule(await event.request.formData(), m.hours.rules);
		if (!rule) return failForm(mistakes, { typed });
		try {
			await inScope(event.locals, (db) => setRule(db, actor, rule));
		} catch (error) {
			return refuseForm(error, m, { typed }, (code) =>
				code === 'hour-rule-bounds' ? 'minimum' : 'source'
			);
		}
		leaveFlash(event, 'hour-rule-set');
		redirect(303, event.url.pathname);
	}
};
