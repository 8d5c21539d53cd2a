import type { Messages } from '../catalogue.ts';

export const review: Messages['review'] = {
	title: 'Review',
	lead: 'How questions do, and judging again, in the courses that are your task.',
	none: 'There is no course for you to review yet',
	noneText:
		'Courses of the agency or university where your role holds appear here. If one is missing, tell the platform’s administrator.',
	courses: 'Courses',
	course: 'Course',
	tests: 'Quizzes and tests',
	items: {
		title: 'Questions',
		open: 'See how they do'
	},
	regrade: {
		title: 'Judging again',
		open: 'Check the keys',
		lead: 'When the newest edition mends the key of a question that asks the same, answers in earlier editions can be judged again by the right key. Scores may rise or fall; a pass once given stays.',
		proposed: (from, to) => `Keys that changed from edition ${from} to ${to}`,
		summary: (attempts, passes, keeps) =>
			`${attempts} attempts are judged again: ${passes} become a pass, ${keeps} fall below the mark and stay a pass. Nothing has been changed yet.`,
		shifts: 'Changes of scores',
		test: 'Quiz or test',
		from: 'Score now',
		to: 'Becomes',
		attempts: 'Attempts',
		effect: 'Effect',
		effects: {
			passes: 'becomes a pass',
			keeps: 'stays a pass',
			none: 'score changes',
			same: 'score stays'
		},
		waits: 'waits',
		each: (count) => `${count} attempts whose result changes, one by one`,
		change: (test, from, to) => `${test}: ${from} becomes ${to}`,
		reason: 'Why they are judged again',
		reasonHint:
			'10 to 1,000 characters. Those whose result changes read it: name no person and no right answer.',
		apply: 'Judge again',
		nothing: 'No key needs judging again',
		nothingText:
			'The newest edition judges as is done now. Mend the key in the course’s files, publish a new edition, and come back.',
		reworded: 'Keys that changed together with their question',
		rewordedText: (ids) =>
			`${ids}: the question or its options changed too, so answers in earlier editions cannot be judged by the new key.`,
		decisions: 'Decisions so far',
		kinds: {
			mend: (from, to) => `Keys of edition ${from} judged by those of edition ${to}`,
			undo: (from, to) => `Taken back: keys of edition ${from} hold again, not those of ${to}`
		},
		undone: 'taken back',
		settled: (attempts) => `${attempts} attempts judged again`,
		unsettled: 'being carried out',
		questions: 'Questions:',
		undoOpen: 'Take back…',
		undoTitle: 'Take back a decision',
		undoText: (ids) =>
			`Every score becomes what it was before the decision about ${ids}. A pass given because of it stays.`,
		undoReason: 'Why it is taken back',
		undo: 'Take back',
		keep: 'Leave it',
		done: {
			'keys-mended': 'Judged again. Those whose result changed are told.',
			'mending-undone': 'Taken back. Every score is what it was before.'
		}
	}
};
