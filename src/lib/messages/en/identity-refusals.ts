import type { identityRefusals as base } from '../id/identity-refusals.ts';

export const identityRefusals: typeof base = {
	'sign-in-refused': () =>
		'The NIP/NI PPPK, e-mail address or password does not match. Check them, or use Forgotten password.',
	'sign-in-busy': () => 'Many people are signing in. Wait a few seconds and try again.',
	'try-later': (p) =>
		`Too many failed attempts. Try again in ${p.minutes} minutes, or contact the HR officer of your agency.`,
	'current-password-wrong': () => 'The current password does not match. Type it again.',
	'recovery-link-spent': () => 'This link is no longer valid. Ask for a new one.',
	'recovery-code-wrong': () =>
		'The code does not match or is no longer valid. Check the NIP or e-mail address and the code, or ask for a new code.',
	'password-too-short': () => 'The password is too short. Use at least 10 characters.',
	'password-too-long': () => 'The password is too long. Use at most 128 characters.',
	'password-only-digits': () =>
		'The password has only digits, which are easy to guess. Add a few words.',
	'password-common': () =>
		'Many people use this password, so it is easy to guess. Combine a few unrelated words.',
	'password-personal': () =>
		'The password contains your name, e-mail address, NIP or birth date. Use other words.',
	'grant-needs-agency': () => 'This role is granted for one agency. Choose the agency.',
	'grant-has-no-agency': () =>
		'This role holds for the whole platform. Choose “The whole platform”.',
	'grant-has-no-unit': () => 'This role is not limited to a unit. Choose the whole agency.',
	'grant-unit-elsewhere': () => 'There is no such agency or unit. Choose again from the list.',
	'date-unreal': () => 'That date does not exist. Check the day and the month.',
	'grant-ends-in-past': () => 'The end date has passed. Choose today or later.',
	'grant-already-held': () =>
		'This person already holds that role in the same place with another end date. Withdraw the old one first.',
	'grant-unknown': () => 'This role was not found.',
	'last-platform-admin': () =>
		'This is the last administrator of the platform. Grant the role to somebody else first.',
	'person-unknown': () => 'Page not found',
	'person-outranks': () =>
		'This person holds roles beyond your authority. Ask a platform administrator.',
	'own-account': () => 'You cannot close your own account. Ask another administrator.',
	'own-name': () => 'You cannot correct your own name. Ask another officer.',
	'name-long': (p) =>
		`A name has at most ${p.name} characters, titles in front or behind at most ${p.titles}.`,
	'account-closed': () => 'This account is closed. Reopen it first.',
	'email-taken': () => 'Another account uses this e-mail address.',
	'number-taken': () => 'Another account uses this number.',
	'email-malformed': () =>
		'The e-mail address is incomplete. It should look like name@agency.go.id.',
	'name-missing': () => 'The name is missing.',
	'number-not-18-digits': () => 'A NIP/NI PPPK has 18 digits.',
	'number-birth-date': () =>
		'The first eight digits of the NIP/NI PPPK are not a plausible birth date.',
	'number-appointment-year': () => 'The year of appointment (digits 9 to 12) is not plausible.',
	'number-sex': () => 'Digit 15 of a NIP/NI PPPK is 1 or 2.',
	'number-sequence': () => 'The last three digits of a NIP/NI PPPK cannot be 000.'
};
