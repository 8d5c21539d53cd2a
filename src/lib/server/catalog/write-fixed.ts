import { randomUUID } from 'node:crypto';
import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { SourceFile } from './course.ts';
import type { CourseSource } from './source.ts';

/**
 * Writes files of a course anew, each whole or not at all, with the mode it had. Left alone, and returned by path, is
 * what is reached by a link or was changed by somebody else since it was read.
 */
export async function writeFixed(
	{ folder, files }: Pick<CourseSource, 'folder' | 'files'>,
	changed: readonly SourceFile[]
): Promise<string[]> {
	const root = await realpath(folder);
	const read = new Map(files.map(({ path, bytes }) => [path, bytes]));
	const left: string[] = [];
	for (const { path, bytes } of changed) {
		const target = join(root, ...path.split('/'));
		if (await isUntouched(root, target, read.get(path))) await replace(target, bytes);
		else left.push(path);
	}
	return left;
}

async function isUntouched(
	root: string,
	target: string,
	bytes: Uint8Array | undefined
): Promise<boolean> {
	const status = await lstat(target).catch(() => null);
	if (!status?.isFile() || !bytes) return false;
	// A link further up the path shows here.
	const real = await realpath(target);
	if (real !== target || !real.startsWith(root + sep)) return false;
	return (await readFile(target)).equals(bytes);
}

async function replace(target: string, bytes: Uint8Array): Promise<void> {
	// Hidden, so that no reader of the folder takes it for a part of the course.
	const aside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
	const { mode } = await lstat(target);
	const file = await open(aside, 'wx', mode);
	try {
		await file.chmod(mode);
		await file.writeFile(bytes);
		await file.sync();
		await file.close();
		await rename(aside, target);
	} catch (error) {
		await file.close().catch(() => {});
		await rm(aside, { force: true });
		throw error;
	}
}
