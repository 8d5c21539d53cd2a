import { describe, expect, test } from 'vitest';
import { certifiedModules, organiserCode, validUntil } from './certified.ts';

const module = {
	...{ id: 'm1', title: 'Dasar', jp: 2, minutes: 90, introduction: '', lessons: [] },
	objectives: [
		{ id: 'a', text: 'Menjelaskan.', level: 'C2' },
		{ id: 'b', text: 'Menerapkan.', level: 'C3' }
	]
};
const item = (objective: string, points: number | null) => ({
	...{ questionId: 'q', objective, points }
});

describe('an objective', () => {
	test.each([
		['asked about by nothing is met by its lessons', [], null, [true, true]],
		['earning the pass mark is met', [item('a', 1), item('a', 0.4)], 70, [true, true]],
		['earning less is not', [item('a', 1), item('a', 0.3)], 70, [false, true]],
		['without a pass mark needs sixty in a hundred', [item('b', 0.6)], null, [true, true]],
		['whose answer waits for its marker counts nothing yet', [item('b', null)], null, [true, false]]
	] as const)('%s', (_what, items, mark, met) => {
		const [certified] = certifiedModules([module], items, mark);
		expect(certified!.objectives.map((objective) => objective.met)).toEqual(met);
	});
});

test.each([
	['2026-11-22', 36, '2029-11-22'],
	['2024-02-29', 12, '2025-02-28'],
	['2026-08-31', 6, '2027-02-28'],
	['2026-12-31', 1, '2027-01-31'],
	['2026-11-22', null, null]
])('issued on %s for %s months: until %s', (issuedOn, months, until) => {
	expect(validUntil(issuedOn, months)).toBe(until);
});

test.each([
	['Universitas Contoh', 'UC'],
	['Widyapraja (contoh)', 'WC'],
	['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BKDPSD'],
	['Écolé 21', 'E'],
	['2026', 'X'],
	['', 'X']
])('%s is organiser %s, in no agency’s name', (name, initials) => {
	expect(organiserCode(name)).toMatch(new RegExp(`^${initials}\\.[0-9A-HJKMNP-TV-Z]{5}$`));
	expect(organiserCode(` ${name.toUpperCase()}  `)).toBe(organiserCode(name));
});

test('organisers with the same letters have codes of their own', () => {
	const names = ['Komunitas Edukasi Mandiri', 'Kelompok Elang Muda', 'Kawan Eka Mandala'];
	expect(new Set(names.map(organiserCode)).size).toBe(3);
});
