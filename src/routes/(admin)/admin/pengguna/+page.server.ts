import { demand } from '#lib/server/access/policy.ts';
import { failForm, readText } from '#lib/server/http/form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { findPeople, LEAST_QUERY, MOST_PEOPLE } from '#lib/server/reporting/people.ts';

export function load(event) {
	demand(requireSignedIn(event).actor, 'person:find');
	return { most: MOST_PEOPLE };
}

export const actions = {
	/** A search is a POST: names and numbers do not belong into addresses. */
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		const query = readText(await event.request.formData(), 'query');
		if ([...query.trim()].length < LEAST_QUERY) {
			const message = event.locals.m.administration.people.tooShort;
			return failForm([{ field: 'query', message }], { query });
		}
		return { query, found: await inScope(event.locals, (db) => findPeople(db, actor, query)) };
	}
};
