import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { reverseHours, type Mending } from '#lib/server/hours/ledger.ts';
import { LONGEST_REASON } from '#lib/server/hours/reason.ts';
import { leaveFlash, type Flash } from '#lib/server/http/flash.ts';
import { failForm, readLines, refuseForm, type Mistake } from '#lib/server/http/form.ts';
import { readMending } from '#lib/server/http/mending-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { viewMendable } from '#lib/server/reporting/hour-ledger.ts';

/** Where in its form a refusal belongs. */
const FIELDS: Record<string, string> = {
	'hours-reason-missing': 'reason',
	'hours-reason-long': 'reason',
	'hours-jp-range': 'jp',
	'hours-days-order': 'earnedOn',
	'hours-day-future': 'earnedOn'
};

type Event = RequestEvent<{ person: string }>;
type Form = 'mend' | 'reverse';

const keyOf = ({ url }: Event) => url.searchParams.get('catatan') ?? '';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { person: personId } = event.params;
	const today = isoDay(new Date());
	const { person, entry } = await inScope(event.locals, (db) =>
		viewMendable(db, actor, { personId, key: keyOf(event) }, today)
	);
	return { personId, person, entry, today, longestReason: LONGEST_REASON };
}

export const actions = {
	mend: async (event) => {
		const form = await event.request.formData();
		const { typed, mending, mistakes } = readMending(form, event.locals.m);
		return act(event, form, { which: 'mend', mending, mistakes, typed, flash: 'hours-mended' });
	},
	reverse: async (event) => {
		const form = await event.request.formData();
		const nothing = { mending: null, mistakes: [], typed: null };
		return act(event, form, { which: 'reverse', ...nothing, flash: 'hours-reversed' });
	}
};

interface Told {
	which: Form;
	mending: Mending | null;
	mistakes: Mistake[];
	typed: Record<'title' | 'organiser' | 'jp' | 'earnedOn', string> | null;
	flash: Flash;
}

/** Takes the entry of the page back, with what replaces it if anything; back to the ledger when done. */
async function act(event: Event, form: FormData, { which, mending, mistakes, typed, flash }: Told) {
	const { actor } = requireSignedIn(event);
	const { m } = event.locals;
	const { person: personId } = event.params;
	const reason = readLines(form, 'reason').trim();
	if (!form.has('confirmed'))
		mistakes.push({ field: 'confirmed', message: m.hours.people.correction.unconfirmed });
	const at = (field: string | null) => field && `${which}-${field}`;
	const kept = { which, typed, reason };
	if (mistakes.length > 0)
		return failForm(
			mistakes.map(({ field, message }) => ({ field: at(field), message })),
			kept
		);
	try {
		await inScope(event.locals, (db) =>
			reverseHours(db, actor, { personId, key: keyOf(event), reason }, mending)
		);
	} catch (error) {
		return refuseForm(error, m, kept, (code) => at(FIELDS[code] ?? null));
	}
	leaveFlash(event, flash);
	redirect(303, `/bangkom/jp/pegawai/${personId}`);
}
