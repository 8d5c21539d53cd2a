import type { Messages } from '../catalogue.ts';

/** Words around the guides. */
export const guide: Messages['guide'] = {
	index: {
		title: 'Guides',
		lead: 'How to learn with Widyapraja, and how to write its courses. The guides are in Indonesian.',
		invitation: 'New to Widyapraja? See the guides.',
		empty: 'No guide has been published yet',
		emptyText:
			'Guides appear here once they are published. Until then, ask the HR officer of your agency.'
	},
	format: {
		title: 'Course format',
		lead: 'Every file, field, kind of question, block and checking rule of a course, for authors and reviewers. The text is in Indonesian.',
		contents: 'On this page'
	}
};
