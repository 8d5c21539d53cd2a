import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Trouble } from '../db/trouble.ts';
import type { Problem } from './course.ts';
import { watchFolders } from './folder-watch.ts';
import { readRegistries } from './library.ts';
import { previewCourse, type PreviewedCourse } from './previewed-course.ts';
import { isCourseFolder, listCourseFolders, readCourseFolder } from './source.ts';

/** A folder of courses as its author sees it, kept in step with what is saved. Needs no database. */
export interface Preview {
	/** Whether the folder is one course, and not a folder of them. */
	single: boolean;
	/** Names the state shown now; no two states share a name, not even across starts. */
	version(): string;
	/** By id. */
	courses(): PreviewedCourse[];
	/** What is wrong with the registry, or with a folder as a whole; `file` is a path from where the command runs. */
	problems(): Problem[];
	/** Calls `changed` after every change; returns how to stop that. */
	listen(changed: () => void): () => void;
	/** Aborted when the preview ends: whoever waits for changes stops waiting. */
	closed: AbortSignal;
	close(): Promise<void>;
}

export interface PreviewOptions {
	/** Folders whose `regulations.yaml` and `competencies.yaml` count besides those beside the courses. */
	registryFolders: readonly string[];
	/** The day on which the law is judged (ISO date), asked at every reading. */
	today: () => string;
}

/**
 * Reads a course folder, or a folder of them, and reads it again after every change. What cannot be read at all keeps
 * its last state, and a problem says so.
 * @throws Trouble when there is no such folder or no course in it
 */
export async function openPreview(
	folder: string,
	{ registryFolders, today }: PreviewOptions
): Promise<Preview> {
	if (!existsSync(folder)) throw new Trouble(`${folder} tidak ada. Periksa nama foldernya.`);
	const single = await isCourseFolder(folder);
	const registries = [folder, dirname(folder), ...registryFolders];
	const read = async (before: Shown) =>
		readAll(single ? [folder] : await foldersIn(folder, before), registries, today(), before);
	const nothing: Shown = { courses: new Map(), problems: [] };
	const start = randomUUID();
	let edition = 0;
	const listeners = new Set<() => void>();
	const closed = new AbortController();

	let shown = nothing;
	let first: Promise<Shown> | null = null;
	const files = ['regulations.yaml', 'competencies.yaml'];
	const watched = [
		folder,
		...registries.flatMap((place) => files.map((name) => join(place, name)))
	];
	// Watched before it is read, so that no save falls in between.
	const stop = await watchFolders(watched, async () => {
		await first;
		shown = await read(shown).catch((error: unknown) => ({
			...shown,
			problems: [unreadable(folder, error)]
		}));
		edition++;
		for (const changed of [...listeners]) changed();
	});
	first = read(nothing);
	shown = await first;
	if (shown.courses.size === 0) {
		await stop();
		throw new Trouble(
			shown.problems[0]?.message ??
				`Tidak ada pelatihan di ${folder}. Sebut folder yang berisi course.md, atau folder yang memuat folder seperti itu.`
		);
	}
	return {
		single,
		version: () => `${start}-${edition}`,
		courses: () => [...shown.courses.values()],
		problems: () => shown.problems,
		listen(changed) {
			listeners.add(changed);
			return () => void listeners.delete(changed);
		},
		closed: closed.signal,
		close() {
			closed.abort();
			return stop();
		}
	};
}

interface Shown {
	/** By folder. */
	courses: Map<string, PreviewedCourse>;
	problems: Problem[];
}

/** Course folders by name; those shown before stay, whatever became of their course.md. */
async function foldersIn(folder: string, { courses }: Shown): Promise<string[]> {
	const listed = await listCourseFolders(folder).catch(() => []);
	return [...new Set([...listed, ...courses.keys()])].sort();
}

async function readAll(
	folders: readonly string[],
	registries: readonly string[],
	on: string,
	before: Shown
): Promise<Shown> {
	const { registry, problems } = await readRegistries(registries);
	const courses = new Map<string, PreviewedCourse>();
	for (const folder of folders) {
		const last = before.courses.get(folder);
		try {
			const source = readCourseFolder(folder);
			courses.set(folder, previewCourse(source, registry, on, last?.texts ?? new Map()));
		} catch (error) {
			problems.push(unreadable(folder, error));
			if (last) courses.set(folder, last);
		}
	}
	return { courses, problems };
}

function unreadable(file: string, error: unknown): Problem {
	const [reason] = String(error instanceof Error ? error.message : error).split('\n');
	const message = `Folder ini tidak dapat dibaca (${reason}). Yang tampil adalah keadaan terakhirnya.`;
	return { file, line: 1, column: 1, rule: 'missing-file', severity: 'error', message };
}
