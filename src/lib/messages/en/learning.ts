import type { Messages } from '../catalogue.ts';

export const learning: Messages['learning'] = {
	outlineTitle: 'Lessons',
	outlineCount: (done, all) => `${done} of ${all} complete`,
	outlineProgress: (done, all) => `${done} of ${all} lessons complete`,
	states: {
		'not-started': 'Not started',
		'in-progress': 'In progress',
		done: 'Complete',
		marking: 'Waiting to be marked',
		waiting: 'Waiting time',
		'used-up': 'No attempts left'
	},
	waits: {
		marking: (test) => `${test} is waiting to be marked. Its result will appear here.`,
		waiting: (test, until) =>
			until ? `${test} can be taken again on ${until}.` : `${test} can be taken again later.`,
		'used-up': (test, until) =>
			until
				? `Your request for another attempt at ${test} will be answered by ${until}.`
				: `No attempts are left for ${test}. Ask for another one on its page.`
	},
	courseRule: 'This course is complete when all its lessons are complete.',
	begin: 'Start',
	goOn: 'Continue',
	courseDone: 'You have completed every lesson of this edition.',
	toCoursePage: 'About this course',
	lessonMinutes: (minutes) => `About ${minutes} minutes`,
	objectives: 'Learning objectives',
	terms: 'Terms in this lesson',
	legal: { title: 'Legal basis', count: (instruments) => `${instruments} regulations` },
	rule: (open, all) =>
		open === 0
			? `Complete: ${all} of ${all} questions answered correctly.`
			: `This lesson is complete when its ${all} questions are answered correctly, with any number of tries. Remaining: ${open}.`,
	ruleDeclared: 'This lesson is complete when you mark it so at the end of the page.',
	ruleDeclaredDone: 'You have marked this lesson complete.',
	declare: 'Mark as complete',
	scenario: 'Case',
	steps: {
		nav: 'Lessons before and after',
		previous: 'Previous',
		next: 'Next',
		last: 'This is the last lesson'
	},
	finishCourse: 'Back to the list of lessons',
	check: {
		title: 'Check your understanding',
		hints: {
			single: 'Choose one answer.',
			'true-false': 'Choose one answer.',
			multiple: 'Choose every correct answer.',
			situational: 'Choose the most appropriate action.',
			numeric: 'Write the number; use a comma for decimals.',
			short: 'Write a short answer.',
			match: 'Choose the matching item for each row.',
			order: 'Give every step its position.',
			essay: 'Essay questions are answered within a test.'
		},
		submit: 'Check the answer',
		submitAgain: 'Check again',
		correct: 'Correct',
		incorrect: 'Not quite',
		optionCorrect: 'This choice is right',
		optionIncorrect: 'This choice is not right',
		chosen: 'your answer',
		choose: 'Choose…',
		position: (step) => `Position of the step in row ${step}`,
		typed: 'Answer',
		explanation: 'Explanation',
		afterCorrect: (tries) =>
			tries === 1 ? 'Answered correctly on the first try.' : `Answered correctly on try ${tries}.`,
		afterIncorrect: (kind) => {
			if (kind === 'match' || kind === 'order') return 'Correct the rows marked with a cross.';
			return kind === 'numeric' || kind === 'short'
				? 'Read the part above again, then try again.'
				: 'Read the explanation of your choice, then try again.';
		},
		queued: 'Connection lost. The answer is kept on this device and will be sent when it is back.',
		sending: 'Sending…'
	},
	unsent: {
		pending: (count) =>
			`Answers not sent yet: ${count}. They are sent when the connection is back.`,
		refused: (lesson) =>
			`An answer in the lesson ${lesson} was refused: reload it and answer again.`,
		leaving: (count) => `Answers not sent yet: ${count}. They are lost if you sign out now.`,
		dismiss: 'Close',
		unmarked: 'The mark was not saved: the connection was lost. Try again when it is back.'
	},
	draft: {
		unsaved:
			'The note was not saved: the connection was lost. Your text stays on this device; save it again when the connection is back.',
		restored: 'Text that was not saved is shown again.',
		losing: 'Text of notes that was not saved is lost if you sign out now.'
	}
};
