import type { Course, SourceFile } from './course.ts';
import { parseCourse } from './parse.ts';

/** A course as far as it can be shown. */
export interface ReadableCourse {
	course: Course;
	/** Paths of pages that cannot be read now: another text stands in for them, so that the rest keeps its place. */
	standIns: ReadonlySet<string>;
}

/**
 * The course that `files` make, whatever state they are in: a page that cannot be read is stood in for by the last
 * text of it that could (`earlier`), else by an empty page of its name. `parsed` is the course as read, if it was.
 */
export function readableCourse(
	courseId: string,
	files: readonly SourceFile[],
	parsed: Course | null,
	earlier: ReadonlyMap<string, Uint8Array>
): ReadableCourse {
	// The first files are the ones that are read at all (contents.ts).
	const texts = new Map<string, Uint8Array>([['course.md', new Uint8Array()]]);
	for (const { path, bytes } of files) texts.set(path.normalize('NFC'), bytes);
	const attempts = new Map<string, Uint8Array[]>();
	let course = parsed;
	for (;;) {
		const lacking = lackingIn(course, [...texts.keys()]).flatMap((path) => {
			const left = attempts.get(path) ?? standInsFor(path, earlier);
			attempts.set(path, left);
			const next = left.shift();
			return next ? [{ path, next }] : [];
		});
		if (lacking.length === 0) break;
		for (const { path, next } of lacking) texts.set(path, next);
		course = parseCourse(
			courseId,
			[...texts].map(([path, bytes]) => ({ path, bytes }))
		).course;
	}
	if (!course) throw new Error('an empty page was refused by the parser');
	return { course, standIns: new Set(attempts.keys()) };
}

/** The pages a course is made of, by path. */
export function pagesIn({ file, modules }: Course): string[] {
	return [file, ...modules.flatMap((module) => [module.file, ...pagesOf(module)])];
}

function pagesOf({ lessons }: Course['modules'][number]): string[] {
	return lessons.map(({ file }) => file);
}

/** Pages that should be there and are not: first the course's own, then modules, then lessons, as each needs the one before. */
function lackingIn(course: Course | null, paths: readonly string[]): string[] {
	if (!course) return ['course.md'];
	const present = new Set(pagesIn(course));
	const inFolders = paths.filter((path) => /^(?!bank\/|assets\/)[^/]+\/[^/]+\.md$/.test(path));
	const modules = inFolders.map((path) => path.replace(/[^/]+$/, 'module.md'));
	const lacking = [...new Set(modules)].filter((path) => !present.has(path));
	if (lacking.length > 0) return lacking;
	return inFolders.filter((path) => !path.endsWith('/kuis.md') && !present.has(path));
}

function standInsFor(path: string, earlier: ReadonlyMap<string, Uint8Array>): Uint8Array[] {
	const last = earlier.get(path);
	return [...(last ? [last] : []), Buffer.from(`---\n${emptyPage(path)}\n---\n`)];
}

/** Front matter that passes; of what it says, only the title is ever shown. */
function emptyPage(path: string): string {
	if (path === 'course.md')
		return 'title: course.md\ncode: X\nedition: "2026.1"\nnotes: "-"\nsummary: "-"\naudience: "-"\nlanguage: id\njp: 1\nproviders: []\nlicence: "-"';
	const [folder = '', name = ''] = path.split('/');
	if (name === 'module.md')
		return `title: ${quoted(folder)}\njp: 1\nobjectives: [{ id: x, text: "-", level: C1 }]`;
	return `title: ${quoted(name)}\nobjectives: [x]`;
}

function quoted(name: string): string {
	return JSON.stringify(name.slice(0, 160));
}
