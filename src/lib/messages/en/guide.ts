import type { Messages } from '../catalogue.ts';

/** Words around the guides for authors. */
export const guide: Messages['guide'] = {
	format: {
		title: 'Course format',
		lead: 'Every file, field, kind of question, block and checking rule of a course, for authors and reviewers. The text is in Indonesian.',
		contents: 'On this page'
	}
};
