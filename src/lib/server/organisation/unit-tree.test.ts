import { expect, test } from 'vitest';
import { unitsAbove, unitsBelow, type UnitInTree } from './unit-tree.ts';

const unit = (id: string, parentId: string | null): UnitInTree => ({
	...{ id, parentId, name: id, agencyId: 'a' }
});
const units = [unit('dinas', null), unit('bidang', 'dinas'), unit('seksi', 'bidang')];
const byId = new Map([...units, unit('lain', null)].map((one) => [one.id, one]));

test.each([
	['dinas', ['dinas', 'bidang', 'seksi']],
	['seksi', ['seksi']],
	['asing', ['asing']]
])('below %s stand %j', (id, below) => {
	expect(unitsBelow(units, id)).toEqual(below);
});

test.each([
	['seksi', ['seksi', 'bidang', 'dinas']],
	['asing', ['asing']],
	[null, []]
])('above %s stand %j', (id, above) => {
	expect(unitsAbove(byId, id)).toEqual(above);
});

test('a tree that bites its tail comes to an end', () => {
	const circle = [unit('satu', 'dua'), unit('dua', 'satu')];
	expect(unitsBelow(circle, 'satu')).toEqual(['satu', 'dua']);
	const byId = new Map(circle.map((one) => [one.id, one]));
	expect(unitsAbove(byId, 'satu')).toEqual(['satu', 'dua']);
});
