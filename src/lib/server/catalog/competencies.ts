import type { Finding, SourceFile } from './course.ts';
import { readEntries } from './entries.ts';
import { competencyFields, type Competency } from './fields.ts';
import type { Registry } from './regulations.ts';

/** The competencies that courses may name, by id. */
export type Competencies = ReadonlyMap<string, Competency>;

/** What courses refer to beyond themselves. */
export interface Registries {
	regulations: Registry;
	competencies: Competencies;
	/** Ids of the courses that stand beside theirs; absent where nobody looked. */
	courses?: ReadonlySet<string>;
}

/** A competency at a level, in the reader's words. */
export interface SupportedCompetency {
	id: string;
	name: string;
	level: number;
	/** What marks the level; null when the registry does not know it (any more). */
	behaviour: string | null;
}

/**
 * Reads `competencies.yaml`, whose names come from `regulations`. An entry that cannot be read is reported; the
 * registry is then empty.
 */
export function readCompetencies(
	file: SourceFile,
	regulations: Registry
): { competencies: Competencies; findings: Finding[] } {
	const { entries, findings } = readEntries(file, competencyFields, 'Kompetensi');
	for (const { entry, place } of entries) {
		if (entry.regulation === undefined || regulations.has(entry.regulation)) continue;
		const message = `Peraturan "${entry.regulation}" tidak ada di regulations.yaml. Tambahkan butirnya.`;
		findings.push({ ...place, rule: 'unknown-regulation', message });
	}
	return { competencies: new Map(entries.map(({ entry }) => [entry.id, entry])), findings };
}

/** Names the competencies a course supports; one the registry does not know keeps its id as name. */
export function namedCompetencies(
	supported: readonly { id: string; level: number }[],
	competencies: Competencies
): SupportedCompetency[] {
	return supported.map(({ id, level }) => {
		const known = competencies.get(id);
		return { id, level, name: known?.name ?? id, behaviour: known?.levels[level] ?? null };
	});
}
