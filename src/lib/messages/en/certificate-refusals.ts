import type { certificateRefusals as base } from '../id/certificate-refusals.ts';

export const certificateRefusals: typeof base = {
	'certificate-unknown': () =>
		'There is no such certificate. Check its address or code, or search by number and name.',
	'checks-later': (p) =>
		`Too many checks from this network found nothing. Wait ${p.minutes} minutes, or scan the QR code on the certificate.`,
	'checks-busy': () => 'Many files are being checked just now. Send yours again in a moment.',
	'award-unknown': () => 'There is no such certificate.',
	'award-closed': () =>
		'This certificate has been revoked or replaced, so its name can no longer be confirmed.',
	'award-confirmed': () =>
		'Name and titles on this certificate are confirmed already. If something is wrong, ask the organiser for a replacement.',
	'award-name-differs': () =>
		'The name differs from the one on record. Change capitals or titles only; if the name on record is wrong, ask your agency’s administrator to correct it, then confirm again.',
	'award-titles-long': (p) => `The titles are too long. Write at most ${p.most} characters.`,
	'award-title-before': (p) =>
		`“${p.odd}” is no title we know in front of a name. Write its abbreviation, such as Prof. Dr. Ir., or leave it empty. If it is your title, ask your agency’s administrator to record it: recorded titles are always accepted.`,
	'award-title-after': (p) =>
		`“${p.odd}” is no title we know behind a name. Write abbreviations with commas between them, such as S.Sos., M.A.P., or leave it empty. If it is your title, ask your agency’s administrator to record it: recorded titles are always accepted.`,
	'revocation-reason': (p) =>
		`Write the reason, at most ${p.most} characters. Whoever checks the certificate can read it.`,
	'award-revoked': () =>
		'This certificate has been revoked or replaced before, perhaps by somebody else. Reload its page to see the decision.',
	'award-own': () => 'This is your own certificate. Ask somebody else to decide about it.',
	'award-unissued': () =>
		'This certificate is not issued yet and need not be replaced: name and titles can still be put right before the holder confirms them.',
	'award-expired': () => 'This certificate has expired, so nothing can take its place.',
	'award-standing': () => 'This certificate was not revoked and need not be restored.',
	'award-followed': () =>
		'Another certificate follows this one already. Reload its page to see it.',
	'revocation-number': () =>
		'The reason holds digits that look like a NIP or NIK. Delete them: anybody can read the reason.',
	'revocation-cause': () => 'Choose the cause of the revocation.',
	'signatory-post': () => 'Enter the post of the signatory.',
	'signatory-day-past': () =>
		'This day is over. Certificates that exist do not change, so choose today or later.',
	'signatory-long': (p) => `This is too long. Write at most ${p.most} characters.`,
	'signatory-number': () =>
		'This holds digits that look like a NIP or NIK. Delete them: it stands on a public page.',
	'organiser-unknown': () => 'This organiser is not within your authority.',
	'status-list-unknown': () => 'There is no such status list.',
	'issuer-unknown': () => 'This issuer has not issued any certificate yet.',
	'issuer-taken': () =>
		'This organiser’s code belongs to another issuer already. Tell the platform administrator.',
	'key-unknown': () => 'This key is not known. See keys list.',
	'key-revoked': () => 'This key was said to be compromised before.',
	'key-since': () => 'The moment must be after the key was made and not in the future.',
	'key-retired': () => 'This key was replaced just now. Try again.',
	'key-secret-short': (p) => `KEY_SECRET is too short: at least ${p.least} characters.`,
	'key-secret-wrong': () =>
		'KEY_SECRET is not the secret that wraps the signing key. Tell the platform’s administrator.'
};
