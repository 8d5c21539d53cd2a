import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Finding, SourceFile } from './course.ts';
import type { ReleaseRecord } from './release-record.ts';
import { courseTooLarge, isText, limits, mostBytes } from './contents.ts';

/** A course folder as read from disk. */
export interface CourseSource {
	/** The folder's name is the course's id. */
	courseId: string;
	folder: string;
	/** Sorted by path. */
	files: SourceFile[];
	findings: Finding[];
	/** What stands beside the folder when it was exported. */
	record?: ReleaseRecord | null;
}

/** A file of a folder before it is read; `size` in bytes. */
interface Found {
	path: string;
	target: string;
	size: number;
}

const linkMessages = {
	broken: 'Tautan berkas ini tidak menunjuk apa pun. Hapus, atau salin berkasnya ke sini.',
	outside: 'Tautan berkas ini keluar dari folder pelatihan. Salin berkasnya ke dalam folder.',
	folder: 'Tautan ke folder tidak diikuti. Salin foldernya ke sini.'
};
const depthMessage = `Folder bersarang lebih dari ${limits.depth} tingkat. Pindahkan isinya ke folder modul.`;

/**
 * Reads a course folder. Hidden files are left out; links to folders, and those that lead nowhere or out of the folder,
 * are refused; what is over the limits is reported by name without being read, and so is what a course over the limit
 * still has.
 *
 * It holds up everything else while it reads, for commands only: a course is hundreds of small files, and asked for one
 * by one in the background they take twenty times as long.
 */
export function readCourseFolder(folder: string): CourseSource {
	const root = realpathSync(folder);
	const found: Found[] = [];
	const findings: Finding[] = [];
	const report = (file: string, rule: string, message: string) =>
		findings.push({ file, line: 1, column: 1, rule, message });
	const visit = (directory: string, depth: number): void => {
		for (const entry of readdirSync(directory, { withFileTypes: true }).sort(byName)) {
			if (entry.name.startsWith('.') || found.length > limits.files) continue;
			const path = join(directory, entry.name);
			const shown = relative(root, path).split(sep).join('/').normalize('NFC');
			const target = entry.isSymbolicLink() ? targetOf(path) : path;
			if (target === null || (target !== root && !target.startsWith(root + sep))) {
				report(shown, 'file-link', linkMessages[target === null ? 'broken' : 'outside']);
				continue;
			}
			const status = statSync(target);
			if (status.isDirectory() && entry.isSymbolicLink()) {
				// Followed, a few folders that link to one another would be read in every order there is.
				report(shown, 'file-link', linkMessages.folder);
			} else if (status.isDirectory()) {
				if (depth < limits.depth) visit(path, depth + 1);
				else report(shown, 'file-size', depthMessage);
			} else if (status.isFile()) {
				found.push({ path: shown, target, size: status.size });
			}
		}
	};
	visit(root, 1);
	const files = readAll(found);
	if (files.length < found.length) findings.push(courseTooLarge());
	return { courseId: basename(root), folder, files, findings };
}

function byName(a: Dirent, b: Dirent): number {
	return a.name < b.name ? -1 : 1;
}

/** Where a link leads in the end; null where that is nowhere. */
function targetOf(link: string): string | null {
	try {
		return realpathSync(link);
	} catch {
		return null;
	}
}

/** Reads files, texts first, as long as all of them together keep within the limit of a course. */
function readAll(found: readonly Found[]): SourceFile[] {
	// One byte over the limit is enough for the parser to refuse a file by name.
	const beyond = new Uint8Array(Math.max(limits.text, limits.asset, limits.clip) + 1);
	const [texts, others] = [true, false].map((textual) =>
		found.filter(({ path }) => isText(path) === textual)
	);
	const files: SourceFile[] = [];
	let bytes = 0;
	for (const { path, target, size } of [...texts!, ...others!]) {
		bytes += size;
		if (bytes > limits.course) break;
		const most = mostBytes(path);
		files.push({ path, bytes: size > most ? beyond.subarray(0, most + 1) : readFileSync(target) });
	}
	return files.sort((a, b) => (a.path < b.path ? -1 : 1));
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

/**
 * Whether a folder holds a course.md, however it is spelt (also as the course.md.txt that Notepad makes of it), or
 * modules that belong to one: then it is missing.
 */
export async function isCourseFolder(folder: string): Promise<boolean> {
	// What may not be entered, as lost+found, is nobody's course.
	const names = await readdir(folder).catch(() => []);
	if (names.some((name) => /^course\.md(?:\.txt)?$/i.test(name))) return true;
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
