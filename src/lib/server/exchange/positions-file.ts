import type { Language } from '../../format/dates.ts';
import { displayName } from '../../format/names.ts';
import { messagesIn } from '../../messages/catalogue.ts';
import type { RosterEntry } from '../hours/roster.ts';
import type { UnitInTree } from '../organisation/unit-tree.ts';
import { csvOf, dayCell, numberCell } from './csv.ts';

const HEAD = [
	'nama',
	'jabatan',
	'unit_kerja',
	'jenis_pegawai',
	'masa_mulai',
	'masa_selesai',
	'jumlah_jp',
	'paling_sedikit',
	'paling_banyak',
	'kurang',
	'lebih',
	'keadaan',
	'dasar'
] as const;

/** People's positions as CSV, for their officer; without numbers of employees, which tell birth date and sex. */
export function positionsAsCsv(
	entries: readonly RosterEntry[],
	units: readonly UnitInTree[],
	language: Language
): string {
	const { hours, account } = messagesIn(language);
	const names = new Map(units.map(({ id, name }) => [id, name]));
	const rows = entries.map(({ name, period, position, ...person }) => [
		name ? displayName(name) : hours.people.unnamed,
		person.postTitle,
		names.get(person.unitId ?? '') ?? '',
		account.profile.employeeKinds[person.employeeKind],
		dayCell(period.startsOn),
		dayCell(period.endsOn),
		numberCell(position.jp),
		numberCell(position.minimum),
		numberCell(position.maximum),
		numberCell(position.short),
		numberCell(position.over),
		hours.people.standings[person.standing],
		period.rule?.source ?? ''
	]);
	return csvOf(HEAD, rows);
}
