import type { Messages } from '../catalogue.ts';

export const reading: Messages['reading'] = {
	weight: (size, pictures) => (pictures > 0 ? `± ${size}, pictures included` : `± ${size}`),
	weightShort: (size) => `± ${size}`,
	weightHint: 'Download sizes (±) include pictures.',
	toc: {
		title: 'In this lesson',
		count: (sections) => `${sections} sections`
	},
	terms: {
		hint: 'Tap a term with a dotted line in the text to read what it means.',
		toGlossary: 'Glossary of the course',
		open: 'See in the glossary',
		close: 'Close'
	},
	glossary: {
		title: 'Glossary',
		titleOf: (course) => `Glossary of ${course}`,
		description: (course) => `Terms used in the course ${course} and what they mean.`,
		count: (terms) => (terms === 1 ? '1 term' : `${terms} terms`),
		search: 'Find a term',
		submit: 'Search',
		letters: 'Go to a letter',
		usedIn: 'Used in:',
		found: (found, all, query) =>
			`${found} of ${all} terms ${found === 1 ? 'contains' : 'contain'} “${query}”.`,
		all: 'Show all terms',
		nothing: (query) => `No term contains “${query}”`,
		nothingText: 'Check the spelling, or search for another word.',
		empty: 'This course has no glossary',
		emptyText: 'Terms are explained in the lessons themselves.',
		toCourse: 'Back to the course'
	},
	bookmark: {
		mark: 'Bookmark',
		section: (title) => `section ${title}`,
		lesson: 'this lesson'
	},
	notes: {
		title: 'My notes',
		titleIn: (lesson) => `Notes on ${lesson}`,
		private: 'Only you can read your notes and bookmarks.',
		inLesson: 'Your notes',
		open: (count) => (count > 0 ? `Notes (${count})` : 'Notes'),
		read: (count) =>
			count === 1 ? 'Read your note on this lesson' : `Read your ${count} notes on this lesson`,
		write: 'Write a note',
		text: 'Text of the note',
		textHint: (most) => `At most ${most} characters.`,
		section: 'Section',
		wholeLesson: 'The whole lesson',
		formerSection: (title) => `${title} (section of an older edition)`,
		save: 'Save the note',
		noteOn: (about) => `note on ${about}`,
		change: 'Edit',
		saveChange: 'Save the change',
		delete: 'Delete',
		deleteSure: 'A deleted note cannot be brought back.',
		deleteYes: 'Yes, delete this note',
		writtenAt: (moment) => `Written ${moment}`,
		changedAt: (moment) => `edited ${moment}`,
		about: (section) => `About the section: ${section}`,
		sectionGone: 'This section is no longer part of the edition you are taking.',
		lessonGone: 'This lesson is no longer part of the edition you are taking.',
		conflict: 'This note was changed on another page or device.',
		conflictText:
			'Nothing is lost: the saved version stands below, and your text is still in the form. Merge them as needed, then save.',
		storedVersion: (moment) => `The saved version (${moment})`,
		yours: 'Your text',
		gone: 'This note was deleted on another page. Your text is still below; save it as a new note if you still need it.',
		signedOut: 'The note was not saved because you had been signed out',
		signedOutText:
			'Your text is still below. Sign in through this link, which opens in a new tab, then come back here and save again.',
		signIn: 'Sign in in a new tab',
		done: {
			'note-added': 'Note saved.',
			'note-changed': 'Change saved.',
			'note-deleted': 'Note deleted.'
		},
		pages: 'Pages of notes',
		bookmarks: 'Bookmarked',
		notesTitle: 'Notes',
		wholeLessonMarked: 'This whole lesson',
		unmark: 'Remove the bookmark',
		noneHere: 'No notes on this lesson yet',
		noneHereText: 'Write the first one below.',
		toLesson: 'Back to the lesson',
		toAll: 'All my notes',
		empty: 'No notes or bookmarks yet',
		emptyText:
			'While reading a lesson, press “Bookmark” beside a heading or write a note at the end of the lesson. Everything is gathered here.',
		search: 'Search your notes',
		submit: 'Search',
		found: (found, all, query) =>
			`${found} of ${all} notes and bookmarks ${found === 1 ? 'contains' : 'contain'} “${query}”.`,
		nothing: (query) => `Nothing contains “${query}”`,
		nothingText: 'Search for another word, or show everything.',
		all: 'Show everything',
		export: 'Download your notes',
		exportMarkdown: 'Markdown (.md)',
		exportText: 'Plain text (.txt)',
		manage: 'Write or edit',
		exportedOn: (moment) => `Downloaded ${moment}`
	},
	module: {
		print: 'Print the module',
		button: 'Print this page',
		hint: 'This page is laid out for paper. Use the Print command of your browser (Ctrl+P).',
		edition: (edition) => `Edition ${edition}`,
		printedOn: (day) => `Printed ${day}`,
		lesson: (number) => `Lesson ${number}`,
		answer: 'Your answer',
		contents: 'In this module',
		terms: 'Glossary',
		regulations: 'Regulations cited',
		regulationsOn: (day) => `State according to Widyapraja’s records on ${day}.`,
		licence: (licence) => `Licence of the content: ${licence}`,
		toOutline: 'Back to the list of lessons'
	}
};
