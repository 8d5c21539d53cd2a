import type { Messages } from '../catalogue.ts';

export const keeping: Messages['keeping'] = {
	title: 'Issued certificates',
	text: 'Find certificates that your agency organised, then replace, revoke or restore them.',
	lead: 'Certificates that your agency organised, the newest first.',
	query: 'Number or code of the certificate',
	queryHint:
		'Part of the number will do, e.g. 00123/SPBE, or the code of 26 letters and digits beside the QR code.',
	search: 'Search',
	found: (count) => (count === '1' ? '1 certificate' : `${count} certificates`),
	foundFor: (count, query) =>
		count === '1' ? `1 certificate with “${query}”` : `${count} certificates with “${query}”`,
	most: (count) => `Only the first ${count} are shown. Write more of the number.`,
	all: 'Show all',
	none: 'No certificates yet',
	noneText:
		'Certificates appear here as soon as learners complete courses that your agency organised. Your role must apply to the whole agency.',
	nobody: 'Nothing matches',
	nobodyText: 'Check the number or code. You only find certificates that your agency organised.',
	number: 'Number',
	holder: 'Holder',
	course: 'Course',
	awarded: 'Earned',
	state: 'State',
	pages: 'Pages of the list of certificates',
	public: 'Open its public page',
	unissued: 'Not issued yet: the holder has not confirmed name and titles.',
	waiting: 'Being prepared; it will be issued in a few minutes.',
	void: 'This certificate will not be issued; its number is used no more.',
	own: 'This is your own certificate. Somebody else decides about it.',
	previous: (number) => `Replaces or follows number ${number}`,
	next: (number) => `Followed by number ${number}`,
	history: 'History',
	events: {
		awarded: (number) => `Earned, with number ${number}`,
		confirmed: 'Name and titles confirmed by the holder',
		issued: 'Issued: signed and printed',
		revoked: 'Revoked',
		replaced: 'Replaced',
		void: 'Made void before it was issued',
		restored: 'Restored with a new certificate',
		by: (name) => `by ${name}`,
		nameless: 'by an officer whose name was erased'
	},
	decide: 'Decide',
	noActs: 'Nothing more can be decided about this certificate.',
	causes: {
		mistaken: 'Issued by mistake',
		fraudulent: 'Obtained by fraud',
		requested: 'At the holder’s request'
	},
	acts: {
		revoke: {
			link: 'Revoke certificate',
			linkText: 'It holds no longer. For a wrong name or title, replace it instead.',
			title: 'Revoke certificate',
			text: 'What it certifies stays stored and readable; what changes is its state.',
			undoing: 'A revocation cannot be undone.',
			undoingText:
				'Should it turn out to be wrong, the holder can only be given a new certificate with another number.',
			confirm: 'Revoke this certificate'
		},
		replace: {
			link: 'Replace it',
			linkText: 'A new certificate with another number takes its place; each names the other.',
			title: 'Replace certificate',
			text: 'The replacement bears the name now on record and today’s signatory. Everything else stays. The holder checks the name and writes the titles before it is issued.',
			undoing: 'A replacement cannot be undone.',
			undoingText:
				'The old certificate stops holding at once, and the new one is issued when the holder has confirmed the name.',
			confirm: 'Replace this certificate'
		},
		restore: {
			link: 'Restore with a new certificate',
			linkText: 'For a revocation that was wrong, e.g. after the holder’s objection was upheld.',
			title: 'Restore certificate',
			text: 'The holder gets a new certificate with another number and the same content, with the name now on record. The revocation stays on record.',
			undoing: 'Restoring cannot be undone.',
			undoingText: 'The new certificate can only be revoked again for reasons of its own.',
			confirm: 'Restore this certificate'
		}
	},
	names: 'The holder’s name',
	certified: 'On this certificate',
	recorded: 'On record',
	erased: 'The name was erased',
	sameName:
		'Both are the same. If only the titles are wrong, the holder writes them anew on the replacement. If the name is wrong, correct the record first.',
	correctRecord:
		'The name on record is corrected by administrators or HR officers of the agency where the holder works, under People & roles.',
	openRecord: 'Open the holder’s record',
	cause: 'Cause',
	chooseCause: 'Choose the cause',
	causeHint: 'By mistake: requirements were not met, or it was the wrong person.',
	reason: 'Reason',
	reasonHint:
		'Read by whoever checks the certificate, and by its holder. Do not write a NIP, NIK or anything private. At most 500 characters.',
	reasonHintRestore: 'Read by the holder and by officers. Do not write a NIP or NIK.',
	goOn: 'Go on: check first',
	check: 'Check before you decide',
	willShow: 'The public page of this certificate will say:',
	jpStays: 'JP already on record stay.',
	told: (name) => `${name} is told by letter and under My certificates.`,
	change: 'Change what I wrote',
	cancel: 'Cancel',
	done: {
		'certificate-revoked': 'Certificate revoked. The holder is told by letter.',
		'certificate-replaced':
			'This is the replacement. The holder is told by letter; it is issued once the name is confirmed.',
		'certificate-restored':
			'This is the new certificate. The holder is told by letter; it is issued once the name is confirmed.'
	},
	signatory: {
		title: 'Certificate signatories',
		text: 'Post and name of who signs, and the place of issue, by organiser and first day.',
		lead: 'What is set here stands on certificates earned from its first day on. Those that exist do not change.',
		organiser: 'Organiser',
		show: 'Show',
		choose: 'Choose an organiser',
		inForce: 'In force today',
		usual: 'default',
		post: 'Post of the signatory',
		postHint: 'As it is to be written, e.g. Kepala Badan Kepegawaian dan Pengembangan SDM.',
		name: 'Name of the signatory',
		nameHint: 'With titles, without NIP. Leave empty for the post alone.',
		place: 'Place of issue',
		placeHint: 'A town, e.g. Wonosobo. Leave empty to name none.',
		from: 'From',
		fromHint: 'Today or later. Of one day the latest word counts.',
		fromMistake: 'Enter a day that exists',
		set: 'Set the signatory',
		submit: 'Set',
		entries: 'What was set',
		none: 'Nothing set yet: the default post is used, without name or place.',
		setOn: 'Set on',
		nothing: 'not named',
		done: 'Signatory set.'
	}
};
