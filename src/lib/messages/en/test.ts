import type { Messages } from '../catalogue.ts';

/** Quizzes and tests. */
export const test: Messages['test'] = {
	parts: { pretest: 'Before you begin', posttest: 'After all modules' },
	courseRule:
		'This course is complete once all its lessons are, and its quizzes and tests have reached their pass marks.',
	length: (questions, minutes) =>
		`${questions} ${questions === 1 ? 'question' : 'questions'} · about ${minutes} minutes`,
	mark: (score) => `Pass mark ${score}`,
	noMark: 'No mark has to be reached',
	attempts: (most, waitHours) => {
		const times =
			most === null ? 'May be repeated' : most === 1 ? 'One attempt' : `At most ${most} attempts`;
		return waitHours > 0 ? `${times}, ${waitHours} hours apart` : times;
	},
	pretest:
		'This test measures where you start and is taken once. Its result does not decide whether you pass.',
	drawn: 'Questions are drawn from a bank, so that the next attempt has others.',
	keeps:
		'Your answers are kept while you work. You may stop and go on later, on another device too.',
	begin: 'Begin',
	beginAgain: (left) => (left === null ? 'Repeat' : `Repeat (attempts left: ${left})`),
	waiting: (until) => `The next attempt can begin on ${until}.`,
	usedUp: {
		title: 'All attempts have been used.',
		text: 'Read the lessons again for the objectives above that were not reached.'
	},
	/** Where a time limit is declared. */
	time: {
		limit: (minutes) => `Time limit ${minutes} minutes`,
		left: (minutes) =>
			minutes === 0
				? 'Time is up'
				: minutes === 1
					? 'Time left: less than 1 minute'
					: `Time left: ${minutes} minutes`,
		soon: (minutes) =>
			minutes === 1
				? 'Less than 1 minute left. The answers you have given are sent when time is up.'
				: `${minutes} minutes left.`,
		rule: (minutes) =>
			`Time runs as long as this page is open and connected, also while you look at another one. A lost connection does not count, for ${minutes} minutes in all; after that, time runs on. So an attempt ends ${2 * minutes} minutes after it began at the latest, also without a connection or JavaScript. When time is up, the answers that were saved are sent; what comes later is not judged. If you need more time, ask the course’s organiser.`,
		latest: (moment) => `Ends at the latest on ${moment}, also without a connection.`,
		over: 'Time was up. The answers you had given were sent.',
		late: 'What came too late',
		lateText:
			'This came after the attempt was sent and is not judged. Copy it if you still need it.'
	},
	/** Asking for one more attempt. */
	chance: {
		title: 'Ask for one more attempt',
		text: (until) =>
			`The course’s organiser answers within five working days. A request that nobody answers is granted by itself; one made today, on ${until}.`,
		reason: 'Your reason',
		reasonHint:
			'Say what stood in your way and what you have studied again. The organiser reads it without your name.',
		ask: 'Ask for one more attempt',
		waiting: 'Your request for one more attempt was sent.',
		waitingText: (asked, until) =>
			`Made ${asked}. If nobody answers, you can begin the further attempt on ${until}.`,
		granted: 'Your request for one more attempt was granted.',
		refused: 'Your request for one more attempt was refused.',
		because: (reason) => `The organiser’s reason: ${reason}`
	},
	history: 'All attempts',
	attempt: (number, score, at) => `Attempt ${number}: score ${score}, begun ${at}`,
	question: (number, all) => `Question ${number} of ${all}`,
	scenario: 'Case',
	save: 'Save answers',
	send: 'Send',
	answered: (count, all) => `${count} of ${all} questions answered.`,
	sendHint: 'Once sent, answers can no longer be changed.',
	saved: 'Answers saved.',
	savedAt: (time) => `Answers saved at ${time}.`,
	unsaved:
		'Answers are not saved because the connection is down. What you entered is still on this page and is sent once it is back.',
	/** Said where an answer from another device took the place of this one's. */
	other: {
		title:
			'These questions were answered on another device as well. What is shown counts; the other answer stands below its question:',
		elsewhere: 'On another device you answered:',
		here: 'The answer above was given on another device. Here you answered:',
		choose: 'Use this answer',
		unused: 'What was not used',
		unusedText:
			'Its question was answered on another device as well, and that answer was sent. Copy yours if you still need it.'
	},
	/** What this device kept and the server never got. */
	left: {
		title: 'Text that was not sent',
		text: 'This text stayed on this device and is not part of what is marked. Copy it if you still need it; it is deleted when this page is closed.'
	},
	refused: 'Answers cannot be saved',
	essay: 'Write your answer. It is marked by a person.',
	empty: {
		title: (count) =>
			count === 1
				? 'One question is not fully answered'
				: `${count} questions are not fully answered`,
		text: 'Sent like this they score nothing. The other answers are saved.',
		send: 'Send it like this',
		mark: 'not complete'
	},
	result: {
		title: (number) => `Result of attempt ${number}`,
		pending: 'Waiting to be marked.',
		pendingText:
			'Markers read your essay and the result appears on this page. You can go on with other parts of the course.',
		closed: 'Answers to a test are not shown, so that its questions can be asked again.',
		scored: (score) => `Your score is ${score}.`,
		passed: (score) => `Passed. Your score is ${score}.`,
		passKept: (score) => `Passed. The pass with a score of ${score} stays.`,
		failed: (score, mark) => `Not passed yet. Your score is ${score}; the pass mark is ${mark}.`,
		regraded: (day, from, to) => `Judged again on ${day}: from ${from} to ${to}.`,
		regradedSame: (day) => `Judged again on ${day}; the score stays the same.`,
		regradedBecause: (reason) => `Reason: ${reason}`,
		objectives: 'Result by objective',
		earned: (earned, possible, pending) =>
			`${earned} of ${possible} questions${pending > 0 ? `, ${pending} waiting to be marked` : ''}`,
		readAgain: 'Read again:',
		answers: 'Your answers and what is said of them',
		essay: (number, score) => `Essay in question ${number}: score ${score}`,
		lacking: (readings) =>
			`This score stands on ${readings === 1 ? 'one reading' : `${readings} readings`}, because nobody was there for the next one within ten working days. A further reading is still possible and can only raise it.`,
		marker: (nth) => `Marker ${nth}`,
		comment: 'Comment of the marker',
		waits: 'Waiting to be marked',
		partly: 'Partly right',
		unanswered: 'Not answered'
	}
};
