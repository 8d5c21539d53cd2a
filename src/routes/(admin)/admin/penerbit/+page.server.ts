import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import {
	listOrganisers,
	listSignatories,
	setSignatory,
	usualPost
} from '#lib/server/certification/signatories.ts';
import { signatoryOn } from '#lib/server/certification/signatory.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { failForm, refuseForm } from '#lib/server/http/form.ts';
import { readSignatory } from '#lib/server/http/signatory-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const today = isoDay(new Date());
	const asked = event.url.searchParams.get('penyelenggara');
	return inScope(event.locals, async (db) => {
		const organisers = await listOrganisers(db, actor);
		const only = organisers.length === 1 ? organisers[0] : undefined;
		const organiser = asked ? organisers.find(({ code }) => code === asked) : only;
		if (asked && !organiser) throw new Refusal('not-found', 'organiser-unknown');
		const entries = organiser ? await listSignatories(db, organiser.code) : [];
		const holds = signatoryOn(entries, today);
		return {
			...{ organisers, today },
			organiser: organiser && { ...organiser, usual: usualPost(organiser.name) },
			entries: entries
				.map((entry) => ({ ...entry, inForce: entry === holds }))
				.sort((one, other) => other.fromOn.localeCompare(one.fromOn)),
			done: takeFlash(event.cookies, ['signatory-set'])
		};
	});
}

/** Where in the form a refusal belongs. */
const FIELDS: Record<string, string> = {
	'signatory-post': 'post',
	'signatory-day-past': 'fromOn',
	'signatory-long': 'post',
	'signatory-number': 'name'
};

export const actions = {
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		const { m } = event.locals;
		const { typed, signatory, mistakes } = readSignatory(
			await event.request.formData(),
			m.keeping.signatory
		);
		if (!signatory) return failForm(mistakes, { typed });
		const today = isoDay(new Date());
		try {
			await inScope(event.locals, (db) =>
				setSignatory(db, actor, typed.organiser, signatory, today)
			);
		} catch (error) {
			return refuseForm(error, m, { typed }, (code) => FIELDS[code] ?? null);
		}
		leaveFlash(event, 'signatory-set');
		redirect(303, `/admin/penerbit?penyelenggara=${encodeURIComponent(typed.organiser)}`);
	}
};
