import * as v from 'valibot';
import type { RegulationState } from '../markdown/regulations.ts';
import type { Finding, SourceFile } from './course.ts';
import { regulationFields, type Regulation } from './fields.ts';
import { decodeText } from './text.ts';
import { readYaml } from './yaml-fields.ts';

/** The instruments that courses may cite, by id. */
export type Registry = ReadonlyMap<string, Regulation>;

/** Reads `regulations.yaml`. An entry that cannot be read is reported; the registry is then empty. */
export function readRegistry(file: SourceFile): { registry: Registry; findings: Finding[] } {
	const decoded = decodeText(file.bytes);
	if (!decoded.ok) {
		const message = `Berkas bukan UTF-8 (bita ke-${decoded.offset}). Simpan ulang sebagai UTF-8.`;
		return {
			registry: new Map(),
			findings: [{ file: file.path, line: decoded.line, column: 1, rule: 'file-encoding', message }]
		};
	}
	const { value, faults, frontMatter } = readYaml(decoded.text, v.array(regulationFields), 1);
	const findings: Finding[] = faults.map((fault) => ({ ...fault, file: file.path }));
	const registry = new Map<string, Regulation>();
	(value ?? []).forEach((regulation, at) => {
		const place = { file: file.path, ...frontMatter.placeOf([at, 'id']) };
		if (registry.has(regulation.id)) {
			findings.push({
				...place,
				rule: 'duplicate-id',
				message: `Peraturan "${regulation.id}" ditulis dua kali. Hapus salah satunya.`
			});
		}
		if (regulation.status === 'dicabut' && !regulation.revokedBy) {
			findings.push({
				...place,
				rule: 'missing-field',
				message: `"${regulation.id}" berstatus dicabut. Isi "revokedBy".`
			});
		}
		registry.set(regulation.id, regulation);
	});
	for (const [at, { amendedBy, revokedBy }] of (value ?? []).entries()) {
		for (const other of [...amendedBy, ...(revokedBy ? [revokedBy] : [])]) {
			if (registry.has(other)) continue;
			const place = frontMatter.placeOf([at, 'id']);
			findings.push({
				file: file.path,
				...place,
				rule: 'unknown-regulation',
				message: `Peraturan "${other}" tidak ada dalam daftar ini. Tambahkan butirnya.`
			});
		}
	}
	return { registry, findings };
}

/** Whether an instrument is no longer in force on a day (ISO date). */
export function isRevoked(regulation: Regulation, on: string): boolean {
	return (
		regulation.status === 'dicabut' ||
		(regulation.inForceUntil !== undefined && regulation.inForceUntil < on)
	);
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
