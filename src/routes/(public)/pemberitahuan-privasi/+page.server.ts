import { redirect } from '@sveltejs/kit';
import { CONTROLLER_CONTACT, CONTROLLER_NAME, TRIAL } from '$app/env/private';
import { localPath } from '#lib/server/http/display.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { acknowledge, PRIVACY_EDITION } from '#lib/server/identity/privacy-notice.ts';

export function load({ locals }) {
	const owed = locals.signedIn && locals.signedIn.person.privacyEdition !== PRIVACY_EDITION;
	const { privacy } = locals.m.account;
	const notes = [
		...(CONTROLLER_CONTACT ? [privacy.controllerContact(CONTROLLER_CONTACT)] : []),
		...(TRIAL === '1' ? [privacy.controllerExample] : [])
	];
	return {
		edition: PRIVACY_EDITION,
		owed: owed ?? false,
		controller: { name: CONTROLLER_NAME || privacy.controllerUnnamed, notes }
	};
}

export const actions = {
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		await inScope(event.locals, (db) => acknowledge(db, actor.personId));
		redirect(303, localPath(event.url.searchParams.get('lanjut')));
	}
};
