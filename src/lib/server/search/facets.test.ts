import { describe, expect, test } from 'vitest';
import { readSearch, searchAddress } from './address.ts';
import {
	chosenCourses,
	countChosen,
	facetsOf,
	type FacetedCourse,
	type Selection,
	type Tally
} from './facets.ts';

const course = (courseId: string, jp: number, topics: string[], providers: string[]) =>
	({
		...{ courseId, title: courseId, code: courseId, language: 'id' },
		...{ jp, topics, providers, competencies: ['integritas'] }
	}) satisfies FacetedCourse;

const courses = [
	course('a', 5, ['Pemerintah digital'], ['LAN']),
	course('b', 6, ['Pemerintah digital', 'Data'], ['Universitas A']),
	course('c', 40, ['Data', 'data'], ['LAN'])
];
const tallies: Tally[] = [
	{ courseId: 'a', kind: 'lesson', entries: 4 },
	{ courseId: 'b', kind: 'lesson', entries: 2 },
	{ courseId: 'b', kind: 'term', entries: 1 },
	{ courseId: 'c', kind: 'course', entries: 1 }
];
const names = new Map([['integritas', { name: 'Integritas' }]]);
const none: Selection = { jenis: [], topik: [], penyelenggara: [], kompetensi: [], jp: [] };
const counts = (options: { value: string; count: number }[]) =>
	Object.fromEntries(options.map(({ value, count }) => [value, count]));

describe('facets', () => {
	test('count what was found, once for each entry', () => {
		const facets = facetsOf(courses, tallies, none, names);
		expect(counts(facets.jenis)).toEqual({ pelatihan: 1, materi: 6, istilah: 1 });
		expect(counts(facets.topik)).toEqual({ 'pemerintah-digital': 7, data: 4 });
		expect(counts(facets.penyelenggara)).toEqual({ lan: 5, 'universitas-a': 3 });
		expect(facets.kompetensi).toMatchObject([{ value: 'integritas', name: 'Integritas' }]);
		expect(facets.jp.map(({ value, count }) => [value, count])).toEqual([
			['1-5', 4],
			['6-10', 3],
			['21-', 1]
		]);
		expect(countChosen(courses, tallies, none)).toBe(8);
	});

	test('widen within one and narrow between two; their own choice leaves their numbers alone', () => {
		const chosen = { ...none, penyelenggara: ['lan'], jenis: ['materi', 'pelatihan'] };
		const facets = facetsOf(courses, tallies, chosen, names);
		expect(counts(facets.penyelenggara)).toEqual({ lan: 5, 'universitas-a': 2 });
		expect(counts(facets.topik)).toEqual({ 'pemerintah-digital': 4, data: 1 });
		expect(counts(facets.jenis)).toEqual({ pelatihan: 1, materi: 4, istilah: 0 });
		expect(countChosen(courses, tallies, chosen)).toBe(5);
		expect(chosenCourses(courses, chosen).map(({ courseId }) => courseId)).toEqual(['a', 'c']);
	});

	test('keep what is chosen in sight, with nothing behind it too', () => {
		const { topik } = facetsOf(courses, tallies.slice(0, 1), { ...none, topik: ['data'] }, names);
		expect(topik.find(({ value }) => value === 'data')).toMatchObject({ count: 0, chosen: true });
	});
});

describe('an address', () => {
	test('is read and written to the same search', () => {
		const address =
			'/cari?q=%22satu+data%22&jenis=materi&topik=data&topik=hukum&jp=1-5&persis=1&hal=3';
		expect(searchAddress('/cari', readSearch(new URL(address, 'http://x').searchParams))).toBe(
			address
		);
		expect(searchAddress('/cari', readSearch(new URLSearchParams()))).toBe('/cari');
	});

	test.for([
		'hal=0',
		'hal=-1',
		'hal=1e9',
		'hal=abc',
		"topik=' or 1=1 --",
		'topik=%00',
		'persis=yes',
		'q=%ZZ%E0%A4%A',
		'topik=' + 'x'.repeat(5_000)
	])('with %s is a search all the same', (address) => {
		const { page, selection, literally } = readSearch(new URLSearchParams(address));
		expect({ page, selection, literally }).toEqual({ page: 1, selection: none, literally: false });
	});
});
