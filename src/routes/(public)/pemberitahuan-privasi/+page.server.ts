import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/server/http/display.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { acknowledge, PRIVACY_EDITION } from '#lib/server/identity/privacy-notice.ts';

export function load({ locals }) {
	const owed = locals.signedIn && locals.signedIn.person.privacyEdition !== PRIVACY_EDITION;
	return { edition: PRIVACY_EDITION, owed: owed ?? false };
}

export const actions = {
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		await inScope(event.locals, (db) => acknowledge(db, actor.personId));
		redirect(303, localPath(event.url.searchParams.get('lanjut')));
	}
};
