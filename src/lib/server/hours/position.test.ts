import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../format/dates.ts';
import { periodsOf, type Employment, type YearsOf } from './periods.ts';
import { entriesIn, positionIn, sumOf } from './position.ts';
import { lastDayOf, ruleOn, STATUTORY_RULES, type HourRule } from './rules.ts';

const always = (kind: Employment['kind']): Employment[] => [{ kind, fromOn: null, untilOn: null }];
const person = (changes: Partial<YearsOf>): YearsOf => ({
	employments: always('pns'),
	contracts: [],
	placedOn: null,
	...changes
});
const spans = (of: YearsOf, first: string, today: string, rules = STATUTORY_RULES) =>
	periodsOf(of, rules, { first, today })
		.map(
			({ startsOn, endsOn, kind, assumed }) =>
				`${startsOn}..${endsOn} ${kind}${assumed ? ` (${assumed})` : ''}`
		)
		.reverse();

describe('the year of a moment is that of Jakarta', () => {
	test.each([
		['2026-12-31T16:30:00Z', '2026-12-31', '2026'],
		['2026-12-31T16:59:59Z', '2026-12-31', '2026'],
		['2026-12-31T17:00:00Z', '2027-01-01', '2027'],
		['2026-12-31T23:30:00Z', '2027-01-01', '2027'],
		['2025-12-31T17:30:00Z', '2026-01-01', '2026']
	])('%s is %s and counts in %s', (moment, day, year) => {
		const earnedOn = isoDay(new Date(moment));
		expect(earnedOn).toBe(day);
		const periods = periodsOf(person({}), STATUTORY_RULES, { first: '2026-01-01', today: day });
		const holding = periods.filter((period) => entriesIn([{ jp: 1, earnedOn }], period).length > 0);
		expect(holding.map(({ key }) => key)).toEqual([year]);
	});
});

describe('years by kind of employment', () => {
	test.each<[string, Partial<YearsOf>, string, string, string[]]>([
		[
			'PNS: calendar years',
			{},
			'2025-06-01',
			'2026-11-21',
			['2025-01-01..2025-12-31 pns', '2026-01-01..2026-12-31 pns']
		],
		[
			'CPNS: calendar years',
			{ employments: always('cpns') },
			'2026-03-01',
			'2026-11-21',
			['2026-01-01..2026-12-31 cpns']
		],
		[
			'not ASN: calendar years without a rule',
			{ employments: always('non-asn') },
			'2026-03-01',
			'2026-11-21',
			['2026-01-01..2026-12-31 non-asn']
		],
		[
			'PPPK: years of the agreement',
			{
				employments: always('pppk'),
				contracts: [{ startsOn: '2024-03-01', endsOn: '2029-02-28' }]
			},
			'2025-01-15',
			'2026-11-21',
			['2024-03-01..2025-02-28 pppk', '2025-03-01..2026-02-28 pppk', '2026-03-01..2027-02-28 pppk']
		],
		[
			'an agreement from a leap day: 1 March in other years, no day lost or counted twice',
			{ employments: always('pppk'), contracts: [{ startsOn: '2024-02-29', endsOn: null }] },
			'2024-02-29',
			'2028-03-01',
			[
				'2024-02-29..2025-02-28 pppk',
				'2025-03-01..2026-02-28 pppk',
				'2026-03-01..2027-02-28 pppk',
				'2027-03-01..2028-02-28 pppk',
				'2028-02-29..2029-02-28 pppk'
			]
		],
		[
			'an agreement renewed early starts a new year',
			{
				employments: always('pppk'),
				contracts: [
					{ startsOn: '2025-03-01', endsOn: '2026-02-28' },
					{ startsOn: '2025-12-01', endsOn: null }
				]
			},
			'2025-03-01',
			'2026-01-01',
			['2025-03-01..2025-11-30 pppk', '2025-12-01..2026-11-30 pppk']
		],
		[
			'an agreement that ran out: years go on from the day after it, and it is said',
			{
				employments: always('pppk'),
				contracts: [{ startsOn: '2025-03-01', endsOn: '2025-12-31' }]
			},
			'2025-03-01',
			'2026-11-21',
			['2025-03-01..2025-12-31 pppk', '2026-01-01..2026-12-31 pppk (contract-ended)']
		],
		[
			'no agreement known: years of the first post, and it is said',
			{ employments: always('pppk'), placedOn: '2025-05-02' },
			'2026-01-01',
			'2026-11-21',
			['2025-05-02..2026-05-01 pppk (from-post)', '2026-05-02..2027-05-01 pppk (from-post)']
		],
		[
			'hours from before the first post',
			{ employments: always('pppk'), placedOn: '2026-05-02' },
			'2026-02-01',
			'2026-11-21',
			['2026-01-01..2026-05-01 pppk (from-january)', '2026-05-02..2027-05-01 pppk (from-post)']
		],
		[
			'neither agreement nor post: calendar years, and it is said',
			{ employments: always('pppk') },
			'2026-02-01',
			'2026-11-21',
			['2026-01-01..2026-12-31 pppk (from-january)']
		],
		[
			'a post before the first agreement known',
			{
				employments: always('pppk'),
				contracts: [{ startsOn: '2026-04-01', endsOn: null }],
				placedOn: '2025-05-02'
			},
			'2026-01-10',
			'2026-11-21',
			['2025-05-02..2026-03-31 pppk (from-post)', '2026-04-01..2027-03-31 pppk']
		],
		[
			'PPPK who became PNS in July: the contract year ends there, the calendar year is whole',
			{
				employments: [
					{ kind: 'pppk', fromOn: null, untilOn: '2026-06-30' },
					{ kind: 'pns', fromOn: '2026-07-01', untilOn: null }
				],
				contracts: [{ startsOn: '2025-03-01', endsOn: '2030-02-28' }]
			},
			'2025-03-01',
			'2026-11-21',
			[
				'2025-03-01..2026-02-28 pppk',
				'2026-01-01..2026-12-31 pns',
				'2026-03-01..2026-06-30 pppk'
			].sort()
		],
		[
			'CPNS who became PNS in the year: one year, that of the PNS',
			{
				employments: [
					{ kind: 'cpns', fromOn: null, untilOn: '2026-03-31' },
					{ kind: 'pns', fromOn: '2026-04-01', untilOn: null }
				]
			},
			'2026-01-01',
			'2026-11-21',
			['2026-01-01..2026-12-31 pns']
		]
	])('%s', (_name, changes, first, today, expected) => {
		expect(spans(person(changes), first, today)).toEqual(expected);
	});

	test('who changed within a period is told since when', () => {
		const employments: Employment[] = [
			{ kind: 'pppk', fromOn: null, untilOn: '2026-06-30' },
			{ kind: 'pns', fromOn: '2026-07-01', untilOn: null }
		];
		const [own] = periodsOf(person({ employments }), STATUTORY_RULES, {
			first: '2026-01-01',
			today: '2026-11-21'
		}).filter(({ kind }) => kind === 'pns');
		expect(own).toMatchObject({ key: '2026', kindSince: '2026-07-01', rule: { minimum: 20 } });
	});

	test('years of one agreement follow each other without a gap, whatever its first day', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2019-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
				(start) => {
					const startsOn = start.toISOString().slice(0, 10);
					const of = person({
						employments: always('pppk'),
						contracts: [{ startsOn, endsOn: null }]
					});
					const found = periodsOf(of, STATUTORY_RULES, { first: startsOn, today: '2031-01-01' });
					const inOrder = found.reverse();
					expect(inOrder[0]?.startsOn).toBe(startsOn);
					for (const [at, { endsOn }] of inOrder.slice(0, -1).entries())
						expect(Date.parse(inOrder[at + 1]!.startsOn) - Date.parse(endsOn)).toBe(86_400_000);
				}
			)
		);
	});
});

describe('a kind that is not on record', () => {
	const yearsOf = (employments: Employment[]) =>
		periodsOf(
			person({ employments, contracts: [{ startsOn: '2024-01-01', endsOn: null }] }),
			STATUTORY_RULES,
			{
				...{ first: '2024-01-01', today: '2026-11-21' }
			}
		).map(({ key, doubt, rule }) => [key, doubt, rule?.maximum ?? rule?.minimum ?? null]);

	test('is judged by no limit', () => {
		expect(
			yearsOf([
				{ kind: 'pppk', fromOn: null, untilOn: '2025-12-31', doubt: 'part-time' },
				{ kind: 'pns', fromOn: '2026-01-01', untilOn: null }
			])
		).toEqual([
			['2026', null, 20],
			['2025-01-01', 'part-time', null],
			['2024-01-01', null, 24]
		]);
	});

	test('but for what is on record now is judged by that, and past years say so since it matters', () => {
		expect(yearsOf([{ kind: 'pppk', fromOn: null, untilOn: null, doubt: 'present-kind' }])).toEqual(
			[
				['2026-01-01', null, 24],
				['2025-01-01', 'present-kind', 24],
				['2024-01-01', null, 24]
			]
		);
	});
});

describe('rules', () => {
	const raised: HourRule = {
		employeeKind: 'pns',
		minimum: 30,
		maximum: null,
		basis: 'calendar-year',
		fromOn: '2027-01-01',
		source: 'Keputusan contoh'
	};

	test.each([
		['pns', '2017-04-06', null, null],
		['pns', '2017-04-07', 20, null],
		['pns', '2026-12-31', 20, null],
		['pns', '2027-01-01', 30, null],
		['cpns', '2027-01-01', 20, null],
		['pppk', '2026-01-01', null, 24],
		['pppk-paruh-waktu', '2026-01-01', null, null],
		['non-asn', '2026-01-01', null, null]
	] as const)('%s on %s: at least %s, at most %s', (kind, day, minimum, maximum) => {
		const rule = ruleOn([...STATUTORY_RULES, raised], kind, day);
		expect([rule?.minimum ?? null, rule?.maximum ?? null]).toEqual([minimum, maximum]);
	});

	test('a later word about the same day counts, and an earlier rule ends the day before', () => {
		const mended = { ...raised, minimum: 25 };
		const rules = [...STATUTORY_RULES, raised, mended];
		expect(ruleOn(rules, 'pns', '2027-05-05')?.minimum).toBe(25);
		expect(lastDayOf(rules, STATUTORY_RULES[0]!)).toBe('2026-12-31');
		expect(lastDayOf(rules, mended)).toBeNull();
	});

	test('a rule that begins within a year holds from the next year on', () => {
		const rules = [...STATUTORY_RULES, { ...raised, fromOn: '2026-07-01' }];
		const periods = periodsOf(person({}), rules, { first: '2025-01-01', today: '2027-01-01' });
		expect(periods.map(({ key, rule }) => [key, rule?.minimum])).toEqual([
			['2027', 30],
			['2026', 20],
			['2025', 20]
		]);
	});

	const agreed = (kind: 'pppk' | 'pppk-paruh-waktu', startsOn: string) =>
		person({ employments: always(kind), contracts: [{ startsOn, endsOn: null }] });
	const decreed = (changes: Partial<HourRule>): HourRule[] => [
		...STATUTORY_RULES,
		{
			...raised,
			employeeKind: 'pppk',
			minimum: null,
			maximum: 40,
			basis: 'contract-year',
			...changes
		}
	];

	test('a rule to come judges no contract year that began before it', () => {
		const of = agreed('pppk', '2025-07-01');
		const judged = (today: string) =>
			periodsOf(of, decreed({ fromOn: '2027-01-01' }), { first: '2026-07-01', today }).map(
				({ key, rule }) => [key, rule?.maximum]
			);
		expect(judged('2026-11-21')).toEqual([['2026-07-01', 24]]);
		expect(judged('2027-06-30')).toEqual([['2026-07-01', 24]]);
		expect(judged('2027-07-01')).toEqual([
			['2027-07-01', 40],
			['2026-07-01', 24]
		]);
	});

	test('years of before stay as they were cut when they are counted otherwise from a day on', () => {
		const rules = decreed({ basis: 'calendar-year', fromOn: '2026-01-01' });
		expect(spans(agreed('pppk', '2024-03-01'), '2024-03-01', '2026-11-21', rules)).toEqual([
			'2024-03-01..2025-02-28 pppk',
			'2025-03-01..2025-12-31 pppk',
			'2026-01-01..2026-12-31 pppk'
		]);
		const back = [...rules, ...decreed({ fromOn: '2027-01-01' }).slice(-1)];
		const years = periodsOf(agreed('pppk', '2024-03-01'), back, {
			...{ first: '2026-01-01', today: '2027-05-01' }
		});
		expect(years.map(({ startsOn, endsOn, rule }) => [startsOn, endsOn, rule?.basis])).toEqual([
			['2027-03-01', '2028-02-29', 'contract-year'],
			['2026-03-01', '2027-02-28', 'contract-year'],
			['2026-01-01', '2026-12-31', 'calendar-year']
		]);
	});
});

describe('a position', () => {
	const [pns] = periodsOf(person({}), STATUTORY_RULES, {
		first: '2026-01-01',
		today: '2026-11-21'
	});
	const [pppk] = periodsOf(
		person({
			employments: always('pppk'),
			contracts: [{ startsOn: '2026-01-01', endsOn: null }]
		}),
		STATUTORY_RULES,
		{ first: '2026-01-01', today: '2026-11-21' }
	);

	test.each([
		['nothing yet', pns, [], { jp: 0, short: 20, over: 0 }],
		['some', pns, [10, 4], { jp: 14, short: 6, over: 0 }],
		['tenths add up exactly', pns, [0.1, 0.2, 19.7], { jp: 20, short: 0, over: 0 }],
		['more than asked', pns, [25], { jp: 25, short: 0, over: 0 }],
		['taken back', pns, [12, -12, 4], { jp: 4, short: 16, over: 0 }],
		['PPPK within', pppk, [18], { jp: 18, short: 0, over: 0 }],
		['PPPK beyond', pppk, [20, 6.5], { jp: 26.5, short: 0, over: 2.5 }]
	] as const)('%s', (_name, period, jps, expected) => {
		const entries = jps.map((jp) => ({ jp, earnedOn: '2026-05-05' }));
		expect(positionIn(entries, period!)).toMatchObject(expected);
	});

	test('what was earned in no other year counts in none twice: the years add up to all', () => {
		const day = fc
			.date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
			.map((at) => at.toISOString().slice(0, 10));
		const entry = fc.record({ jp: fc.integer({ min: -999, max: 999 }), earnedOn: day });
		fc.assert(
			fc.property(fc.array(entry), fc.constantFrom('pns', 'pppk'), (entries, kind) => {
				const hundredths = entries.map(({ jp, earnedOn }) => ({ jp: jp / 100, earnedOn }));
				const first = entries.map(({ earnedOn }) => earnedOn).sort()[0] ?? '2026-01-01';
				const of = person({
					employments: always(kind),
					placedOn: '2022-05-17',
					contracts: [{ startsOn: '2023-08-08', endsOn: '2025-02-02' }]
				});
				const periods = periodsOf(of, STATUTORY_RULES, { first, today: '2026-12-31' });
				const years = periods.map((period) => ({ jp: positionIn(hundredths, period).jp }));
				expect(sumOf(years)).toBe(sumOf(hundredths));
			})
		);
	});
});
