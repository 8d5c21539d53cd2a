import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks (milliseconds): as a rule, and where looking takes long. */
const INTERVAL = 250;
const LONGEST_INTERVAL = 1000;
/** Between two looks at what has just changed, until it stays as it is; at most so many. */
const REST = 50;
const MOST_RESTS = 10;
/** Folders within folders beyond this are not looked into. */
const DEEPEST = 12;

/**
 * Calls `changed` soon after anything at or below `paths` changed from what it is now and has come to rest; gives how to
 * stop, once it is watching. Names,
 * sizes and times are compared a few times a second: the system's own notices miss network folders, editors that
 * rename, and folders that go and come back, and a course is looked through in a few milliseconds.
 */
export async function watchFolders(
	paths: readonly string[],
	changed: () => Promise<void>
): Promise<() => Promise<void>> {
	const stop = new AbortController();
	const watching = keepLooking(paths, await stateOf(paths), changed, stop.signal);
	return () => {
		stop.abort();
		return watching;
	};
}

async function keepLooking(
	paths: readonly string[],
	first: string,
	changed: () => Promise<void>,
	stopped: AbortSignal
): Promise<void> {
	let last = first;
	while (!stopped.aborted) {
		const began = performance.now();
		const now = await stateOf(paths);
		const took = performance.now() - began;
		if (now !== last) {
			last = await rested(paths, now);
			await changed();
		}
		// A large folder on a slow disk is not looked through all the time; an author still sees a save within a second.
		const interval = Math.min(LONGEST_INTERVAL, Math.max(INTERVAL, took * 10));
		await pause(interval, null, { signal: stopped }).catch(() => {});
	}
}

/** The state once two looks see the same: an editor may be writing still. */
async function rested(paths: readonly string[], seen: string): Promise<string> {
	let last = seen;
	for (let look = 0; look < MOST_RESTS; look++) {
		await pause(REST);
		const now = await stateOf(paths);
		if (now === last) break;
		last = now;
	}
	return last;
}

/** Names, sizes and times of everything at or below the paths. */
async function stateOf(paths: readonly string[]): Promise<string> {
	return (await Promise.all(paths.map((path) => listing(path, 0)))).join('\n');
}

async function listing(path: string, depth: number): Promise<string> {
	try {
		const status = await stat(path, { bigint: true });
		const { ino, size, mtimeNs, ctimeNs } = status;
		if (!status.isDirectory()) return `${path} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
		// A link to a folder is no part of a course; followed, links among folders would have no end.
		const followed = depth === 0 || !(await lstat(path)).isSymbolicLink();
		const names = followed && depth < DEEPEST ? await readdir(path) : [];
		const shown = names.filter((name) => !name.startsWith('.')).sort();
		const below = shown.map((name) => listing(join(path, name), depth + 1));
		return [`${path}/`, ...(await Promise.all(below))].join('\n');
	} catch {
		// Gone since its name was read, or not ours to read: that too is a state.
		return `${path} -`;
	}
}
