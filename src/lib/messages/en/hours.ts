import type { Messages } from '../catalogue.ts';
import { hourPeople } from './hour-people.ts';

export const hours: Messages['hours'] = {
	title: 'Training hours (JP)',
	lead: 'JP (training hours) from completed modules and from confirmed training elsewhere. 1 JP = 45 minutes.',
	position: ({ year, jp, minimum, maximum, short, over }) => {
		const of = year ? `in ${year}` : 'in this contract year';
		const bound = minimum ? ` of ${minimum} JP` : maximum ? ` of at most ${maximum} JP` : ' JP';
		const rest = short
			? ` ${short} JP to go.`
			: over
				? ` ${over} JP beyond the limit; they stay on record.`
				: minimum
					? ` The duty ${of} is met.`
					: '';
		return `Training hours ${of}: ${jp}${bound}.${rest}`;
	},
	unbounded: 'No limit of JP has been set for your kind of employment.',
	rule: (source) => `Basis: ${source}.`,
	assumed: {
		'from-post': (from) =>
			`Your work agreement is not on record. Meanwhile its years are counted from ${from}, the first day of your first post. Your agency’s HR officer can complete this.`,
		'from-january': (from) =>
			`Your work agreement is not on record, nor is a post at that time. The year is counted from ${from}.`,
		'contract-ended': (from) =>
			`The last work agreement on record has ended. The year is counted from ${from}, the day after.`
	},
	doubts: {
		'part-time':
			'You held an NI PPPK then, but it is not on record whether as PPPK or part-time PPPK. So these JP are held against no limit.',
		'before-number':
			'What you were before the first number on record is not known. So these JP are held against no limit.',
		'present-kind':
			'Only your present kind of employment is on record; this year is counted by it. If you were part-time PPPK then, this limit does not apply.'
	},
	kindSince: (kind, since) => `You are ${kind} since ${since}. JP from the whole year count.`,
	years: 'Other years',
	year: (year) => `Year ${year}`,
	allYears: 'All years',
	allTotal: (jp) => `${jp} JP on record in all.`,
	ledgerOf: (of) => `Record of JP, ${of.charAt(0).toLowerCase()}${of.slice(1)}`,
	when: 'Date',
	what: 'Training',
	form: 'Form',
	jpColumn: 'JP',
	total: 'Total',
	sources: {
		module: 'Course module',
		external: 'Request and evidence',
		project: 'Project',
		reversal: 'Reversal'
	},
	certificate: (number) => `Certificate ${number}`,
	reversalOf: (title) => `Taken back: ${title}`,
	reversed: 'Taken back',
	because: (reason) => `Reason: ${reason}`,
	empty: 'No JP in this period yet',
	emptyText:
		'JP are recorded whenever you complete a module. Training elsewhere can be recorded with its evidence.',
	toCatalogue: 'Open the course catalogue',
	record: 'Record training from elsewhere',
	downloadPdf: 'Download PDF',
	downloadPdfNumbered: 'Download PDF with the whole number',
	download: 'Download CSV',
	print: 'Print',
	printed: (day) => `As of ${day}`,
	printHint: 'This page can be printed with your browser’s Print menu too.',
	statement: 'Statement of training hours',
	holder: 'Name',
	agency: 'Agency',
	unit: 'Unit',
	post: 'Post',
	number: 'NIP/NI PPPK',
	home: 'Open training hours',
	pastSubmissions: (count) => `Earlier requests (${count})`,
	submissions: 'My requests',
	states: {
		submitted: 'Sent',
		returned: 'Returned',
		approved: 'Confirmed',
		withdrawn: 'Withdrawn'
	},
	stateText: {
		submitted: 'Waiting for your agency’s HR officer.',
		returned: 'Mend what is asked for, then send it again.',
		approved: 'The JP are on record.',
		withdrawn: 'You withdrew this request; no JP were recorded.'
	},
	done: {
		'hours-sent': 'Request sent. The outcome will be shown on this page.',
		'hours-withdrawn': 'Request withdrawn.'
	},
	entry: {
		lead: 'For completed training outside Widyapraja. JP are recorded once your agency’s HR officer has checked the evidence.',
		title: 'Name of the training',
		titleHint: 'As written on the certificate.',
		organiser: 'Organiser',
		form: 'Form of training',
		choose: 'Choose a form',
		classical: 'In class',
		nonclassical: 'Outside class',
		startedOn: 'First day',
		endedOn: 'Last day',
		dateHint: 'Your browser decides whether day or month comes first.',
		endedOnHint: 'Decides the year the JP count in.',
		jp: 'Number of JP',
		jpHint: '1 JP = 45 minutes. For example 8 or 7.5.',
		certificate: 'Number of the certificate or letter',
		evidence: 'Evidence file',
		evidenceHint: 'PDF, JPEG or PNG, at most 5 MB. Never public.',
		evidenceKept: (type, size) =>
			`The ${type} file (${size}) has been received. Choose another one only to replace it.`,
		duplicatesTitle: 'This may be on record already',
		distinct: 'I have checked: this is another training.',
		send: 'Send',
		resend: 'Send again',
		mend: 'Mend the request'
	},
	duplicate: {
		signs: {
			'own-certificate': 'its number is that of a Widyapraja certificate',
			certificate: 'same certificate number',
			evidence: 'the evidence is the same file',
			'own-course': 'a Widyapraja course of the same or a similar name',
			'title-and-days': 'similar name on overlapping days'
		},
		standings: {
			own: 'its JP are recorded by themselves, module by module',
			recorded: 'on record already',
			reversed: 'was on record, and taken back',
			asked: 'requested',
			elsewhere: 'sent while posted elsewhere'
		},
		untold: 'Another request',
		because: (signs) => `Signs: ${signs}.`
	},
	evidence: (type, size) => `Download the evidence (${type}, ${size})`,
	evidenceTypes: { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' },
	mistakes: {
		title: 'Enter the name of the training.',
		organiser: 'Enter the organiser.',
		form: 'Choose the form of training.',
		startedOn: 'Enter a first day that exists.',
		endedOn: 'Enter a last day that exists.',
		jp: 'Enter JP as a number, for example 8 or 7.5.',
		certificate: 'Enter the number of the certificate or letter.',
		evidence: 'Choose the evidence file.',
		distinct:
			'This training may be on record already. Check the list; if it is another one, tick the box and send again.'
	},
	submission: {
		facts: 'What was sent',
		days: 'Days',
		jp: 'Number of JP',
		history: 'History of the request',
		versionSent: (number, when) => `Sent ${number}: ${when}`,
		decided: (state, when) => `${state} ${when}`,
		weighed: (reason) => `The officer’s note: ${reason}`,
		withdraw: 'Withdraw the request',
		withdrawText: 'If the request is mistaken, withdraw it before it is checked.',
		reversedTitle: 'What was recorded was taken back by an officer',
		reversedText: 'What counts now, with what replaced it if anything, is in your record of JP.'
	},
	review: {
		title: 'Confirm JP',
		lead: 'Requests to record training from elsewhere, in your area.',
		cardText: 'Check evidence of training from elsewhere; confirm or return it.',
		state: 'State',
		anyState: 'Any state',
		unit: 'Unit',
		anyUnit: 'Any unit',
		year: 'Year completed',
		anyYear: 'Any year',
		filter: 'Show',
		found: (count) => `${count} requests`,
		none: 'No request matches this filter',
		noneText: 'Change the filter, or come back later. Your own requests are checked by others.',
		person: 'Person',
		moved: 'Somebody who moved to another agency',
		training: 'Training',
		from: (who) => `From: ${who}`,
		sent: 'Sent',
		pages: 'Pages of requests',
		opened: 'Opening this request is on record and visible to the person concerned.',
		duplicatesTitle: 'Check: this may be on record already',
		ownCertificate:
			'Cannot be confirmed: this is the number of a Widyapraja certificate, whose JP are recorded by themselves when its modules are completed. Return it and say so.',
		distinct: 'Why this is another training',
		distinctHint: 'Needed because of the signs above. Kept with the decision; the person reads it.',
		decide: 'Decision',
		approve: 'Confirm and record JP',
		approveText: (jp, day) => `${jp} JP go on this person’s record for ${day}.`,
		giveBack: 'Return for mending',
		reason: 'What has to be mended',
		reasonHint: 'The person reads this.',
		unsent: 'The reason you wrote was not sent',
		reverse: 'Take the JP back',
		reverseText:
			'If JP were recorded by mistake: the first row stays, and is taken back with this reason.',
		reverseReason: 'Reason',
		done: {
			'hours-approved': 'Confirmed. The JP are on record.',
			'hours-returned': 'Returned to the person.',
			'hours-reversed': 'Taken back.'
		}
	},
	people: hourPeople,
	contracts: {
		title: 'Work agreements',
		text: 'JP of PPPK count by year of the work agreement. Without it, years count from the first post.',
		none: 'None on record.',
		until: (from, until) => (until ? `${from} to ${until}` : `since ${from}, end not on record`),
		startsOn: 'First day',
		endsOn: 'Last day',
		endsOnHint: 'Leave empty if not known.',
		add: 'Write the agreement down',
		strike: 'Strike out',
		struckNamed: (from) => `Strike out the agreement from ${from}`,
		done: { recorded: 'Work agreement written down.', struck: 'Work agreement struck out.' }
	},
	rules: {
		title: 'Rules for JP',
		text: 'Limits of JP by kind of employment, and when they hold.',
		lead: 'A rule holds until the next one for the same kind begins. Earlier ones stay as they are.',
		kind: 'Kind of employment',
		minimum: 'At least',
		maximum: 'At most',
		basis: 'Counted by',
		bases: { 'calendar-year': 'calendar year', 'contract-year': 'contract year' },
		from: 'From',
		until: 'Until',
		source: 'Basis',
		unbounded: 'no limit',
		open: 'open',
		inForce: 'holds today',
		statutory: 'built in, by law',
		setOn: (day) => `set ${day}`,
		set: 'Set a new rule',
		boundHint: 'In JP. Leave empty for no limit.',
		fromHint:
			'Holds for years that begin on this day or later; a year that is running keeps its rule. For calendar years, enter 1 January.',
		sourceHint: 'For example number and year of the decree.',
		submit: 'Set',
		done: 'Rule set.',
		boundMistake: 'Enter JP as a number above 0, for example 20 or 7.5.',
		fromMistake: 'Enter a day that exists.'
	},
	forms: {
		'pelatihan-struktural': 'Structural leadership training',
		'pelatihan-manajerial': 'Managerial training',
		'pelatihan-teknis': 'Technical training',
		'pelatihan-fungsional': 'Functional training',
		'pelatihan-sosial-kultural': 'Socio-cultural training',
		seminar: 'Seminar or conference',
		workshop: 'Workshop',
		kursus: 'Course',
		penataran: 'Refresher course',
		'bimbingan-teknis': 'Technical guidance (bimtek)',
		sosialisasi: 'Briefing (sosialisasi)',
		'klasikal-lain': 'Other, in class',
		coaching: 'Coaching',
		mentoring: 'Mentoring',
		'e-learning': 'E-learning',
		'pelatihan-jarak-jauh': 'Distance training',
		detasering: 'Secondment',
		'pembelajaran-alam-terbuka': 'Outdoor learning',
		'patok-banding': 'Benchmarking',
		pertukaran: 'Exchange with enterprises',
		'belajar-mandiri': 'Self-study',
		'komunitas-belajar': 'Community of practice',
		'bimbingan-di-tempat-kerja': 'On-the-job guidance',
		magang: 'Internship',
		'nonklasikal-lain': 'Other, outside class'
	}
};
