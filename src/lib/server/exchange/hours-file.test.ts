import { expect, test } from 'vitest';
import type { HourEntry } from '../hours/ledger.ts';
import { hoursAsCsv } from './hours-file.ts';

const entry: HourEntry = {
	...{ personId: 'p', key: 'luar:1', kind: 'external', courseId: null, releaseId: null },
	...{ moduleId: null, submissionId: 's', reverses: null, reason: null },
	title: 'Bimtek "Satu Data"; dasar',
	organiser: '=HYPERLINK("x")',
	form: 'bimbingan-teknis',
	jp: 7.5,
	startedOn: '2026-05-04',
	earnedOn: '2026-05-05',
	certificate: '-12/V',
	recordedBy: null,
	recordedAt: new Date(0),
	agencyId: null,
	unitId: null
};

test('a ledger opens in a spreadsheet as it stands, and nothing in it is a formula', () => {
	const taken = { ...entry, kind: 'reversal' as const, jp: -7.5, title: 'X', organiser: 'Y' };
	const csv = hoursAsCsv([entry, { ...taken, certificate: null, reason: 'Salah\nsekali' }], 'id');
	expect(csv.startsWith('\uFEFFkegiatan;penyelenggara;')).toBe(true);
	expect(csv.split('\r\n').slice(1)).toEqual([
		`"Bimtek ""Satu Data""; dasar";"'=HYPERLINK(""x"")";Bimbingan teknis;04-05-2026;05-05-2026;7,5;'-12/V;Permohonan dan bukti;`,
		'Pembatalan: X;Y;Bimbingan teknis;04-05-2026;05-05-2026;-7,5;;Pembatalan;"Salah\nsekali"',
		''
	]);
});
