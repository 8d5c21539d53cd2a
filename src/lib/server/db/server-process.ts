import { spawnSync } from 'node:child_process';
import { readlinkSync, realpathSync } from 'node:fs';

/**
 * True when that process lives and is a server on this cluster: numbers are given out again after a restart, and
 * whoever is asked to stop must be ours. Where neither `/proc` nor `ps` tells, it is nobody's.
 */
export function serves(pid: number, cluster: string, platform = process.platform): boolean {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		if (platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
		return commandOf(pid).includes(` -D ${cluster} `);
	} catch (error) {
		// Gone, or another user's: either way not the server of a cluster we may stop.
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (['ESRCH', 'ENOENT', 'EPERM', 'EACCES'].includes(code)) return false;
		throw error;
	}
}

/** The whole command line as POSIX `ps` shows it; empty where there is no `ps`. */
function commandOf(pid: number): string {
	const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
		encoding: 'utf8'
	});
	return stdout ?? '';
}
