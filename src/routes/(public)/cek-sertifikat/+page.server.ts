import { redirect, type RequestEvent } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { isoDay } from '#lib/format/dates.ts';
import { failForm, readText, refuseForm, type Mistake } from '#lib/server/http/form.ts';
import { pool } from '#lib/server/http/pool.ts';
import { uploadRoom } from '#lib/server/http/upload-room.ts';
import { networkOf } from '#lib/server/identity/throttle.ts';
import {
	checkDocument,
	findByNumberAndName,
	findByPasted
} from '#lib/server/journeys/check-certificate.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** Documents that are being received or judged at once; each may be 5 MB. */
const enter = uploadRoom({ inAll: 12, perNetwork: 4 });

const checkerOf = ({ getClientAddress }: Pick<RequestEvent, 'getClientAddress'>) => ({
	address: getClientAddress(),
	secret: KEY_SECRET
});

export const actions = {
	number: async (event) => {
		const form = await event.request.formData();
		const { m } = event.locals;
		const words = m.certificates.check.mistakes;
		const kept = { number: readText(form, 'number').trim(), name: readText(form, 'name').trim() };
		const empty = (['number', 'name'] as const).filter((field) => kept[field] === '');
		const mistakes: Mistake[] = empty.map((field) => ({ field, message: words[field] }));
		if (mistakes.length > 0) return failForm(mistakes, kept);
		let code: string | null;
		try {
			code = await findByNumberAndName(pool, kept, checkerOf(event));
		} catch (error) {
			return refuseForm(error, m, kept, () => 'number');
		}
		if (code === null) return failForm([{ field: 'number', message: words.notFound }], kept);
		redirect(303, `/sertifikat/${code}#isi`);
	},
	code: async (event) => {
		const { m } = event.locals;
		const pasted = readText(await event.request.formData(), 'code', 2000).trim();
		const words = m.certificates.check.mistakes;
		let code: string | null;
		try {
			code = await findByPasted(pool, pasted, isoDay(new Date()), checkerOf(event));
		} catch (error) {
			return refuseForm(error, m, { code: pasted }, () => 'code');
		}
		if (code !== null) redirect(303, `/sertifikat/${code}#isi`);
		const message = pasted === '' ? words.code : words.codeUnknown;
		return failForm([{ field: 'code', message }], { code: pasted });
	},
	document: async (event) => {
		const { m } = event.locals;
		const receive = async () => {
			const sent = (await event.request.formData()).get('document');
			return sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array();
		};
		const leave = enter(networkOf(event.getClientAddress()));
		try {
			if (!leave) throw new Refusal('conflict', 'checks-busy');
			const finding = await checkDocument(pool, receive, isoDay(new Date()), checkerOf(event));
			if (finding.outcome !== 'unreadable') return { finding };
			const message = m.certificates.check.unreadable[finding.why];
			return failForm([{ field: 'document', message }], {});
		} catch (error) {
			return refuseForm(error, m, {}, () => 'document');
		} finally {
			leave?.();
		}
	}
};
