import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { can } from '#lib/server/access/policy.ts';
import { readKept } from '#lib/server/certification/kept.ts';
import { leaveFlash } from '#lib/server/http/flash.ts';
import { refuseForm } from '#lib/server/http/form.ts';
import {
	actAt,
	decisionField,
	readDecision,
	typedDecision,
	type KeepingAddress
} from '#lib/server/http/keeping-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { decideCertificate } from '#lib/server/journeys/keep-certificates.ts';
import { listPosts } from '#lib/server/organisation/placements.ts';

const FLASHES = {
	revoke: 'certificate-revoked',
	replace: 'certificate-replaced',
	restore: 'certificate-restored'
} as const;

type Event = RequestEvent<{ code: string; act: KeepingAddress }>;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { code } = event.params;
	const act = actAt(event.params.act);
	const today = isoDay(new Date());
	return inScope(event.locals, async (db) => {
		const { personId, ...certificate } = await readKept(db, actor, code, today);
		if (event.request.method === 'GET' && !certificate.acts.includes(act))
			redirect(303, `/admin/sertifikat/${code}`);
		// Where the holder's record may be opened; whose posts are not seen, is not seen either.
		const sees = can(actor, 'person:correct-name') && (await listPosts(db, personId)).length > 0;
		return { certificate, act, today, record: sees ? `/admin/pengguna/${personId}` : null };
	});
}

export const actions = {
	/** What was written is shown once more with what it will do. */
	check: (event) => answer(event, true),
	change: (event) => answer(event, false),
	decide: async (event) => {
		const { actor } = requireSignedIn(event);
		const form = await event.request.formData();
		const act = actAt(event.params.act);
		let code: string;
		try {
			const decision = readDecision(form, act);
			code = await inScope(event.locals, (db) =>
				decideCertificate(db, actor, event.params.code, decision)
			);
		} catch (error) {
			return refuse(event, error, form);
		}
		leaveFlash(event, FLASHES[act]);
		redirect(303, `/admin/sertifikat/${code}#isi`);
	}
};

async function answer(event: Event, checked: boolean) {
	requireSignedIn(event);
	const form = await event.request.formData();
	try {
		if (checked) readDecision(form, actAt(event.params.act));
	} catch (error) {
		return refuse(event, error, form);
	}
	return { typed: typedDecision(form), checked, mistakes: [] };
}

const refuse = ({ locals }: Event, error: unknown, form: FormData) =>
	refuseForm(error, locals.m, { typed: typedDecision(form), checked: false }, decisionField);
