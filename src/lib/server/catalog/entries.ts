import * as v from 'valibot';
import type { Finding, SourceFile } from './course.ts';
import { decodeText } from './text.ts';
import { longestYaml, readYaml } from './yaml-fields.ts';

/** One entry of a registry file, and where it stands. */
interface Placed<Entry> {
	entry: Entry;
	place: { file: string; line: number; column: number };
}

/**
 * Reads a registry: a YAML list of entries with an id each. Entries written twice are reported, `what` naming them;
 * a file with a fault has no entries.
 */
export function readEntries<const Schema extends v.GenericSchema<unknown, { id: string }>>(
	file: SourceFile,
	schema: Schema,
	what: string
): { entries: Placed<v.InferOutput<Schema>>[]; findings: Finding[] } {
	const decoded = decodeText(file.bytes);
	if (!decoded.ok) {
		const message = `Berkas bukan UTF-8 (bita ke-${decoded.offset}). Simpan ulang sebagai UTF-8.`;
		const place = { file: file.path, line: decoded.line, column: 1 };
		return { entries: [], findings: [{ ...place, rule: 'file-encoding', message }] };
	}
	const { value, faults, frontMatter } = readYaml(
		decoded.text,
		v.array(schema),
		1,
		longestYaml.registry
	);
	const findings: Finding[] = faults.map((fault) => ({ ...fault, file: file.path }));
	const entries = (value ?? []).map((entry, at) => ({
		entry,
		place: { file: file.path, ...frontMatter.placeOf([at, 'id']) }
	}));
	const met = new Set<string>();
	for (const { entry, place } of entries) {
		if (met.has(entry.id)) {
			const message = `${what} "${entry.id}" ditulis dua kali. Hapus salah satunya.`;
			findings.push({ ...place, rule: 'duplicate-id', message });
		}
		met.add(entry.id);
	}
	return { entries, findings };
}
