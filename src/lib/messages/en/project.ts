import type { Messages } from '../catalogue.ts';

export const project: Messages['project'] = {
	part: 'Project',
	optional: 'Optional',
	length: (minutes) => `about ${minutes} minutes`,
	mark: (score) => `Pass mark ${score}`,
	lead: (jp) =>
		`This project is voluntary: neither the course nor its certificate waits for it. If it passes, it earns ${jp} JP of its own.`,
	team: (size) =>
		`The project is done in a team${size === null ? '' : ` (${size} people)`} once the course is run for a cohort. Until then you may do it and hand it in alone, without a deadline.`,
	task: 'Task',
	rubric: 'Rubric',
	rubricLead: 'Markers use this rubric. Read it before you start.',
	criterion: 'Criterion',
	weight: 'Weight',
	states: {
		'not-started': 'Not started',
		draft: 'Draft',
		waiting: 'Waiting to be marked',
		returned: 'To be mended',
		failed: 'Not passed yet',
		passed: 'Passed'
	},
	notices: {
		waiting: 'Your project is handed in and waits to be marked.',
		waitingText: 'It cannot be changed any more, unless a marker sends it back.',
		returned: 'Your project was sent back to be mended.',
		returnedText: (number) =>
			`Mend the draft below, then hand it in as version ${number}. The earlier version is kept.`,
		failed: (score, mark) => `Not passed yet. Your project’s mark is ${score}; pass mark ${mark}.`,
		failedText: 'You can mend it if a marker sends it back.',
		passed: (jp, day) => `Project passed: ${jp} JP recorded on ${day}.`,
		passedLink: 'Open your JP record'
	},
	form: {
		title: 'Your draft',
		changed: (at) => `Saved ${at}.`,
		alone: 'Markers read it without your name.',
		warning:
			'Write no name, employee number, contact or personal data of anybody, your own name and agency included. Check the files as well, and their document properties (author).',
		text: 'Your project',
		textHint: (most) => `At most ${most} characters.`,
		files: 'Files',
		noFiles: 'No file yet.',
		file: (nth, type, size) => `File ${nth} (${type}, ${size})`,
		fileGone: (nth) => `File ${nth} was erased`,
		remove: 'Take out',
		removeFile: (nth) => `Take out file ${nth}`,
		add: 'Add a file (may be empty)',
		addHint: (most) =>
			`PDF, JPEG or PNG, at most 5 MB; at most ${most} files. File names are not kept.`,
		save: 'Save draft',
		review: 'Hand in',
		reviewHint: 'You check it once more before it is really handed in.',
		saved: 'Draft saved.',
		savedAt: (time) => `Draft saved at ${time}.`,
		unsaved:
			'The draft is not saved because the connection is down. What you typed stays on this device and is sent again.',
		restored:
			'What was not saved is shown again. This draft was changed elsewhere; save if this is the text to keep.',
		stored: 'What is saved now',
		late: 'What was not saved',
		lateText: 'Copy it if you still need it.'
	},
	confirm: {
		title: 'Hand in this project?',
		text: 'It cannot be changed after this.',
		check:
			'Changes are possible only if a marker sends it back to be mended. Make sure that text and files hold no name and no personal data.',
		noText: 'No text; files only.',
		yes: 'Yes, hand it in',
		no: 'Back to the draft'
	},
	versions: 'What was handed in',
	version: (number) => `Version ${number}`,
	handedIn: (at) => `Handed in ${at}`,
	show: 'Show it',
	textGone: 'No text.',
	returned: (at) => `Sent back ${at}`,
	returnedGone: 'The message was erased.',
	waits: 'Waiting to be marked.',
	result: (score) => `Mark ${score}`,
	toCourse: 'Back to the list of lessons',
	home: {
		returned: (title) => `The project “${title}” was sent back to be mended.`,
		open: 'Open the project'
	}
};
