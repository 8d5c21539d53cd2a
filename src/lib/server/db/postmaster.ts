import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './cluster-place.ts';
import { serves } from './server-process.ts';
import { Trouble, serverTrouble } from './trouble.ts';

const LOG_LIMIT = 5_000_000;

/** Starts the server in a session of its own: a Ctrl-C in the terminal is for the application, which stops it. */
export async function launch(
	directory: string,
	{ cluster, binaries, user }: Place,
	settings: Record<string, string>
): Promise<{ child: ChildProcess; port: number }> {
	const logFile = join(directory, 'postgres.log');
	if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) rmSync(logFile);
	for (let attempt = 1; ; attempt++) {
		const port = await freePort();
		const output = openSync(logFile, 'a', 0o600);
		const offset = statSync(logFile).size;
		const child = spawn(
			join(binaries, 'bin/postgres'),
			[
				...['-D', cluster, '-p', String(port)],
				...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
			],
			{
				...(user ? { uid: user.uid, gid: user.gid } : {}),
				cwd: '/',
				detached: true,
				env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' },
				stdio: ['ignore', output, output]
			}
		);
		closeSync(output);
		if (await becomesReady(child, cluster)) return { child, port };
		const said = readFileSync(logFile, 'utf8').slice(offset);
		const passing = /could not bind|pre-existing shared memory block/.test(said);
		if (!passing || attempt === 5) throw serverTrouble(said, directory);
		await pause(300);
	}
}

/** Waits until the server accepts connections (recovery included); false when it ended instead. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
	let ended = false;
	child.once('exit', () => (ended = true));
	child.once('error', () => (ended = true));
	const note = join(cluster, 'postmaster.pid');
	while (!ended) {
		if (existsSync(note)) {
			const lines = readFileSync(note, 'utf8').split('\n');
			if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
		}
		await pause(15);
	}
	return false;
}

/** Fast shutdown; a server that takes too long is told to drop everything and recovers at the next start. */
export async function shutDown(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGINT');
	const inTime = await Promise.race([ended.then(() => true), pause(3000, false, { ref: false })]);
	if (inTime) return;
	child.kill('SIGQUIT');
	await Promise.race([ended, pause(1000, undefined, { ref: false })]);
}

/** Deals with what a killed run left: a server without its application, or only its note of itself. */
export async function clearRemains({ cluster }: Place): Promise<string | null> {
	const note = join(cluster, 'postmaster.pid');
	if (!existsSync(note)) return null;
	const pid = Number.parseInt(readFileSync(note, 'utf8'), 10);
	if (!serves(pid, cluster)) {
		rmSync(note, { force: true });
		return 'Terakhir kali sistem berhenti mendadak; PostgreSQL memulihkan datanya.';
	}
	for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
		process.kill(pid, signal);
		for (let waited = 0; waited < 5000; waited += 50) {
			if (!serves(pid, cluster))
				return `PostgreSQL dari jalannya yang terakhir masih hidup tanpa aplikasinya (proses ${pid}); sudah dihentikan.`;
			await pause(50);
		}
	}
	throw new Trouble(
		`PostgreSQL lama (proses ${pid}) pada ${cluster} tidak mau berhenti. Hentikan dengan: kill ${pid}`
	);
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no port was given');
	return address.port;
}
