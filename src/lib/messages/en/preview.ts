import type { Messages } from '../catalogue.ts';

export const preview: Messages['preview'] = {
	title: 'Preview',
	coursesTitle: 'Courses in this folder',
	coursesText: 'Choose the course to look at. The page updates when you save a file.',
	glossary: 'Glossary',
	glossaryEmpty: 'No terms yet',
	glossaryEmptyText: 'Write terms and what they mean in glossary.md.',
	begin: 'Open the first lesson',
	unreadable: (file) => `${file} cannot be shown yet`,
	unreadableText: 'Fix what is listed below and save. This page will update itself.',
	panel: {
		title: 'Checks',
		reload: 'Reload',
		lost: 'The preview is not responding. Run its command again; this page will reconnect.',
		none: 'No problems',
		noneHere: 'No problems in this file.',
		here: 'This file',
		others: 'Other files',
		all: 'All files',
		filter: 'Show',
		severities: { error: 'Error', assessment: 'Question problem', warning: 'Warning' },
		counts: {
			error: (count) => `${count} ${count === 1 ? 'error' : 'errors'}`,
			assessment: (count) => `${count} question ${count === 1 ? 'problem' : 'problems'}`,
			warning: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'}`
		}
	},
	totals: {
		title: 'Size',
		lesson: 'This lesson',
		course: 'Whole course',
		words: 'Words',
		minutes: 'Minutes',
		minutesValue: (minutes, least, most) => `${minutes} (should be ${least}–${most})`,
		jp: 'JP',
		jpValue: (parts, course) => `${parts} in modules and project, ${course} according to course.md`,
		moduleValue: (jp, minutes, most) => `${jp} JP, ${minutes} of ${most} minutes`,
		text: 'Text of the page',
		withImages: 'With images',
		weight: (size, most) => `${size} of at most ${most}`,
		over: 'outside the limits'
	},
	keys: {
		title: 'Answer key',
		hint: 'Shown in the preview only; learners never receive it.',
		facts: (objective, level) => `Objective ${objective}, level ${level}`,
		forget: 'Clear my trial answers'
	}
};
