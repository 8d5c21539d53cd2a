import type { Messages } from '../catalogue.ts';

/** What completing a course still asks, what was reached, and the evaluation survey. */
export const graduation: Messages['graduation'] = {
	missing: {
		title: 'What is left to do',
		more: (count) => `and ${count} more`,
		lessons: 'Lessons',
		quizzes: 'Quizzes',
		ends: 'At the end'
	},
	surveyRule: 'Its evaluation survey has to be sent too.',
	moduleDone: (jp, day) => `Module completed on ${day}: ${jp} JP`,
	courseDone: (day) => `You completed this course on ${day}.`,
	openTest: 'Open its result',
	renewal: {
		later: (until, from) =>
			`Your certificate is valid until ${until}. From ${from} you can renew it: sit the final test again.`,
		now: (until) =>
			`Your certificate is valid until ${until}. To renew it, sit the final test again; if you pass, you get a new certificate.`,
		ended:
			'Your certificate is no longer valid. To get a new one, sit the final test again until you pass.',
		begin: 'Open the final test'
	},
	score: (score) => `Final test: ${score}`,
	gain: (share) => `Gain: ${share}`,
	gainHint: (room, gained) =>
		`Of the ${room} points that were still to be gained after the test before the course, you gained ${gained}.`,
	allDone: 'You have done all that this course asks.',
	surveyLeft: 'One step is left: the evaluation survey.',
	toSurvey: 'Fill in the survey',
	partsLeft: (count) =>
		`${count === 1 ? 'One part' : `${count} parts`} of the course still to be done.`,
	toParts: 'See what is left',
	survey: {
		title: 'Evaluation survey',
		lead: 'What you say is used to improve this course. It is kept without your name: all that is recorded about you is that you sent the survey. Authors and organisers see at least five answers taken together, and remarks without name or date.',
		required: 'Sending this survey is part of completing the course.',
		voluntary: 'This survey is voluntary.',
		/** The same in few words, in the outline. */
		asked: { wajib: 'needed for completion', sukarela: 'voluntary' },
		scale: '1 means that you strongly disagree, 5 that you strongly agree.',
		ends: ['strongly disagree', 'strongly agree'],
		statements: {
			relevant: 'The course fits my work.',
			clear: 'The lessons are clear and easy to follow.',
			length: 'It took the time that was stated.',
			practice: 'Examples and exercises helped me understand.',
			'fair-test': 'Questions, quizzes and tests measure what was taught.',
			technical: 'The pages opened and worked without trouble.',
			'will-use': 'I will use what I learned in my work.',
			recommend: 'I would recommend this course to colleagues.'
		},
		unchosen: 'Not chosen yet',
		unrated: (statement) => `Choose a number for “${statement}”`,
		helpful: 'What helped you most? (may be left empty)',
		missing: 'What was missing or should be improved? (may be left empty)',
		remarkHint: 'Please do not write names or personal data of anybody.',
		tooLong: (most) => `Write at most ${most} characters.`,
		send: 'Send',
		sent: 'You have sent the survey. Thank you.',
		toCourse: 'Back to the lessons'
	}
};
