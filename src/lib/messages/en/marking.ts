import type { Messages } from '../catalogue.ts';

/** Words of those who mark essays, decide on further chances and run a course's tests. */
export const marking: Messages['marking'] = {
	title: 'Marking',
	text: 'Mark learners’ essays and projects by their rubric, without seeing who wrote them.',
	lead: (count) =>
		count === 0
			? 'Nothing is waiting for you.'
			: `${count} ${count === 1 ? 'essay or project is' : 'essays or projects are'} waiting for you.`,
	queue: 'Waiting for you',
	queueHint:
		'The longest waiting first. The writers’ names are not shown. What you take is held for two hours, so that no two people mark it at once.',
	first: (count) => `Only the ${count} that have waited longest are shown.`,
	none: 'Nothing is waiting',
	noneText:
		'Essays appear here as soon as learners send their tests, projects once they are handed in.',
	noDuty: 'You do not mark any course yet',
	noDutyText: 'Ask the course’s organiser or the platform’s administrator to name you as a marker.',
	noMarking:
		'You are not appointed as a marker; essays and projects are marked by the course’s markers.',
	appoint: 'Appoint organisers and markers',
	appointText: 'Choose a course, then appoint who organises and marks it.',
	organised: 'Courses you organise',
	chancesWaiting: (count) =>
		count === 0
			? 'No requests for further attempts are waiting.'
			: `${count} requests for further attempts wait for your answer.`,
	chancesOpen: 'Answer requests',
	sentAt: 'Sent',
	task: 'Quiz, test or project',
	readings: { first: 'First', second: 'Second', third: 'Third' },
	settled: 'Settled',
	settledWithout: 'Counts without a further reading',
	unread: (further, unmarked, day) => [
		...(further > 0
			? [
					`${further} essays or projects wait for a further reading, and every marker has read them. Appoint another; otherwise the marks there are count, the first from ${day}.`
				]
			: []),
		...(unmarked > 0
			? [
					`${unmarked} essays or projects were read by nobody, and no marker can read them. Appoint a marker: until then their learners wait.`
				]
			: [])
	],
	further: 'Counts already, may still be read',
	furtherText:
		'For ten working days nobody was there for the next reading, so that the marks there are count. Your reading can raise the score, not lower it.',
	lacking: (readings) =>
		`Its score stands on ${readings === 1 ? 'one reading' : `${readings} readings`}, because nobody was there for the next one.`,
	open: { essay: 'Mark the essay', project: 'Mark the project' },
	project: (version) => (version === 1 ? 'Project' : `Project, version ${version}`),
	heldByYou: (until) => `Held by you until ${until}`,
	heldByOther: (until) => `Another marker is reading it until ${until}`,
	marked: 'Marked by you',
	state: 'State',
	returned: 'Sent back to be mended',
	waitsOthers: (reading) => `Waits for the ${reading.toLowerCase()} reading`,
	done: {
		'mark-saved': 'Your mark is saved.',
		'work-given-up': 'It is given up; another marker may take it.',
		'work-settled':
			'Other markers have settled it or sent it back meanwhile, so that your mark is no longer needed.',
		'work-returned': 'The project was sent back to be mended.'
	},
	work: {
		titles: { essay: 'Mark an essay', project: 'Mark a project' },
		sent: (at) => `Sent ${at}`,
		hold: {
			take: 'Take it for marking',
			taken: (until) => `You hold it until ${until}.`,
			takenText: 'Other markers see that it is being read and cannot mark it.',
			giveUp: 'Give it up',
			free: 'You have not taken it',
			freeText: 'Take it first, so that for two hours no other marker writes the same reading.',
			other: (until) => `Another marker is reading it until ${until}.`,
			otherText:
				'Until then, or until it is given up, it cannot be marked. Choose another from the queue.'
		},
		questions: { essay: 'Question', project: 'Task' },
		texts: { essay: 'The learner’s answer', project: 'What was handed in' },
		noText: 'No text.',
		wanted: 'What was to be mended in the version before',
		textGone: 'This text was erased at its writer’s request.',
		rubric: 'Rubric',
		rubricHint: 'Choose one level for every criterion.',
		weight: (percent) => `weight ${percent}%`,
		worth: (points) => `${points} points`,
		comment: 'Comment to the learner (may be empty)',
		commentHint:
			'Say what is good and one thing to improve. The learner reads it with the result; your name is not shown.',
		send: 'Save the mark',
		rules:
			'One mark is enough, unless it is below the pass mark: then a second person reads it. If the two differ by more than 20 points, a third decides; otherwise their mean counts. Where nobody is there for the next reading within ten working days, the marks there are count.',
		yours: (score, at) => `Your mark: ${score}, ${at}`,
		earlier: 'Your earlier marks',
		because: (reason) => `Reason for the change: ${reason}`,
		change: 'Change the mark',
		changeText:
			'A change is recorded as a new mark with its reason; the old one is kept. A pass once given is not taken back.',
		further: {
			text: 'A further reading can still be given, with a reason. The score can only rise, and no pass is taken back.',
			reason: 'Reason for the further reading'
		},
		reason: 'Reason for the change',
		reasonHint: 'Seen only by you and by auditors.',
		back: {
			title: 'Send back to be mended',
			text: 'The learner gets this message without your name and can hand in a new version. This one is marked no more.',
			words: 'What is to be mended',
			hint: 'Say which criterion and which step.',
			send: 'Send back',
			done: 'This project was sent back to be mended.'
		}
	},
	people: {
		title: 'People and test time',
		lead: 'Choose a course to name its markers and organisers and to extend the time of its tests.',
		none: 'No course yet',
		noneText:
			'The platform’s administrator names the organisers of each course. Ask to be named if this is your task.',
		holders: 'Who does what now',
		holdersNone: 'Nobody has been named yet.',
		tooFew: (count) =>
			count === 0
				? 'There is no marker yet.'
				: `There ${count === 1 ? 'is only one marker' : `are only ${count} markers`}.`,
		tooFewText:
			'Essays and projects below the pass mark need two markers, and three where the two differ.',
		duties: { organiser: 'Organiser', marker: 'Marker' },
		since: (day) => `since ${day}`,
		rests: 'Not active: their role has ended.',
		end: 'End',
		endFor: (name) => `End the duty of ${name}`,
		give: 'Name somebody',
		email: 'Office address',
		emailHint: 'In full. The person must hold the role of contributor or organiser.',
		duty: 'Duty',
		giveButton: 'Name',
		time: {
			title: 'More time in tests',
			text: 'Holds for every test with a time limit in this course, also for an attempt that is open. Only the class of the reason is recorded.',
			none: 'Nobody has more time yet.',
			held: (factor, reason) => `${factor} times the usual time · ${reason}`,
			email: 'The learner’s office address',
			emailHint: 'In full. The person must have joined this course.',
			factor: 'Time',
			factors: (factor) => `${factor} times the usual time`,
			reason: 'Reason',
			choose: 'Choose a reason',
			reasons: {
				disability: 'Disability',
				health: 'Health',
				equipment: 'Equipment or network',
				other: 'Other'
			},
			give: 'Give more time',
			end: 'End',
			endFor: (name) => `End the extension of ${name}`
		},
		done: {
			'duty-given': 'Somebody was named.',
			'duty-ended': 'The duty has ended.',
			'time-extended': 'The time was extended.',
			'time-ended': 'The extension has ended.'
		}
	},
	chances: {
		title: 'Further chances',
		lead: 'Learners whose attempts are used up ask for one more. Their names are not shown; decide by the reason.',
		none: 'No request is waiting',
		noneText: 'A request that nobody answers within five working days is granted by itself.',
		noDuty: 'You do not organise any course yet',
		noDutyText: 'The platform’s administrator names the organisers of each course.',
		asked: (at, attempts, number) =>
			`Made ${at} · ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} used · request ${number}`,
		reason: 'The learner’s reason',
		reasonGone: 'The reason was erased at its writer’s request.',
		silence: (at) => `If nobody answers, it is granted on ${at}.`,
		answer: 'Message to the learner',
		answerHint: 'Needed when you refuse: say what the learner should do.',
		answerFor: (test) => `Answer the request for ${test}`,
		grant: 'Grant',
		refuse: 'Refuse',
		done: 'The request was answered.'
	}
};
