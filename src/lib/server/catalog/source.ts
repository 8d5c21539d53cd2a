import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Finding, SourceFile } from './course.ts';
import { limits, mostBytes } from './contents.ts';

/** A course folder as read from disk. */
export interface CourseSource {
	/** The folder's name is the course's id. */
	courseId: string;
	folder: string;
	/** Sorted by path. */
	files: SourceFile[];
	findings: Finding[];
}

/**
 * Reads a course folder. Hidden files are left out; links that lead out of the folder are refused;
 * what is over the limits is reported by name without being read.
 */
export async function readCourseFolder(folder: string): Promise<CourseSource> {
	const root = await realpath(folder);
	const files: SourceFile[] = [];
	const findings: Finding[] = [];
	const visit = async (directory: string, visited: readonly string[]): Promise<void> => {
		const entries = await readdir(directory, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			if (entry.name.startsWith('.') || files.length > limits.files) continue;
			const path = join(directory, entry.name);
			const shown = relative(root, path).split(sep).join('/').normalize('NFC');
			const target = await realpath(path).catch(() => null);
			if (target === null || (target !== root && !target.startsWith(root + sep))) {
				findings.push({
					file: shown,
					line: 1,
					column: 1,
					rule: 'file-link',
					message:
						'Tautan berkas ini keluar dari folder pelatihan. Salin berkasnya ke dalam folder.'
				});
				continue;
			}
			const status = await stat(target);
			if (status.isDirectory()) {
				if (!visited.includes(target)) await visit(path, [...visited, target]);
			} else if (status.isFile()) {
				// One byte over the limit is enough for the parser to refuse the file by name.
				const most = mostBytes(entry.name);
				files.push({
					path: shown,
					bytes: status.size > most ? new Uint8Array(most + 1) : await readFile(target)
				});
			}
		}
	};
	await visit(root, [root]);
	files.sort((a, b) => (a.path < b.path ? -1 : 1));
	return { courseId: basename(root), folder, files, findings };
}

/** The course folders directly inside `directory`, by name. */
export async function listCourseFolders(directory: string): Promise<string[]> {
	const folders = await foldersIn(directory);
	const courses = await Promise.all(folders.map(isCourseFolder));
	return folders.filter((_, index) => courses[index]);
}

/** Ids of the courses directly inside `directory` that have their course.md; none where it cannot be looked into. */
export async function listCourseIds(directory: string): Promise<string[]> {
	const folders = await foldersIn(directory).catch(() => []);
	const courses = await Promise.all(folders.map((folder) => isFile(join(folder, 'course.md'))));
	return folders.filter((_, index) => courses[index]).map((folder) => basename(folder));
}

async function foldersIn(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map(({ name }) => join(directory, name))
		.sort();
}

/** Whether a folder holds a course.md, however it is spelt, or modules that belong to one: then it is missing. */
export async function isCourseFolder(folder: string): Promise<boolean> {
	// What may not be entered, as lost+found, is nobody's course.
	const names = await readdir(folder).catch(() => []);
	if (names.some((name) => name.toLowerCase() === 'course.md')) return true;
	const modules = await Promise.all(names.map((name) => isFile(join(folder, name, 'module.md'))));
	return modules.includes(true);
}

/** Whether a path is a file that can be met. */
export async function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(status) => status.isFile(),
		() => false
	);
}
