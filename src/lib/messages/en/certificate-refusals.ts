import type { certificateRefusals as base } from '../id/certificate-refusals.ts';

export const certificateRefusals: typeof base = {
	'certificate-unknown': () =>
		'There is no such certificate. Check its address or code, or search by number and name.',
	'checks-later': (p) =>
		`Too many checks from this network found nothing. Wait ${p.minutes} minutes, or scan the QR code on the certificate.`,
	'award-unknown': () => 'There is no such certificate.',
	'award-closed': () =>
		'This certificate has been revoked or replaced, so its name can no longer be confirmed.',
	'award-confirmed': () =>
		'Name and titles on this certificate are confirmed already. If something is wrong, ask the organiser for a replacement.',
	'award-name-differs': () =>
		'The name differs from the one on record. Change capitals or titles only; if the name on record is wrong, ask your agency’s administrator to correct it, then confirm again.',
	'award-titles-long': (p) => `The titles are too long. Write at most ${p.most} characters.`,
	'revocation-reason': (p) =>
		`Write the reason, at most ${p.most} characters. Whoever checks the certificate can read it.`,
	'award-revoked': () => 'This certificate has been revoked or replaced before.',
	'status-list-unknown': () => 'There is no such status list.',
	'issuer-unknown': () => 'This issuer has not issued any certificate yet.',
	'key-secret-short': (p) => `KEY_SECRET is too short: at least ${p.least} characters.`,
	'key-secret-wrong': () =>
		'KEY_SECRET is not the secret that wraps the signing key. Tell the platform’s administrator.'
};
