import type { Messages } from '../catalogue.ts';

export const search: Messages['search'] = {
	title: 'Search',
	description: 'Search the courses, lessons and terms of Widyapraja.',
	label: 'Search courses, lessons and terms',
	catalogueLabel: 'Search the catalogue',
	hint: 'Put quotation marks around words that belong together, for example "satu data".',
	button: 'Search',
	start: 'What would you like to learn?',
	startText: 'Type one or more words, or look at every course in the catalogue.',
	toCatalogue: 'See the course catalogue',
	results: (count, text) => `${count} ${count === '1' ? 'result' : 'results'} for “${text}”`,
	courses: (count) => `${count} ${count === '1' ? 'course' : 'courses'}`,
	coursesFor: (count, text) => `${count} ${count === '1' ? 'course' : 'courses'} for “${text}”`,
	none: (text) => `Nothing found for “${text}”`,
	noneChosen: 'No course fits these filters',
	noneText: 'Check the spelling, use a more general word, or remove the filters.',
	shortened: (characters, words) =>
		`A search may have at most ${characters} characters and ${words} words; the rest was ignored.`,
	corrected: (text) => `Showing results for “${text}”.`,
	literally: (text) => `Search for exactly “${text}”`,
	meant: 'Did you mean:',
	partly: 'Nothing has all of these words. The results below have some of them.',
	most: (count) =>
		`The best ${count} results are shown. Add a word or a filter to be more precise.`,
	everywhere: (text) => `Search for “${text}” in lessons and terms too`,
	kinds: { course: 'Course', lesson: 'Lesson', term: 'Term' },
	kindValues: { pelatihan: 'Courses', materi: 'Lessons', istilah: 'Terms' },
	inCourse: (title) => `in ${title}`,
	filters: 'Filter',
	filtersChosen: (count) => `${count} chosen`,
	chosen: 'Filters in use',
	apply: 'Apply filters',
	clear: 'Remove all filters',
	remove: 'Remove filter',
	facets: {
		jenis: 'Kind',
		topik: 'Topic',
		penyelenggara: 'Provider',
		kompetensi: 'Competency',
		jp: 'Training hours'
	},
	jpRange: (from, until) => (until ? `${from}–${until} JP` : `${from} JP or more`),
	pages: 'Pages of results',
	page: (page, pages) => `Page ${page} of ${pages}`,
	previous: 'Previous',
	next: 'Next'
};
