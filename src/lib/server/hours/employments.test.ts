import { expect, test } from 'vitest';
import { employmentsOf, type HeldNumber } from './employments.ts';

const number = (
	kind: HeldNumber['kind'],
	fromOn: string | null,
	untilOn: string | null
): HeldNumber => ({ kind, fromOn, untilOn });

test.each([
	['no number at all', 'non-asn', [], [['non-asn', null, null]]],
	[
		'one number, nobody knows since when',
		'pns',
		[number('nip', null, null)],
		[['pns', null, null]]
	],
	[
		'one number: nothing is known of the time before it',
		'pns',
		[number('nip', '2015-01-01', null)],
		[
			['pns', null, '2014-12-31', 'before-number'],
			['pns', '2015-01-01', null]
		]
	],
	[
		'NI PPPK only, from before there were part-time ones',
		'pppk',
		[number('ni-pppk', '2022-01-01', null)],
		[
			['pppk', null, '2021-12-31', 'before-number'],
			['pppk', '2022-01-01', null]
		]
	],
	[
		'NI PPPK only, nobody knows since when: past years may have been part-time',
		'pppk',
		[number('ni-pppk', null, null)],
		[['pppk', null, null, 'present-kind']]
	],
	[
		'part-time now',
		'pppk-paruh-waktu',
		[number('ni-pppk', null, null)],
		[['pppk-paruh-waktu', null, null]]
	],
	[
		'a former NI PPPK may have been part-time',
		'cpns',
		[number('ni-pppk', null, '2026-02-28'), number('nip', '2026-03-01', null)],
		[
			['pppk', null, '2026-02-28', 'part-time'],
			['cpns', '2026-03-01', null]
		]
	],
	[
		'part-time first, full since: the years before are not those of a PPPK for certain',
		'pppk',
		[number('ni-pppk', null, '2026-02-28'), number('ni-pppk', '2026-03-01', null)],
		[
			['pppk', null, '2026-02-28', 'part-time'],
			['pppk', '2026-03-01', null]
		]
	],
	[
		'a former NI PPPK that ended before there were part-time ones',
		'pns',
		[number('ni-pppk', null, '2024-06-30'), number('nip', null, null)],
		[
			['pppk', null, '2024-06-30'],
			['pns', '2024-07-01', null]
		]
	],
	[
		'PPPK, then PNS',
		'pns',
		[number('nip', '2026-07-01', null), number('ni-pppk', '2024-01-01', '2026-06-30')],
		[
			['pppk', null, '2023-12-31', 'before-number'],
			['pppk', '2024-01-01', '2026-06-30'],
			['pns', '2026-07-01', null]
		]
	],
	[
		'PPPK, then PNS from a day nobody wrote down',
		'cpns',
		[number('ni-pppk', null, '2026-06-30'), number('nip', null, null)],
		[
			['pppk', null, '2026-06-30', 'part-time'],
			['cpns', '2026-07-01', null]
		]
	],
	[
		'the new number begins later than the old one ends',
		'pns',
		[number('ni-pppk', null, '2026-05-31'), number('nip', '2026-07-01', null)],
		[
			['pppk', null, '2026-06-30', 'part-time'],
			['pns', '2026-07-01', null]
		]
	],
	[
		'a PPPK with a number from another agency stays PPPK',
		'pppk',
		[number('ni-pppk', '2022-01-01', '2024-12-31'), number('ni-pppk', '2025-01-01', null)],
		[
			['pppk', null, '2021-12-31', 'before-number'],
			['pppk', '2022-01-01', null]
		]
	]
] as const)('%s', (_name, now, numbers, expected) => {
	expect(
		employmentsOf(now, numbers).map(({ kind, fromOn, untilOn, doubt }) => [
			...[kind, fromOn, untilOn],
			...(doubt ? [doubt] : [])
		])
	).toEqual(expected);
});
