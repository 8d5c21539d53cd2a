import { expect, test } from 'vitest';
import { STATUTORY_RULES } from '../hours/rules.ts';
import type { RosterEntry } from '../hours/roster.ts';
import { positionsAsCsv } from './positions-file.ts';

const entry: RosterEntry = {
	...{ personId: 'p', employeeKind: 'pns', agencyId: 'a', unitId: 'u' },
	name: { name: '=CMD()', titleBefore: '', titleAfter: 'S.Kom.' },
	postTitle: 'Analis; madya',
	period: {
		...{ key: '2026', basis: 'calendar-year', startsOn: '2026-01-01', endsOn: '2026-12-31' },
		...{ kind: 'pns', kindSince: null, doubt: null, rule: STATUTORY_RULES[0]!, assumed: null }
	},
	position: { jp: 7.5, minimum: 20, maximum: null, short: 12.5, over: 0 },
	standing: 'short'
};
const units = [{ id: 'u', parentId: null, name: '＠Dinas', agencyId: 'a' }];

test('positions open in a spreadsheet as they stand, without formulas and numbers of employees', () => {
	const erased = { ...entry, name: null, unitId: null };
	const csv = positionsAsCsv([entry, erased], units, 'id');
	expect(csv.startsWith('\uFEFFnama;jabatan;unit_kerja;')).toBe(true);
	expect(csv.split('\r\n').slice(1)).toEqual([
		`'=CMD(), S.Kom.;"Analis; madya";'＠Dinas;PNS;01-01-2026;31-12-2026;7,5;20;;12,5;0;Belum memenuhi;"PP 11/2017 jo. PP 17/2020 Pasal 203; PerLAN 10/2018"`,
		`Nama sudah dihapus;"Analis; madya";;PNS;01-01-2026;31-12-2026;7,5;20;;12,5;0;Belum memenuhi;"PP 11/2017 jo. PP 17/2020 Pasal 203; PerLAN 10/2018"`,
		''
	]);
});
