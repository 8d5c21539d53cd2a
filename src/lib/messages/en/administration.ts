import type { Messages } from '../catalogue.ts';

export const administration: Messages['administration'] = {
	title: 'Administration',
	lead: 'Choose what you came to look after.',
	people: {
		title: 'People & roles',
		text: 'Find people, grant and withdraw roles, issue password codes, close accounts.',
		findText: 'Find people and see their records.',
		query: 'Name, e-mail address or NIP/NI PPPK',
		queryHint:
			'At least three letters. A NIP may be complete or only its last digits. The search does not appear in the page’s address.',
		search: 'Search',
		tooShort: 'Enter at least three letters or digits.',
		results: (count) => (count === 1 ? '1 person found' : `${count} people found`),
		most: (count) => `Only the first ${count} are shown. Narrow the search.`,
		nobody: 'Nobody matches',
		nobodyText:
			'Check the spelling or search by e-mail address. You only find people within your remit.',
		name: 'Name',
		number: 'NIP/NI PPPK',
		agency: 'Agency and unit',
		closed: 'account closed'
	},
	person: {
		record: 'Employee record',
		created: 'Account created',
		closedOn: (day) => `Account closed ${day}. This person cannot sign in.`,
		viewed: 'Opening this record is noted, and the person can see it.',
		correctName: 'Correct name and titles',
		correctNameText:
			'This is how the name stands on record and on new certificates. Issued certificates do not change; they can be replaced.',
		saveName: 'Save name',
		posts: 'Posts',
		postsEmpty: 'No post on record yet.',
		period: (from, until) => (until ? `${from} to ${until}` : `since ${from}`),
		roles: 'Roles',
		rolesEmpty: 'Learner, no other role.',
		role: 'Role',
		place: 'Applies to',
		everywhere: 'The whole platform',
		wholeAgency: (agency) => `${agency} (whole agency)`,
		inUnit: (agency, unit) => `${agency} › ${unit}`,
		placeHint: 'A role in a unit also applies to the units below it.',
		endsOn: 'Valid until',
		endsOnHint: 'Leave empty for no end date.',
		until: (day) => `until ${day}`,
		grantedOn: (day) => `Granted ${day}`,
		withdrawnOn: (day) => `Withdrawn ${day}`,
		ended: 'Ended',
		inForce: 'In force',
		grant: 'Grant role',
		grantTitle: 'Grant a new role',
		withdraw: 'Withdraw',
		withdrawNamed: (role) => `Withdraw the role ${role}`,
		access: 'Access',
		codeText:
			'For people who forgot their password and cannot use e-mail. First make sure that you are speaking to that person.',
		issueCode: 'Issue a one-time code',
		codeTitle: 'One-time code',
		codeShown:
			'This code is shown once and is valid for 24 hours. Give it to the person directly; earlier codes no longer work.',
		codeWhere: 'The person opens “Forgotten password” and chooses “I have a code”.',
		close: 'Close account',
		closeText:
			'All sessions end and the person cannot sign in. The learning record stays; the account can be reopened.',
		reopen: 'Reopen account',
		done: {
			'name-corrected': 'Name and titles corrected.',
			granted: 'Role granted.',
			withdrawn: 'Role withdrawn.',
			closed: 'Account closed.',
			reopened: 'Account reopened.'
		}
	},
	roles: {
		supervisor: 'Supervisor',
		'hr-officer': 'HR officer',
		contributor: 'Contributor',
		reviewer: 'Reviewer',
		organiser: 'Organiser',
		leader: 'Head of agency',
		auditor: 'Auditor',
		'agency-admin': 'Agency administrator',
		'platform-admin': 'Platform administrator'
	},
	regulations: {
		title: 'Regulations',
		text: 'The state of regulations today, and the lessons and items that cite them.',
		none: 'No regulations yet',
		noneText: 'Regulations come from regulations.yaml when a course is published.',
		lead: (count: number, stale: number) =>
			stale > 0
				? `Regulations: ${count}; last checked more than a year ago: ${stale}.`
				: `Regulations: ${count}, all checked within the last year.`,
		instrument: 'Regulation',
		state: 'State today',
		lastChecked: 'Last checked',
		lessons: 'Lessons',
		items: 'Items',
		countsHint: 'Lessons and items are counted in the newest edition of each course.',
		stale: 'Check again',
		staleText:
			'More than a year ago. Compare with the official text, then update lastChecked in regulations.yaml.',
		checkedOn: (day: string) => `Last checked ${day}`,
		source: (where) => `Recorded source: ${where}`,
		note: (text) => `Note: ${text}`,
		sift: 'Filter citations',
		article: 'Article',
		articleHint:
			'For instance Pasal 4 or pasal-4-ayat-2. Its parts are shown too. Leave empty for all.',
		allEditions: 'Include older editions',
		show: 'Show',
		places: (count: number, article: string | null) =>
			`${count} ${count === 1 ? 'citation' : 'citations'}${article ? ` of ${article}` : ''}`,
		nowhere: 'Nothing cites it',
		nowhereText: 'Clear the article field, or include older editions.',
		olderEdition: 'An older edition; its learners keep using it.',
		outside: (path: string) =>
			path === 'glossary.md' ? 'Glossary' : path === 'course.md' ? 'Course introduction' : path,
		lesson: 'Lesson',
		line: 'File and line',
		placesIn: (course: string, edition: string) => `Citations in ${course}, edition ${edition}`,
		certificates: 'Certificates of editions that cite it',
		noCertificates: 'No certificate of an edition that cites it yet.',
		course: 'Course',
		edition: 'Edition',
		given: 'How many',
		whole: 'The whole regulation',
		inItem: (id: string) => `item ${id}`
	},
	health: {
		title: 'System health',
		text: 'Database, migrations, mail, course editions and storage.',
		item: 'Part',
		value: 'State',
		good: 'Good',
		attention: 'Needs attention',
		database: 'Database',
		databaseValue: (version, size) => `PostgreSQL ${version}, ${size}`,
		migrations: 'Migrations',
		migrationsValue: (applied, pending) =>
			pending > 0 ? `${applied} applied, ${pending} pending` : `${applied} applied, complete`,
		mails: 'Mail',
		mailsValue: (waiting, failed) => `${waiting} waiting, ${failed} failed`,
		held: (count) => `${count} letters held since a restore`,
		heldText:
			'These letters had not been sent when the backup was made. Some may have been sent since; decide whether all of them are sent or withdrawn.',
		sendHeld: 'Send all',
		withdrawHeld: 'Withdraw all …',
		withdrawSure: (count) => `Withdraw ${count} letters for good?`,
		withdrawText:
			'Their text and address are deleted; they cannot be sent any more. Whoever waits for a code or link has to ask again.',
		withdrawYes: 'Yes, withdraw all',
		withdrawNo: 'Do not withdraw',
		done: {
			'held-sent': 'The letters held are being sent.',
			'held-withdrawn': 'The letters held were withdrawn.'
		},
		restored: (restored, snapshot) => `Restored ${restored} from the backup of ${snapshot}`,
		restoredText:
			'What happened between these two moments is no longer here. Check, and do again what is needed:',
		restoredTodo: [
			'Certificates revoked or replaced since the backup: revoke or replace them again. Until then they are said to be valid.',
			'Signing keys rotated or declared compromised since: declare them again with keys revoke. The old key is no longer used; a new one is made at the next issue.',
			'Certificates issued since are in their holders’ hands, but no longer in this register. Those not yet issued when the backup was made get a new number and are said to be replaced.',
			'Roles, accounts and passwords changed since: change them again.'
		],
		restoredDone: 'Checked',
		certificates: 'Certificates',
		certificatesValue: (waiting, failed, last) =>
			[`${waiting} waiting to be issued, ${failed} of them failed`, last]
				.filter(Boolean)
				.join('. '),
		lastFailure: (moment, why) => `Last on ${moment} (${why}); the rest is in the server’s log`,
		obstacles: {
			'origin-missing': {
				title: 'No certificates are issued: ORIGIN is not set',
				text: 'The official address of the server stands on every certificate for ever. Set ORIGIN (https://server.name) and start again; what waits is issued by itself.'
			},
			'key-secret-short': {
				title: 'No certificates are issued: KEY_SECRET is too short',
				text: 'Set KEY_SECRET to at least 32 characters and start again; what waits is issued by itself.'
			},
			'key-secret-wrong': {
				title: 'No certificates are issued: KEY_SECRET is not the one it was',
				text: 'The signing key is kept with another KEY_SECRET. Put the former value back; if it is lost, make a new key with npm run admin -- keys rotate. What was issued can still be verified.'
			},
			delayed: {
				title: 'Certificates wait for more than 15 minutes',
				text: 'Issuing is tried again, less often each time. The log of the server says why: look for “a certificate was not issued” or “housekeeping”.'
			}
		},
		releases: 'Course editions',
		releasesValue: (count) => `${count} published`,
		accounts: 'Accounts',
		accountsValue: (open, sessions) => `${open} open, ${sessions} active sessions`,
		version: 'Version',
		versionValue: (version, node) => `Widyapraja ${version}, Node ${node}`,
		uptime: 'Running since',
		memory: 'Memory of the process',
		disk: 'Storage',
		diskValue: (free, total) => `${free} free of ${total}`
	}
};
