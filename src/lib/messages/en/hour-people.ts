import type { hourPeople as base } from '../id/hour-people.ts';

export const hourPeople: typeof base = {
	title: 'People’s training hours',
	lead: 'Where everybody in your area stands, by the rule for their kind of employment.',
	cardText: 'Who has reached this year’s JP, who has not, and how much is missing.',
	pages: 'Pages about JP',
	standings: {
		short: 'Not yet reached',
		met: 'Reached',
		over: 'Beyond the limit',
		free: 'Nothing asked'
	},
	freeText:
		'Nothing asked: the rule names no lower limit, or none is set, and no upper limit is exceeded.',
	summary: (met, asked) => `${met} of ${asked} people who owe JP have reached them.`,
	summaryNone: 'Nobody here owes JP so far.',
	allOf: (count) => `Everybody: ${count}`,
	countOf: (standing, count) => `${standing}: ${count}`,
	filters: 'Filters',
	unit: 'Unit',
	everyUnit: 'Every unit',
	standing: 'State',
	anyStanding: 'Any state',
	year: 'Year',
	untilToday: (year) => `${year}, until today`,
	order: 'Order',
	orders: { name: 'Name', jp: 'Most JP', short: 'Most missing' },
	filter: 'Show',
	byUnit: 'By unit',
	byUnitOf: (unit) => `Below ${unit}`,
	directly: 'In this unit itself',
	directlyInAgency: 'In the agency itself',
	people: 'People',
	up: (unit) => `To ${unit}`,
	found: (count) => `${count} people`,
	sortedBy: 'sorted',
	jp: 'JP',
	short: 'Missing',
	rule: 'Rule and period',
	least: (jp) => `at least ${jp} JP`,
	most: (jp) => `at most ${jp} JP`,
	unbounded: 'no limit',
	rules: 'What the rules rest on',
	basis: (kind, bound, source) => `${kind}: ${bound}. Basis: ${source}.`,
	none: 'Nobody matches this filter',
	noneText: 'Change the filter or choose another unit.',
	pagesOf: 'Pages of people',
	listed: 'The audit trail keeps who is shown here.',
	download: 'Download CSV',
	downloadHint:
		'Holds the people who match, without NIP/NI PPPK. Everybody in it can see that their position was downloaded.',
	search: 'Find somebody',
	query: 'Name, office e-mail or NIP/NI PPPK',
	queryHint: 'At least three letters. Of a number, its last digits will do.',
	searchButton: 'Search',
	tooShort: 'Enter at least three letters or digits.',
	nobody: 'Nobody in your area matches',
	nobodyText: 'Check the spelling, or search by NIP/NI PPPK.',
	unnamed: 'Name erased',
	open: 'Open this person’s JP record',
	ledger: {
		title: 'JP record',
		emptyText:
			'JP are recorded by themselves when a module is completed, and from elsewhere once the request is confirmed.',
		opened: 'Opening this page is on record and visible to the person concerned.',
		movedText:
			'This person now works for another agency or unit. Only JP recorded while they worked here are shown.',
		recordedBy: 'Recorded by',
		byPlatform: 'The system, on completion',
		byOfficer: 'An officer outside your area',
		at: (day) => `on ${day}`,
		elsewhere: 'Recorded at another agency, which also corrects it.',
		mend: 'Correct',
		mendNamed: (title) => `Correct ${title}`,
		contract: 'Write the work agreement down',
		done: {
			'hours-reversed': 'Taken back. The first row and the reason stay on record.',
			'hours-mended': 'Mended. The first row and the reason stay on record.'
		}
	},
	correction: {
		title: 'Correct an entry',
		lead: 'The first entry is not changed: it is taken back with your reason, and a mended one is recorded beside it. The person can read the reason.',
		entry: 'The entry now',
		mend: 'Mend',
		mendText: 'Change only what is wrong. The rest stays.',
		earnedOn: 'Last day',
		reason: 'Reason',
		reasonHint: 'The person concerned reads this.',
		confirmMend: 'I have checked: the first entry is taken back and replaced by this.',
		submitMend: 'Save the mended entry',
		reverse: 'Take it back altogether',
		reverseText: (jp) =>
			`${jp} JP are taken off this person’s record, with nothing in their place.`,
		confirmReverse: 'I have checked: these JP should not be on record.',
		submitReverse: 'Take the entry back',
		unconfirmed: 'Tick that you have checked it.'
	},
	unboundedOf: 'For this kind of employment no limits are set so far.',
	assumed: {
		'from-post': (from) =>
			`The work agreement is not on record. Meanwhile the year counts from ${from}, the first post on record here.`,
		'from-january': (from) =>
			`The work agreement is not on record, nor a post at that time. The year counts from ${from}.`,
		'contract-ended': (from) =>
			`The last work agreement on record has ended. The year counts from ${from}, the day after.`
	},
	doubts: {
		'part-time':
			'They held an NI PPPK then, but it is not on record whether as PPPK or part-time PPPK. So these JP are held against no limit.',
		'before-number':
			'What they were before the first number on record is not known. So these JP are held against no limit.',
		'present-kind':
			'Only their present kind of employment is on record; this year is counted by it. If they were part-time PPPK then, this limit does not apply.'
	},
	kindSince: (kind, since) => `${kind} since ${since}. JP since the beginning of the year count.`
};
