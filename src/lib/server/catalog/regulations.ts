import type { RegulationState } from '../markdown/regulations.ts';
import type { Finding, SourceFile } from './course.ts';
import { readEntries } from './entries.ts';
import { regulationFields, type Regulation } from './fields.ts';

/** The instruments that courses may cite, by id. */
export type Registry = ReadonlyMap<string, Regulation>;

/** Reads `regulations.yaml`. An entry that cannot be read is reported; the registry is then empty. */
export function readRegistry(file: SourceFile): { registry: Registry; findings: Finding[] } {
	const { entries, findings } = readEntries(file, regulationFields, 'Peraturan');
	const registry = new Map(entries.map(({ entry }) => [entry.id, entry]));
	for (const { entry, place } of entries) {
		const { id, status, revokedBy, amendedBy } = entry;
		if (status === 'dicabut' && !revokedBy) {
			const message = `"${id}" berstatus dicabut. Isi "revokedBy".`;
			findings.push({ ...place, rule: 'missing-field', message });
		}
		for (const other of [...amendedBy, ...(revokedBy ? [revokedBy] : [])]) {
			if (registry.has(other)) continue;
			const message = `Peraturan "${other}" tidak ada dalam daftar ini. Tambahkan butirnya.`;
			findings.push({ ...place, rule: 'unknown-regulation', message });
		}
	}
	return { registry, findings };
}

/**
 * Whether what is said of an instrument takes the place of what is known: it was checked later, or on the same day and
 * does not call back a repeal. A day of checking after `on` (ISO date) counts as `on`: nobody has looked in days to come.
 */
export function supersedes(entry: Regulation, known: Regulation, on: string): boolean {
	const checked = ({ lastChecked }: Regulation) => (lastChecked < on ? lastChecked : on);
	if (checked(entry) !== checked(known)) return checked(entry) > checked(known);
	return known.status !== 'dicabut' || entry.status === 'dicabut';
}

/** Whether an instrument is no longer in force on a day (ISO date). */
export function isRevoked(regulation: Regulation, on: string): boolean {
	return (
		regulation.status === 'dicabut' ||
		(regulation.inForceUntil !== undefined && regulation.inForceUntil < on)
	);
}

/** Whether an instrument was last checked more than twelve months before a day (ISO date). */
export function isStale({ lastChecked }: Regulation, on: string): boolean {
	const limit = new Date(`${on}T00:00:00Z`);
	limit.setUTCFullYear(limit.getUTCFullYear() - 1);
	return lastChecked < limit.toISOString().slice(0, 10);
}

/** What a reader is told of an instrument on a day (ISO date). */
export function regulationState(
	regulation: Regulation,
	registry: Registry,
	on: string
): RegulationState {
	const shortOf = (id: string) => registry.get(id)?.short ?? id;
	const source = /^https?:\/\/\S+$/.test(regulation.source) ? regulation.source : null;
	const common = { title: regulation.title, source };
	if (isRevoked(regulation, on)) {
		return {
			...common,
			status: 'dicabut',
			text: regulation.revokedBy ? `dicabut oleh ${shortOf(regulation.revokedBy)}` : 'dicabut'
		};
	}
	if (regulation.inForceFrom !== undefined && regulation.inForceFrom > on) {
		return {
			...common,
			status: 'belum-berlaku',
			text: `berlaku mulai ${longDay(regulation.inForceFrom)}`
		};
	}
	if (regulation.status === 'belum-berlaku' && regulation.inForceFrom === undefined) {
		return { ...common, status: 'belum-berlaku', text: 'belum berlaku' };
	}
	if (regulation.amendedBy.length > 0) {
		return {
			...common,
			status: 'diubah',
			text: `diubah oleh ${regulation.amendedBy.map(shortOf).join(', ')}`
		};
	}
	return {
		...common,
		status: regulation.status === 'diubah' ? 'diubah' : 'berlaku',
		text: regulation.status === 'diubah' ? 'diubah' : 'berlaku'
	};
}

const dayInWords = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

function longDay(day: string): string {
	return dayInWords.format(new Date(`${day}T00:00:00Z`));
}
