import { isoDay } from '#lib/format/dates.ts';
import { readKept } from '#lib/server/certification/kept.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { ACT_ADDRESSES } from '#lib/server/http/keeping-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const today = isoDay(new Date());
	const { personId: _, ...certificate } = await inScope(event.locals, (db) =>
		readKept(db, actor, event.params.code, today)
	);
	return {
		certificate,
		addresses: ACT_ADDRESSES,
		done: takeFlash(event.cookies, [
			'certificate-revoked',
			'certificate-replaced',
			'certificate-restored'
		])
	};
}
