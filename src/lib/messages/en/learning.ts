import type { Messages } from '../catalogue.ts';

export const learning: Messages['learning'] = {
	outlineTitle: 'Lessons',
	outlineCount: (done, all) => `${done} of ${all} complete`,
	outlineProgress: (done, all) => `${done} of ${all} lessons complete`,
	states: { 'not-started': 'Not started', 'in-progress': 'In progress', done: 'Complete' },
	courseRule: 'This course is complete when all its lessons are complete.',
	begin: 'Start',
	goOn: 'Continue',
	courseDone: 'You have completed every lesson of this edition.',
	toCoursePage: 'About this course',
	lessonMinutes: (minutes) => `About ${minutes} minutes`,
	objectives: 'Learning objectives',
	terms: 'Terms in this lesson',
	legal: 'Legal basis',
	regulationStates: {
		berlaku: 'in force',
		diubah: 'amended',
		dicabut: 'revoked',
		'belum-berlaku': 'not yet in force'
	},
	rule: (open, all) =>
		open === 0
			? `Complete: ${all} of ${all} questions answered correctly.`
			: `This lesson is complete when its ${all} questions are answered correctly, with any number of tries. Remaining: ${open}.`,
	ruleDeclared: 'This lesson is complete when you mark it so at the end of the page.',
	ruleDeclaredDone: 'You have marked this lesson complete.',
	declare: 'Mark as complete',
	steps: {
		nav: 'Lessons before and after',
		previous: 'Previous',
		next: 'Next',
		last: 'This is the last lesson'
	},
	finishCourse: 'Back to the list of lessons',
	print: 'Print the lesson',
	size: (size) => `Page size ${size}`,
	check: {
		title: 'Check your understanding',
		chooseOne: 'Choose one answer.',
		chooseAll: 'Choose every correct answer.',
		submit: 'Check the answer',
		submitAgain: 'Check again',
		correct: 'Correct',
		incorrect: 'Not quite',
		optionCorrect: 'This choice is right',
		optionIncorrect: 'This choice is not right',
		chosen: 'your answer',
		afterCorrect: (tries) =>
			tries === 1 ? 'Answered at the first try.' : `Answered at try ${tries}.`,
		afterIncorrect: () => 'Read the explanation of your choice, then try again.',
		queued: 'Connection lost. The answer is kept on this device and will be sent when it is back.',
		sending: 'Sending…'
	},
	unsent: {
		pending: (count) =>
			`Answers not sent yet: ${count}. They are sent when the connection is back.`,
		refused: (lesson) =>
			`An answer in the lesson ${lesson} was refused: reload it and answer again.`,
		leaving: (count) => `Answers not sent yet: ${count}. They are lost if you sign out now.`,
		dismiss: 'Close'
	}
};
