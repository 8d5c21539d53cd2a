import { parseMarkdown } from '../markdown/parse.ts';
import type { Position } from '../markdown/document.ts';
import { readingPages, type Course, type Lesson, type Module, type SourceFile } from './course.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseCourse } from './parse.ts';
import { decodeText } from './text.ts';
import { applied, encodingRemarks, spacingEdits, type Edit } from './tidy.ts';

/** Something `check --fix` mended; its place is that before the change. */
export interface Fix extends Position {
	file: string;
	what: string;
}

/**
 * Mends what can be mended without changing what a course says: ids are written down, a bold first row under an empty
 * header becomes the header, spacing and encoding are tidied. Returns the files that change, and why; doing it again
 * changes nothing, and every byte that no fix names stays.
 */
export function fixCourse(
	courseId: string,
	files: readonly SourceFile[]
): { files: SourceFile[]; fixes: Fix[] } {
	const { course } = parseCourse(courseId, files);
	const pages = new Set(course ? readingPages(course).map(({ file }) => file) : []);
	const missing = course ? missingIds(course) : null;
	const changed: SourceFile[] = [];
	const fixes: Fix[] = [];
	for (const { path, bytes } of files) {
		const file = path.normalize('NFC');
		const decoded = /\.(?:md|ya?ml)$/i.test(file) ? decodeText(bytes) : null;
		if (!decoded?.ok) continue;
		const remarks = encodingRemarks(bytes, decoded.text);
		let { text } = decoded;
		const apply = (edits: readonly Edit[]) => {
			text = applied(text, edits);
			remarks.push(...edits);
			return edits.length > 0;
		};
		if (pages.has(file)) {
			apply([
				...fieldEdits(text, missing?.pages.get(file)),
				...attributeEdits(text, missing?.questions.get(file) ?? []),
				...headerEdits(text),
				...spacingEdits(text)
			]);
			// One blank line may show that a space next to it says nothing; every round leaves less.
			while (apply(spacingEdits(text)));
		}
		if (remarks.length === 0) continue;
		changed.push({ path, bytes: Buffer.from(text) });
		fixes.push(...remarks.map(({ line, column, what }) => ({ file, line, column, what })));
	}
	return { files: changed, fixes };
}

interface MissingIds {
	/** Of modules and lessons, by file. */
	pages: Map<string, string>;
	/** Of directives, by file. */
	questions: Map<string, (Position & { id: string })[]>;
}

/** Ids that so far follow from a file's name or a question's number. */
function missingIds(course: Course): MissingIds {
	const pages = new Map<string, string>();
	for (const group of [course.modules, course.modules.flatMap(({ lessons }) => lessons)]) {
		const byId = Map.groupBy<string, Module | Lesson>(group, ({ id }) => id);
		for (const [id, [page, other]] of byId) {
			// Two of one name are for the author to tell apart.
			if (!page || other || page.fields.id !== undefined) continue;
			if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) pages.set(page.file, id);
		}
	}
	const questions: MissingIds['questions'] = new Map();
	const directives = [...course.questions, ...course.scenarios];
	const taken = new Set(directives.flatMap(({ id, idWritten }) => (idWritten ? [id] : [])));
	for (const { id: wanted, idWritten, file, line, column } of directives) {
		if (idWritten) continue;
		const id = freeId(wanted, taken);
		taken.add(id);
		questions.set(file, [...(questions.get(file) ?? []), { id, line, column }]);
	}
	return { pages, questions };
}

/** `silo-2`, or the next number that nobody has. */
function freeId(wanted: string, taken: ReadonlySet<string>): string {
	const [, stem = wanted, number = '1'] = /^(.*)-(\d+)$/.exec(wanted) ?? [];
	let id = wanted;
	for (let next = Number(number) + 1; taken.has(id); next++) id = `${stem}-${next}`;
	return id;
}

/** `id: …` under the title. */
function fieldEdits(text: string, id: string | undefined): Edit[] {
	if (id === undefined) return [];
	const { bodyLine } = splitFrontMatter(text)!;
	const lines = text.split('\n').slice(0, bodyLine - 1);
	const title = lines.findIndex((line) => line.startsWith('title:'));
	if (title === -1) return [];
	// What belongs to the title is indented or blank; the closing "---" ends it at last.
	const next = lines.findIndex((line, at) => at > title && /^\S/.test(line));
	const from = offsetOf(text, next + 1);
	return [
		{
			from,
			to: from,
			text: `id: ${id}\n`,
			line: next + 1,
			column: 1,
			what: `pengenal "${id}" ditulis`
		}
	];
}

/** `{#id …}` behind `:::question`. */
function attributeEdits(text: string, missing: readonly (Position & { id: string })[]): Edit[] {
	return missing.flatMap(({ id, line, column }) => {
		const start = offsetOf(text, line) + column - 1;
		const opening = /^:{3,}[ \t]*[a-z][a-z0-9-]*/.exec(text.slice(start, start + 200))?.[0];
		if (opening === undefined) return [];
		const from = start + opening.length;
		const brace = /^[ \t]*\{[ \t]*/.exec(text.slice(from, from + 200))?.[0] ?? '';
		const empty = text.startsWith('}', from + brace.length);
		const attribute = brace === '' ? `{#${id}}` : empty ? `{#${id}` : `{#${id} `;
		const what = `pengenal "${id}" ditulis`;
		const to = from + brace.length;
		return [{ from, to, text: attribute, line, column: column + opening.length, what }];
	});
}

/** A table whose header is empty and whose first row is all bold: that row is the header. */
function headerEdits(text: string): Edit[] {
	const { body, bodyLine } = splitFrontMatter(text) ?? { body: text, bodyLine: 1 };
	const lines = body.split('\n');
	if (!lines.some((line) => line.includes('|') && /^[ \t|]+$/.test(line))) return [];
	return parseMarkdown(body).tokens.flatMap((token): Edit[] => {
		if (token.type !== 'table_open' || !token.map) return [];
		const [row] = token.map;
		const [header = '', rule = '', first = ''] = lines.slice(row, row + 3);
		const cells = /^\|(.+)\|[ \t]*$/.exec(first)?.[1]?.split('|') ?? [];
		const bold = cells.map((cell) => /^\s*\*\*([^*|\\`]+)\*\*\s*$/.exec(cell)?.[1]?.trim());
		if (!/^[ \t|]+$/.test(header) || cells.length === 0) return [];
		if (bold.some((cell) => cell === undefined)) return [];
		const from = offsetOf(text, bodyLine + row);
		return [
			{
				from,
				to: from + header.length + rule.length + first.length + 2,
				text: `| ${bold.join(' | ')} |\n${rule.trimEnd()}`,
				line: bodyLine + row,
				column: 1,
				what: 'baris tebal pertama menjadi judul kolom'
			}
		];
	});
}

function offsetOf(text: string, line: number): number {
	let offset = 0;
	for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
	return offset;
}
