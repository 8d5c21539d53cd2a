import { expect, test } from 'vitest';
import { ownCourseIn, resemblanceOf, type Comparable, type OwnCourse } from './duplicates.ts';

const training = (changes: Partial<Comparable> = {}): Comparable => ({
	title: 'Bimbingan Teknis Satu Data Indonesia',
	organiser: 'Bappenas',
	startedOn: '2026-05-04',
	endedOn: '2026-05-06',
	certificate: '123/BIMTEK/V/2026',
	...changes
});

test.each<[string, Partial<Comparable>, string | null]>([
	['the same again', {}, 'certificate'],
	[
		'the number written otherwise, another year',
		{
			certificate: '123 / bimtek / V / 2026',
			title: 'X',
			startedOn: '2025-01-01',
			endedOn: '2025-01-02'
		},
		'certificate'
	],
	[
		'alike title, days overlap, other number',
		{
			certificate: '9',
			title: 'Bimtek bimbingan teknis satu data',
			startedOn: '2026-05-06',
			endedOn: '2026-05-08'
		},
		'title-and-days'
	],
	[
		'alike title, other days',
		{ certificate: '9', startedOn: '2026-06-01', endedOn: '2026-06-02' },
		null
	],
	['other title, same days', { certificate: '9', title: 'Keamanan informasi dasar' }, null],
	['no number on either side is no number in common', { certificate: '', title: 'Keamanan' }, null],
	[
		'a module earned two weeks after',
		{ certificate: null, startedOn: null, endedOn: '2026-05-20', title: 'Satu Data Indonesia' },
		'title-and-days'
	],
	[
		'a module earned half a year after',
		{ certificate: null, startedOn: null, endedOn: '2026-11-20', title: 'Satu Data Indonesia' },
		null
	],
	[
		'titles of common words alone are compared as they are',
		{ certificate: null, title: 'Pelatihan dan', startedOn: '2026-05-04' },
		null
	]
])('%s', (_name, changes, expected) => {
	expect(resemblanceOf(training(), training(changes))).toBe(expected);
	expect(resemblanceOf(training(changes), training())).toBe(expected);
});

const course: OwnCourse = {
	title: 'SPBE dan Pemerintah Digital',
	organiser: 'Kementerian Contoh',
	startedOn: '2026-04-01',
	endedOn: '2026-05-10',
	numbers: ['00123/SPBE-101/KEM/XI/2026', '0123456789ABCDEFGHJKMNPQRS']
};

test.each<[string, Partial<Comparable>, string | null]>([
	[
		'its number, copied otherwise',
		{ certificate: ' 00123 / spbe-101 / kem / xi / 2026 ' },
		'own-certificate'
	],
	[
		'the code of its address as the number',
		{ certificate: '01234-56789-ABCDEFGHJKMNPQRS' },
		'own-certificate'
	],
	['its name in its days', { title: 'SPBE dan pemerintah digital' }, 'own-course'],
	[
		'its name among other words',
		{ title: 'Pelatihan e-learning SPBE-101 SPBE dan Pemerintah Digital bagi ASN angkatan 3' },
		'own-course'
	],
	[
		'its name long before, from its organiser',
		{
			title: 'SPBE dan Pemerintah Digital',
			startedOn: '2025-01-01',
			endedOn: '2025-01-02',
			organiser: 'Kementerian Contoh, Jakarta'
		},
		'own-course'
	],
	[
		'its name long before, from elsewhere',
		{ title: 'SPBE dan Pemerintah Digital', startedOn: '2025-01-01', endedOn: '2025-01-02' },
		null
	],
	['another course of its organiser', { organiser: 'Kementerian Contoh' }, null],
	['no number', { certificate: '' }, null]
])('a course of ours and %s', (_name, changes, expected) => {
	expect(ownCourseIn(training(changes), course)).toBe(expected);
});

test('a name of one word is no sign because a longer one holds it', () => {
	expect(
		ownCourseIn(training({ title: 'Data dan arsip desa' }), { ...course, title: 'Data' })
	).toBe(null);
});
