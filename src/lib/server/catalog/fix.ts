import { parseMarkdown } from '../markdown/parse.ts';
import { closingOf } from '../markdown/render.ts';
import { isSlug } from '../markdown/slug.ts';
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
	const mended = mend(files, course, new Set());
	if (!course || mended.files.length === 0) return mended;
	const written = new Map(mended.files.map((file) => [file.path, file]));
	const after = parseCourse(
		courseId,
		files.map((file) => written.get(file.path) ?? file)
	);
	const said = saidOf(course);
	const saidAfter = after.course && saidOf(after.course);
	// Nothing is known to come here: an id or header that would change a page after all is left to its author.
	const changed = [...said].filter(([file, text]) => saidAfter?.get(file) !== text);
	return changed.length === 0
		? mended
		: mend(files, course, new Set(changed.map(([file]) => file)));
}

/** Every mended file; those in `left` keep their fields, ids and tables. */
function mend(
	files: readonly SourceFile[],
	course: Course | null,
	left: ReadonlySet<string>
): { files: SourceFile[]; fixes: Fix[] } {
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
			for (const edit of edits) remarks.push(edit);
			return edits.length > 0;
		};
		if (pages.has(file)) {
			const starts = lineStarts(text);
			const contents = left.has(file)
				? []
				: [
						...fieldEdits(text, starts, missing?.pages.get(file)),
						...attributeEdits(text, starts, missing?.questions.get(file) ?? []),
						...headerEdits(text, starts)
					];
			apply([...contents, ...spacingEdits(text)]);
			// One blank line may show that a space next to it says nothing; every round leaves less.
			while (apply(spacingEdits(text)));
		}
		if (remarks.length === 0) continue;
		changed.push({ path, bytes: Buffer.from(text) });
		for (const { line, column, what } of remarks) fixes.push({ file, line, column, what });
	}
	return { files: changed, fixes };
}

/** What every page says in its fields and asks in its questions, ids that a file's name or a number gave aside. */
function saidOf(course: Course): Map<string, string> {
	const asked = Map.groupBy([...course.questions, ...course.scenarios], ({ file }) => file);
	return new Map(
		readingPages(course).map((page) => {
			const { id: _, ...fields } = page.fields as { id?: string };
			const asks = (asked.get(page.file) ?? []).map(
				({ id: _id, idWritten: _written, ...rest }) => rest
			);
			return [page.file, JSON.stringify({ fields, asks }, sayings)];
		})
	);
}

/** Places move, and so may the ids by which a case and its questions know each other; words, marks and keys may not. */
function sayings(key: string, value: unknown): unknown {
	const free = ['tokens', 'line', 'column', 'place', 'scenario', 'questions'];
	return free.includes(key) ? undefined : value;
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
			if (isSlug(id)) pages.set(page.file, id);
		}
	}
	const questions: MissingIds['questions'] = new Map();
	const directives = [...course.questions, ...course.scenarios];
	const taken = new Set(directives.flatMap(({ id, idWritten }) => (idWritten ? [id] : [])));
	const counts = new Map<string, number>();
	for (const { id: wanted, idWritten, file, line, column } of directives) {
		if (idWritten) continue;
		const id = freeId(wanted, taken, counts);
		taken.add(id);
		const inFile = questions.get(file) ?? [];
		inFile.push({ id, line, column });
		questions.set(file, inFile);
	}
	return { pages, questions };
}

/** `silo-2`, or a later number that nobody has; `counts` keeps how far each stem was counted. */
function freeId(wanted: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
	if (!taken.has(wanted)) return wanted;
	const [, stem = wanted, number = '1'] = /^(.*)-(\d+)$/.exec(wanted) ?? [];
	let next = Math.max(counts.get(stem) ?? 0, Number(number)) + 1;
	while (taken.has(`${stem}-${next}`)) next++;
	counts.set(stem, next);
	return `${stem}-${next}`;
}

/** `id: …` under the title. */
function fieldEdits(text: string, starts: readonly number[], id: string | undefined): Edit[] {
	if (id === undefined) return [];
	const { bodyLine } = splitFrontMatter(text)!;
	const lines = text.split('\n').slice(0, bodyLine - 1);
	const title = lines.findIndex((line) => line.startsWith('title:'));
	if (title === -1) return [];
	// What belongs to the title is indented or blank; the closing "---" ends it at last.
	const next = lines.findIndex((line, at) => at > title && /^\S/.test(line));
	const from = starts[next]!;
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
function attributeEdits(
	text: string,
	starts: readonly number[],
	missing: readonly (Position & { id: string })[]
): Edit[] {
	return missing.flatMap(({ id, line, column }) => {
		const start = starts[line - 1]! + column - 1;
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

/** A table whose header is empty and whose first row is all bold: that row is the header. In a question it may be key. */
function headerEdits(text: string, starts: readonly number[]): Edit[] {
	const { body, bodyLine } = splitFrontMatter(text) ?? { body: text, bodyLine: 1 };
	const lines = body.split('\n');
	if (!lines.some((line) => line.includes('|') && /^[ \t|]+$/.test(line))) return [];
	const { tokens } = parseMarkdown(body);
	let asked = -1;
	return tokens.flatMap((token, at): Edit[] => {
		if (token.type === 'directive_open' && ['question', 'rubric'].includes(token.info))
			asked = Math.max(asked, closingOf(tokens, at));
		if (token.type !== 'table_open' || !token.map || at < asked) return [];
		const [row] = token.map;
		const [header = '', rule = '', first = ''] = lines.slice(row, row + 3);
		const cells = /^\|(.+)\|[ \t]*$/.exec(first)?.[1]?.split('|') ?? [];
		const bold = cells.map((cell) => /^\s*\*\*([^*|\\`]+)\*\*\s*$/.exec(cell)?.[1]?.trim());
		if (!/^[ \t|]+$/.test(header) || cells.length === 0) return [];
		if (bold.some((cell) => cell === undefined)) return [];
		const from = starts[bodyLine + row - 1]!;
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

/** Where each line of a text begins. */
function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}
