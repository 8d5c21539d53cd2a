import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnitInTree } from '../organisation/unit-tree.ts';
import { STANDINGS } from './position.ts';
import { tally, tallyByUnit } from './tally.ts';

const unit = (id: string, parentId: string | null): UnitInTree => ({
	...{ id, parentId, name: id, agencyId: 'a' }
});
const units = [
	unit('badan', null),
	unit('dinas', null),
	unit('bidang', 'dinas'),
	unit('seksi', 'bidang')
];
const people = [
	{ unitId: 'seksi', standing: 'short' },
	{ unitId: 'bidang', standing: 'met' },
	{ unitId: 'dinas', standing: 'met' },
	{ unitId: null, standing: 'free' }
] as const;
const told = (rootId: string | null) =>
	tallyByUnit(people, units, rootId).map(({ unit, people, standings }) => [
		...[unit?.id ?? null, people],
		...[standings.short, standings.met, standings.over, standings.free]
	]);

test('the topmost units count everything below them; who is in none comes last', () => {
	expect(told(null)).toEqual([
		['dinas', 3, 1, 2, 0, 0],
		[null, 1, 0, 0, 0, 1]
	]);
});

test('a unit is taken apart into those directly below it and its own people', () => {
	expect(tallyByUnit(people.slice(0, 3), units, 'dinas')).toMatchObject([
		{ unit: { id: 'bidang' }, people: 2, standings: { short: 1, met: 1 } },
		{ unit: null, people: 1, standings: { met: 1 } }
	]);
	expect(tallyByUnit(people.slice(0, 1), units, 'seksi')).toMatchObject([
		{ unit: null, people: 1 }
	]);
});

test('an officer of a unit sees it as the topmost one, whatever stands above', () => {
	const own = units.filter(({ id }) => id === 'bidang' || id === 'seksi');
	expect(tallyByUnit(people.slice(0, 2), own, null)).toMatchObject([
		{ unit: { id: 'bidang' }, people: 2 }
	]);
});

test('the parts add up to the whole, wherever people stand', () => {
	const somebody = fc.record({
		unitId: fc.constantFrom(null, 'badan', 'dinas', 'bidang', 'seksi'),
		standing: fc.constantFrom(...STANDINGS)
	});
	fc.assert(
		fc.property(fc.array(somebody), (everybody) => {
			const [whole, parts] = [tally(everybody), tallyByUnit(everybody, units, null)];
			expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(whole.people);
			for (const standing of STANDINGS)
				expect(parts.reduce((sum, { standings }) => sum + standings[standing], 0)).toBe(
					whole.standings[standing]
				);
		})
	);
});
