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

const linkMessages = {
	broken: 'Tautan berkas ini tidak menunjuk apa pun. Hapus, atau salin berkasnya ke sini.',
	outside: 'Tautan berkas ini keluar dari folder pelatihan. Salin berkasnya ke dalam folder.',
	folder: 'Tautan ke folder tidak diikuti. Salin foldernya ke sini.'
};
const depthMessage = `Folder bersarang lebih dari ${limits.depth} tingkat. Pindahkan isinya ke folder modul.`;

/**
 * Reads a course folder. Hidden files are left out; links to folders, and those that lead nowhere or out of the folder,
 * are refused; what is over the limits is reported by name without being read.
 */
export async function readCourseFolder(folder: string): Promise<CourseSource> {
	const root = await realpath(folder);
	const files: SourceFile[] = [];
	const findings: Finding[] = [];
	const report = (file: string, rule: string, message: string) =>
		findings.push({ file, line: 1, column: 1, rule, message });
	const visit = async (directory: string, depth: number): Promise<void> => {
		const entries = await readdir(directory, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			if (entry.name.startsWith('.') || files.length > limits.files) continue;
			const path = join(directory, entry.name);
			const shown = relative(root, path).split(sep).join('/').normalize('NFC');
			const target = await realpath(path).catch(() => null);
			if (target === null || (target !== root && !target.startsWith(root + sep))) {
				report(shown, 'file-link', linkMessages[target === null ? 'broken' : 'outside']);
				continue;
			}
			const status = await stat(target);
			if (status.isDirectory() && entry.isSymbolicLink()) {
				// Followed, a few folders that link to one another would be read in every order there is.
				report(shown, 'file-link', linkMessages.folder);
			} else if (status.isDirectory()) {
				if (depth < limits.depth) await visit(path, depth + 1);
				else report(shown, 'file-size', depthMessage);
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
	await visit(root, 1);
	files.sort((a, b) => (a.path < b.path ? -1 : 1));
	return { courseId: basename(root), folder, files, findings };
}

/** The course folders directly inside `directory`, by name: those that hold a course.md. */
export async function listCourseFolders(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { withFileTypes: true });
	const folders = entries
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map(({ name }) => join(directory, name));
	const present = await Promise.all(
		folders.map((folder) =>
			stat(join(folder, 'course.md')).then(
				() => true,
				() => false
			)
		)
	);
	return folders.filter((_, index) => present[index]).sort();
}
