import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Messages } from '#lib/messages/catalogue.ts';
import { isoDay } from '#lib/format/dates.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { checkName, confirmAward, listAwards } from '#lib/server/certification/awards.ts';
import { qualificationOf } from '#lib/server/certification/qualification.ts';
import { listSharedScores, shareScore } from '#lib/server/certification/score-shares.ts';
import { isDelayed } from '#lib/server/certification/award-state.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { readText, refuseForm } from '#lib/server/http/form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';

export async function load(event) {
	const holder = learnerOf(requireSignedIn(event));
	const today = isoDay(new Date());
	const [awards, shared] = await inScope(event.locals, (db) =>
		Promise.all([listAwards(db, holder, today), listSharedScores(db, holder)])
	);
	return serverRendered({
		today,
		awards: awards.map(({ facts: { score, ...facts }, ...award }) => ({
			...{ ...award, facts },
			band: qualificationOf(score, facts.passMark ?? null),
			shared: shared.has(award.code),
			delayed: isDelayed(award, new Date())
		})),
		done: takeFlash(event.cookies, ['certificate-confirmed', 'score-shared', 'score-withdrawn'])
	});
}

/** Where in the form a refusal belongs. */
const FIELDS: Record<string, string> = {
	'award-name-differs': 'name',
	'award-titles-long': 'titleAfter',
	'award-title-before': 'titleBefore',
	'award-title-after': 'titleAfter'
};

/** Which certificate a form is about, and how the name on it was written. */
async function readName({ request }: Pick<RequestEvent, 'request'>) {
	const form = await request.formData();
	const written = {
		name: readText(form, 'name'),
		titleBefore: readText(form, 'titleBefore'),
		titleAfter: readText(form, 'titleAfter')
	};
	return { code: readText(form, 'code'), written };
}

function refuseName(error: unknown, m: Messages, kept: Awaited<ReturnType<typeof readName>>) {
	return refuseForm(error, m, { ...kept, sure: false }, (refusal) => {
		const field = FIELDS[refusal];
		return field ? `${field}-${kept.code}` : null;
	});
}

export const actions = {
	/** Shows how the name will stand there: once confirmed it is never changed. */
	preview: async (event) => {
		const holder = learnerOf(requireSignedIn(event));
		const { code, written: typed } = await readName(event);
		try {
			const { written } = await inScope(event.locals, (db) => checkName(db, holder, code, typed));
			return { code, written, sure: true, mistakes: [] };
		} catch (error) {
			return refuseName(error, event.locals.m, { code, written: typed });
		}
	},
	/** Back to the form, with what was typed. */
	change: async (event) => ({ ...(await readName(event)), sure: false, mistakes: [] }),
	confirm: async (event) => {
		const holder = learnerOf(requireSignedIn(event));
		const { code, written } = await readName(event);
		try {
			await inScope(event.locals, (db) => confirmAward(db, holder, code, written));
		} catch (error) {
			return refuseName(error, event.locals.m, { code, written });
		}
		leaveFlash(event, 'certificate-confirmed');
		redirect(303, `/sertifikat-saya#${code}`);
	},
	share: async (event) => {
		const holder = learnerOf(requireSignedIn(event));
		const form = await event.request.formData();
		const [code, shared] = [readText(form, 'code'), readText(form, 'shared') === 'ya'];
		await inScope(event.locals, (db) => shareScore(db, holder, code, shared));
		leaveFlash(event, shared ? 'score-shared' : 'score-withdrawn');
		redirect(303, `/sertifikat-saya#${code}`);
	}
};
