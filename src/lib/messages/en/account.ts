import type { Messages } from '../catalogue.ts';

export const account: Messages['account'] = {
	signIn: {
		title: 'Sign in',
		lead: 'Use your NIP/NI PPPK or your official e-mail address.',
		identifier: 'NIP/NI PPPK or official e-mail',
		identifierHint: 'A NIP may be written with spaces, for example 19860926 201505 1 001.',
		password: 'Password',
		shared: 'This is a shared device',
		sharedHint:
			'The session ends when the browser is closed or after 30 idle minutes. Tick this if other people use this computer or phone too.',
		submit: 'Sign in',
		forgotten: 'Forgotten password',
		noAccount: 'No account yet? Ask the HR officer or administrator of your agency.',
		trialTitle: 'Example accounts',
		trialText: (password) =>
			`Sign in as peserta@contoh.go.id or another example account with the password ${password}.`,
		fillIdentifier: 'Enter your NIP/NI PPPK or official e-mail address.',
		fillPassword: 'Enter your password.',
		passwordChanged: 'The new password is saved. Please sign in with it.'
	},
	signOut: {
		title: 'Sign out',
		question: 'End your session on this device?',
		submit: 'Sign out'
	},
	recovery: {
		title: 'Forgotten password',
		lead: 'There are two ways to set a new password.',
		byLink: 'A link by e-mail',
		byLinkText:
			'We send a link to the official e-mail address on record. It is valid for 30 minutes and works once.',
		send: 'Send link',
		sentTitle: 'Check your e-mail',
		sentText:
			'If the account exists and has an e-mail address, a link arrives within a few minutes. Look in the spam folder too. If there is none, use a code from your HR officer.',
		byCode: 'A code from your HR officer',
		byCodeText:
			'Ask the HR officer or administrator of your agency for a one-time code. It is valid for 24 hours.',
		toCode: 'I have a code',
		codeTitle: 'New password with a code',
		code: 'One-time code',
		codeHint: 'Ten letters and digits. Lower-case letters and dashes make no difference.',
		linkTitle: 'Set a new password',
		linkSpentTitle: 'This link is no longer valid',
		linkSpentText:
			'A link is valid for 30 minutes and only once. Ask for a new one; your password has not changed.',
		newLink: 'Ask for a new link',
		newPassword: 'New password',
		newPasswordHint:
			'At least 10 characters. A few words you remember easily are better than one word with digits.',
		repeat: 'Repeat the new password',
		repeatDiffers: 'The two passwords differ. Type both again.',
		fillCode: 'Enter the code you received.',
		submit: 'Save password',
		backToSignIn: 'Back to sign-in'
	},
	profile: {
		title: 'Profile',
		own: 'My record',
		name: 'Name',
		email: 'Official e-mail',
		number: { nip: 'NIP', 'ni-pppk': 'NI PPPK', none: 'NIP/NI PPPK' },
		none: 'not on record',
		reveal: 'Show number',
		employeeKind: 'Employment',
		employeeKinds: {
			pns: 'PNS (civil servant)',
			cpns: 'CPNS (candidate civil servant)',
			pppk: 'PPPK (contract)',
			'pppk-paruh-waktu': 'PPPK part-time',
			'non-asn': 'Not a civil servant'
		},
		post: 'Post',
		agency: 'Agency',
		unit: 'Unit',
		correction: 'Is something wrong? Ask the HR officer of your agency to correct it.',
		roles: 'My roles',
		rolesEmpty: 'You are registered as a learner. You have no other role.',
		sessions: 'Active sessions',
		sessionsText: 'Devices now signed in with your account. End those you do not recognise.',
		unknownDevice: 'Unknown device',
		thisDevice: 'this device',
		sharedDevice: 'shared device',
		since: (moment) => `Signed in since ${moment}`,
		end: 'End session',
		endNamed: (device) => `End session ${device}`,
		endOthers: 'End all other sessions',
		password: 'Change password',
		passwordText: 'All other sessions end when it is changed.',
		currentPassword: 'Current password',
		submitPassword: 'Change password',
		language: 'Language',
		languageText:
			'Language of the interface and of letters from the system. Course material stays in its own language.',
		languages: { id: 'Bahasa Indonesia', en: 'English' },
		submitLanguage: 'Save language',
		trail: 'Who opened my record',
		trailText: 'What officers did with your record and account, newest first.',
		trailEmpty: 'Nothing yet. Whenever an officer opens your record, it is noted here.',
		when: 'When',
		what: 'What',
		who: 'By',
		bySystem: 'The system',
		privacy: 'Read the privacy notice',
		done: {
			password: 'The new password is saved. All other sessions have ended.',
			session: 'That session has ended.',
			sessions: 'All other sessions have ended.',
			language: 'Language saved.'
		}
	},
	acts: {
		'role-granted': 'Role granted',
		'role-withdrawn': 'Role withdrawn',
		'duty-given': 'Course duty given',
		'duty-ended': 'Course duty ended',
		'time-extended': 'Test time extended',
		'time-extension-ended': 'Extended test time ended',
		'recovery-code-issued': 'Password code issued',
		'password-recovered': 'New password set through recovery',
		'password-changed': 'Password changed',
		'account-created': 'Account created',
		'account-closed': 'Account closed',
		'account-reopened': 'Account reopened',
		'person-viewed': 'Record opened by an officer',
		'certificate-awarded': 'New certificate given',
		'certificate-revoked': 'Certificate revoked or replaced',
		'certificate-restored': 'Certificate restored with a new one',
		'name-corrected': 'Name or titles corrected',
		'work-settled-unread': 'Essay or project settled without a further reading',
		'result-regraded': 'Result judged again because an answer key was corrected',
		'certificate-confirmed': 'Name on the certificate confirmed',
		'certificate-issued': 'Certificate issued',
		'person-number-revealed': 'NIP/NI PPPK shown to an officer',
		'contract-recorded': 'Work agreement written down',
		'contract-struck': 'Work agreement struck out',
		'hours-viewed': 'Request for JP opened by an officer',
		'evidence-opened': 'Evidence of JP downloaded by an officer',
		'ledger-viewed': 'JP record opened by an officer',
		'position-exported': 'JP position downloaded by an officer',
		'hours-approved': 'Request for JP confirmed',
		'hours-returned': 'Request for JP returned',
		'hours-reversed': 'Recorded JP taken back'
	},
	privacy: {
		title: 'Privacy notice',
		edition: (day) => `Edition of ${day}`,
		lead: 'Your data are processed to develop the competence of civil servants. You can see them in your profile and ask for corrections and a copy.',
		controllerUnnamed: 'the agency that runs this Widyapraja',
		controllerContact: (contact) => `Contact of the controller: ${contact}.`,
		controllerExample:
			'This installation is only an example: its people and agencies are invented, and real data must not be entered.',
		sections: (controller, notes) => [
			{
				title: 'Who is responsible',
				paragraphs: [
					`The controllers are ${controller} and the agency you work for. Send questions and requests to the HR officer or administrator of your agency.`,
					...notes
				]
			},
			{
				title: 'What we keep and what for',
				paragraphs: [],
				list: [
					'Name and titles, to address you and to print on certificates.',
					'NIP or NI PPPK, to recognise you at sign-in and to report the results of training. Because the number contains your date of birth and sex, we mask it and never use it in addresses of pages, file names or system logs.',
					'Official e-mail address, for letters from the system.',
					'Post, unit and agency with their periods, so that training is recorded in the right place.',
					'Learning: the courses you take, answers and essays, scores, completion, training hours (JP) and certificates.',
					'Evidence of training elsewhere that you upload, to check and record its JP. The name of the file is not kept.',
					'The reason you write when you ask for a further chance at a quiz or test.',
					'More time for tests, where it was given: how much, and the kind of reason, such as disability or health. Such facts are specific personal data (Law 27/2022, article 4), so only the kind is kept, without details and without documents.',
					'Notes and bookmarks you make in lessons, for your own learning. Only you see them on the pages of Widyapraja; you can change, delete and download them.',
					'Answers not yet sent because the connection was lost: kept only on your device, until they are sent or you sign out.',
					'Sessions: when, kind of browser, and whether the device is shared. Network addresses are not stored in readable form.'
				]
			},
			{
				title: 'Legal basis',
				paragraphs: [
					'Processing fulfils legal obligations and public duties in developing the competence of civil servants (Law 20/2023), in accordance with article 20 of Law 27/2022 on Personal Data Protection. Government Regulation 33/2026 comes into force on 16 January 2027.',
					'Notes and bookmarks are part of that service. You are free to use them or not; courses can be completed without them.',
					'The qualification on a certificate is shown on its public page only with your consent, which you can take back at any time under My certificates.'
				]
			},
			{
				title: 'Who can see them',
				paragraphs: [],
				list: [
					'You see your record, roles, active sessions and who opened your record in your profile, and your learning on the pages of your courses.',
					'Your supervisor and the HR officers of your agency see status, JP and certificates; never answers, failed attempts or your notes.',
					'The HR officers and administrators of your agency, for the units or the agency in their charge, also see name, official e-mail, post, roles and the masked NIP or NI PPPK. They can show the full number and issue password codes; administrators of the agency also give roles and close accounts.',
					'The HR officers and administrators of your agency open the evidence of training elsewhere that you send, and confirm or return it.',
					'Markers of a course read and mark your essays. They may come from another agency or a university; your name, number and agency are not shown to them. So write no names or personal data into an essay.',
					'Organisers of a course read the reasons for further chances, without your name. Where they give you more time for tests, they see your name, how much, and the kind of reason. Organisers, too, may come from another agency.',
					'Reviewers and authors of a course see statistics of its questions, sums over at least 30 people; never the answers of one. Reviewers who correct an answer key see how many scores change, without names.',
					'The administrator of the platform can do the same as administrators of an agency for all agencies, and sees the audit trail. No page shows them your answers.',
					'Other agencies do not see your data, apart from the markers and organisers named above. This separation is enforced inside the database.',
					'Whoever holds the code of your certificate can check that it is genuine, without seeing the NIP.',
					'Whenever an officer opens your record, that is noted with their name, and you can see it in your profile. Searches for people are recorded, too.'
				]
			},
			{
				title: 'For how long',
				paragraphs: [
					'Employment data and results of training are kept while you are a civil servant and as long as archive rules demand. Ended sessions and records of failed sign-ins are deleted regularly. The text of letters is deleted once they are sent.',
					'Evidence that was uploaded and never sent is deleted after a day.',
					'Notes and bookmarks are kept until you delete them.'
				]
			},
			{
				title: 'Your rights',
				paragraphs: [
					'You have the right to know how your data are processed, to see them, to have them corrected, to receive a copy, and to ask for erasure or restriction as far as legal obligations allow.',
					'Send your request to the HR officer of your agency. Corrections are made within 3 × 24 hours of receiving the request (Law 27/2022, article 30).'
				]
			},
			{
				title: 'What we do not do',
				paragraphs: [
					'There are no third-party trackers, no advertising, no surveillance by camera and no ranking of people. Cookies serve only the session, your display settings and a technical note that lets pages open faster.'
				]
			}
		],
		acknowledge: 'I have read this',
		acknowledgeHint: 'This button says that you have read the notice; it is not consent.'
	}
};
