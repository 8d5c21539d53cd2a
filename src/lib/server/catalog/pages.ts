import type * as v from 'valibot';
import { isSlug } from '../markdown/slug.ts';
import type { Finding, Page } from './course.ts';
import { fault } from './contents.ts';
import { readPage } from './front-matter.ts';

/** Reads one page of a course and tells what is wrong with it; null when it is missing or its fields cannot be used. */
export function read<const Schema extends v.GenericSchema>(
	file: string,
	texts: ReadonlyMap<string, string>,
	schema: Schema,
	findings: Finding[],
	required = true
): Page<v.InferOutput<Schema>> | null {
	const text = texts.get(file);
	if (text === undefined) {
		// A file that is there but unreadable has already been reported.
		if (!findings.some((finding) => finding.file === file))
			findings.push(fault(file, 'missing-file', missing(file, texts)));
		return null;
	}
	const { page, faults } = readPage(file, text, schema, required);
	for (const found of faults) findings.push({ ...found, file });
	for (const remark of page?.document.remarks ?? []) findings.push({ ...remark, file });
	return page;
}

function missing(file: string, texts: ReadonlyMap<string, string>): string {
	const misspelt = [...texts.keys()].find((path) => path.toLowerCase() === file.toLowerCase());
	const remedy = misspelt ? `Ganti nama "${misspelt}" menjadi "${file}".` : 'Buat berkasnya.';
	return `Berkas "${file}" belum ada. ${remedy}`;
}

/** Order of files: by the number their name begins with, then by name. */
export function byNumber(a: string, b: string): number {
	const number = (path: string) => Number(/(?:^|\/)(\d+)[^/]*$/.exec(path)?.[1] ?? Infinity);
	return number(a) - number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** `01-gejala-silo.md` → `gejala-silo`. */
export function withoutNumber(name: string): string {
	return name.replace(/\.md$/, '').replace(/^\d+-/, '');
}

/** Reports a file (or its folder) whose name, or the id it states instead, is not in the form of an id. */
export function noteName(file: string, id: string, findings: Finding[]): void {
	if (isSlug(id)) return;
	const message = `Nama berkas harus huruf kecil, angka, dan tanda hubung, misalnya "01-gejala-silo.md".`;
	findings.push(fault(file, 'file-name', message));
}
