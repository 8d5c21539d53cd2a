import type { Messages } from '../catalogue.ts';

export const frame: Messages['frame'] = {
	productName: 'Widyapraja',
	tagline: 'Training for Indonesia’s civil servants',
	breadcrumb: 'You are here',
	home: 'Home',
	catalogue: 'Course catalogue',
	signIn: 'Sign in',
	profile: 'Profile',
	notes: 'My notes',
	hours: 'Hours',
	hoursReview: 'Confirm JP',
	certificates: 'My certificates',
	checkShort: 'Check a certificate',
	checkCertificate: 'Check a certificate',
	administration: 'Administration',
	marking: 'Marking',
	privacy: 'Privacy notice',
	guides: 'Guides',
	courseFormat: 'Course format',
	trialBanner: 'This is a trial installation. All people, agencies and numbers are examples.',
	header: {
		skip: 'Skip to content',
		display: 'Display',
		mainNavigation: 'Main menu',
		search: 'Search',
		searchAll: 'Search courses, lessons and terms',
		account: 'Account',
		signOut: 'Sign out',
		signIn: 'Sign in',
		theme: 'Colour',
		themes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
		text: 'Text size',
		texts: { normal: 'Normal', large: 'Large', larger: 'Very large' },
		contrast: 'Contrast',
		contrasts: { normal: 'Normal', more: 'High' },
		language: 'Language',
		apply: 'Apply'
	},
	footer: {
		footerNavigation: 'Footer links',
		about:
			'Widyapraja, training for Indonesia’s civil servants. Each course page states the licence of its material.'
	},
	errorSummary: 'Something needs to be corrected',
	optional: 'optional',
	back: 'Back',
	minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
	jp: (count) => `${count} JP`
};
