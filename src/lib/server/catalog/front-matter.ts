import type * as v from 'valibot';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Page } from './course.ts';
import { readYaml, type FieldFault, type FrontMatter } from './yaml-fields.ts';

export { splitFrontMatter };
export type { FrontMatter };

/** Reads one Markdown file with front matter; `page` is null when its fields cannot be used. */
export function readPage<const Schema extends v.GenericSchema>(
	file: string,
	text: string,
	schema: Schema,
	required = true
): { page: Page<v.InferOutput<Schema>> | null; faults: FieldFault[] } {
	const parts = splitFrontMatter(text);
	if (!parts && (required || text.startsWith('---'))) {
		const message = text.startsWith('---')
			? 'Keterangan di awal berkas tidak ditutup. Tambahkan baris "---" setelah kolom terakhir.'
			: 'Berkas harus diawali keterangan di antara dua baris "---".';
		return { page: null, faults: [{ rule: 'front-matter', message, line: 1, column: 1 }] };
	}
	const { yaml, body, bodyLine } = parts ?? { yaml: '', body: text, bodyLine: 1 };
	const { value, faults, frontMatter } = readYaml(yaml, schema, 2);
	if (value === null) return { page: null, faults };
	return {
		page: {
			file,
			fields: value,
			frontMatter,
			body,
			bodyLine,
			document: parseMarkdown(body, bodyLine)
		},
		faults
	};
}
