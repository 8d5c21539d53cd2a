import { stringify } from 'yaml';
import * as v from 'valibot';
import type { Finding, SourceFile } from './course.ts';
import { readEntries } from './entries.ts';

const recordFields = v.strictObject({
	/** The content hash. */
	id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'harus 64 angka heksadesimal')),
	course: v.string(),
	edition: v.string(),
	/** The day in Jakarta on which it was published where it comes from. */
	publishedOn: v.pipe(v.string(), v.isoDate('tulis tanggal sebagai TTTT-BB-HH'))
});

/**
 * What an export says of its release: that this very content was published, so that its law stood then. It is no more
 * to be trusted than the registry beside it, which whoever can publish can write as well: a false one lets a text pass
 * that cites what is revoked, and nothing else.
 */
export type ReleaseRecord = v.InferOutput<typeof recordFields>;

/** The name of a course's record, which stands beside its folder: within, it would be part of the content. */
export function recordName(courseId: string): string {
	return `${courseId}.release.yaml`;
}

/** A record as it is written beside an exported folder. */
export function printRecord(record: ReleaseRecord): string {
	return stringify([record]);
}

/** Reads a record; null where it has faults, or none is in it. */
export function readRecord(file: SourceFile): {
	record: ReleaseRecord | null;
	findings: Finding[];
} {
	const { entries, findings } = readEntries(file, recordFields, 'Rilis');
	return { record: entries[0]?.entry ?? null, findings };
}
