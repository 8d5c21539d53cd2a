import { expect, test } from 'vitest';
import { resemblanceOf, type Comparable } from './duplicates.ts';

const training = (changes: Partial<Comparable> = {}): Comparable => ({
	title: 'Bimbingan Teknis Satu Data Indonesia',
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
