import type { Messages } from '../catalogue.ts';

export const review: Messages['review'] = {
	title: 'Review',
	lead: 'How questions do, judging again, and what the survey says, in the courses that are your task.',
	none: 'There is no course for you to review yet',
	noneText:
		'Courses of the agency or university where your role holds appear here. If one is missing, tell the platform’s administrator.',
	courses: 'Courses',
	course: 'Course',
	tests: 'Quizzes and tests',
	items: {
		title: 'Questions',
		open: 'See how they do',
		lead: (least) =>
			`Figures come from the first attempt of each person and are shown once ${least} people met a question. There are no names and nobody’s answers.`,
		none: 'This course has no questions for quizzes or tests yet',
		noneText: 'Write questions in kuis.md or in the folder bank/, then publish the edition.',
		tooFew: 'Figures cannot be shown yet',
		tooFewText: (most, missing) =>
			`The question met most often was answered by ${most} people. ${missing} more are needed.`,
		sift: 'Sift questions',
		file: 'File',
		allFiles: 'All files',
		show: 'Show',
		count: (items) => `${items} questions`,
		item: 'Question and where it stands',
		test: 'Quiz or test',
		people: 'People',
		difficulty: 'Difficulty',
		discrimination: 'Discrimination',
		choices: 'Choices',
		hints: 'Hints',
		withheld: '(few)',
		pages: 'Pages of the list of items',
		key: 'Right answer:',
		missing: (people) => `${people} more people are needed.`,
		kinds: {
			single: 'single choice',
			multiple: 'multiple choice',
			'true-false': 'true or false',
			situational: 'situational',
			numeric: 'number',
			short: 'short answer',
			match: 'matching',
			order: 'ordering',
			essay: 'essay'
		},
		hint: {
			negative: 'Negative discrimination: check the key',
			outdone: 'Another option is chosen more often than the key: check the key',
			low: 'Low discrimination: check whether the question is clear',
			easy: 'Nearly everybody is right: too easy',
			hard: 'Nearly everybody is wrong: check the key and the lesson',
			unchosen: 'A wrong option that nobody chose'
		},
		meaning: 'What the figures mean',
		meanings: [
			'Difficulty is the mean of what a question earned, from 0 (all wrong) to 1 (all right): the higher, the easier.',
			'Discrimination is the correlation of a question with the others of its test, from −1 to 1. A good question is answered right more often by people whose score is high; below 0.2 it is worth another look, and a negative one often means that its key is wrong.',
			'Shares of fewer than five people are given as “(few)”, so that they point at nobody, with other figures that would tell them. Figures are renewed with every ten people, once all of their answers are judged.'
		]
	},
	survey: {
		title: 'Survey results',
		open: 'See results',
		lead: (ratings, remarks) =>
			`The survey is sent without names. So that nobody’s answer stands out, figures grow by ${ratings} answers at a time and remarks by ${remarks}, a day after they were sent at the earliest.`,
		none: 'Nobody has sent the survey yet',
		noneText:
			'Learners find the survey at the end of the outline, where the course asks for one. Results appear here.',
		choose: 'Choose an edition',
		edition: 'Edition',
		option: (number, answers) => `${number} (${answers} answers)`,
		show: 'Show',
		tooFew: 'Results cannot be shown yet',
		tooFewText: (answers, least) =>
			`People who sent the survey of this edition so far: ${answers}. Results are shown once there are ${least} answers from before today.`,
		answers: (answers, told) =>
			answers === told
				? `${answers} people sent the survey of this edition.`
				: `${answers} people sent the survey of this edition; the figures below hold the first ${told} answers.`,
		ratings: 'How each statement was rated',
		statement: 'Statement',
		mean: 'Mean',
		outOf: (mean) => `${mean} of 5`,
		people: 'Answers',
		remarks: {
			helpful: 'What helped most',
			missing: 'What was missing or should be improved'
		},
		noRemarks: (least) =>
			`There are no remarks to show yet. They are shown by ${least} answers at a time, in no order.`
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
		few: '(fewer than five people)',
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
