import { expect, test } from 'vitest';
import { employmentsOf, type HeldNumber } from './employments.ts';

const number = (
	kind: HeldNumber['kind'],
	fromOn: string | null,
	untilOn: string | null
): HeldNumber => ({ kind, fromOn, untilOn });

test.each([
	['no number at all', 'non-asn', [], [['non-asn', null, null]]],
	['one number', 'pns', [number('nip', '2015-01-01', null)], [['pns', null, null]]],
	[
		'PPPK, then PNS',
		'pns',
		[number('nip', '2026-07-01', null), number('ni-pppk', '2024-01-01', '2026-06-30')],
		[
			['pppk', null, '2026-06-30'],
			['pns', '2026-07-01', null]
		]
	],
	[
		'PPPK, then PNS from a day nobody wrote down',
		'cpns',
		[number('ni-pppk', null, '2026-06-30'), number('nip', null, null)],
		[
			['pppk', null, '2026-06-30'],
			['cpns', '2026-07-01', null]
		]
	],
	[
		'the new number begins later than the old one ends',
		'pns',
		[number('ni-pppk', null, '2026-05-31'), number('nip', '2026-07-01', null)],
		[
			['pppk', null, '2026-06-30'],
			['pns', '2026-07-01', null]
		]
	],
	[
		'a PPPK with a number from another agency stays PPPK',
		'pppk',
		[number('ni-pppk', '2022-01-01', '2024-12-31'), number('ni-pppk', '2025-01-01', null)],
		[['pppk', null, null]]
	]
] as const)('%s', (_name, now, numbers, expected) => {
	expect(
		employmentsOf(now, numbers).map(({ kind, fromOn, untilOn }) => [kind, fromOn, untilOn])
	).toEqual(expected);
});
