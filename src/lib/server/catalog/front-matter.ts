import type * as v from 'valibot';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Page } from './course.ts';
import { readYaml, type FieldFault, type FrontMatter } from './yaml-fields.ts';

export type { FrontMatter };

/** Splits `---` front matter from the body; `null` when the file has none or it is not closed. */
export function splitFrontMatter(
	text: string
): { yaml: string; body: string; bodyLine: number } | null {
	if (!/^---[ \t]*\n/.test(text)) return null;
	const start = text.indexOf('\n') + 1;
	const end = /^---[ \t]*$/m.exec(text.slice(start));
	if (!end) return null;
	const after = text.indexOf('\n', start + end.index);
	const bodyStart = after === -1 ? text.length : after + 1;
	return {
		yaml: text.slice(start, start + end.index),
		body: text.slice(bodyStart),
		bodyLine: text.slice(0, bodyStart).split('\n').length
	};
}

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
