import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test as base } from 'vitest';

/** The application as a person starts it, in a process group of its own. */
export type App = {
	process: ChildProcess;
	/** Everything it said so far. */
	said(): string;
	/** What it said on standard error, line by line. */
	complaints(): string[];
	/** Waits for the address it announces; fails when it ends before. */
	ready(): Promise<string>;
	/** Waits for its end: exit code and how long that took from now on, in milliseconds. */
	end(): Promise<{ code: number | null; took: number }>;
	/** Sends a signal to the whole group, as a terminal does. */
	signalGroup(signal: NodeJS.Signals): void;
};

type Environment = Record<string, string | undefined>;

/** A data directory, and as many starts of the application on it as are needed; `close` leaves nothing behind. */
export async function aPlace() {
	const folder = await mkdtemp(join(tmpdir(), 'widyapraja-life-'));
	// As root the database belongs to another user, who must be able to pass through.
	await chmod(folder, 0o711);
	const dataDir = join(folder, 'data');
	const apps: App[] = [];
	return {
		dataDir,
		run(words: readonly string[], environment: Environment = {}, checkout = process.cwd()) {
			const app = startApp({ DATA_DIR: dataDir, ...environment }, checkout, words);
			apps.push(app);
			return app;
		},
		async close() {
			for (const app of apps) if (isAlive(app.process)) app.signalGroup('SIGKILL');
			await pause(50);
			await endServer(dataDir);
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** A test with a data directory of its own and as many starts of the application as it needs. */
export const test = base
	.extend('place', async ({}, { onCleanup }) => {
		const place = await aPlace();
		onCleanup(place.close);
		return place;
	})
	.extend('dataDir', ({ place }) => place.dataDir)
	.extend('run', ({ place }) => place.run)
	.extend(
		'start',
		({ run }) =>
			(environment?: Environment, checkout?: string) =>
				run([], environment, checkout)
	)
	.extend(
		'preview',
		({ run }) =>
			(folder: string, environment?: Environment) =>
				run(['--run', 'src/cli/courses.ts', 'preview', folder], environment)
	);

/** Starts `npm start`'s entry, with the words of a command if given, on a free port, without what the surroundings say about databases. */
function startApp(environment: Environment, checkout: string, words: readonly string[] = []): App {
	const child = spawn(process.execPath, [join(checkout, 'src/cli/start.mjs'), ...words], {
		cwd: checkout,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			PORT: '0',
			...environment
		} as NodeJS.ProcessEnv
	});
	let out = '';
	let err = '';
	child.stdout.on('data', (text) => (out += text));
	child.stderr.on('data', (text) => (err += text));
	const ended = once(child, 'close');
	return {
		process: child,
		said: () => out + err,
		complaints: () => err.split('\n').filter((line) => line !== ''),
		async ready() {
			for (;;) {
				const address = /^(?:Widyapraja siap di )?(https?:\S+)$/m.exec(out)?.[1];
				if (address) return address;
				if (!isAlive(child)) throw new Error(`ended before it was ready: ${out}${err}`);
				await pause(20);
			}
		},
		async end() {
			const began = Date.now();
			await ended;
			return { code: child.exitCode, took: Date.now() - began };
		},
		signalGroup: (signal) => void process.kill(-child.pid!, signal)
	};
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	return port;
}

/** The database server that runs on the cluster of this data directory, or null. */
export function serverOf(dataDir: string): number | null {
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
		try {
			if (readlinkSync(`/proc/${pid}/cwd`) === join(dataDir, 'postgres')) return Number(pid);
		} catch {
			// It ended while we were looking, or is another user's.
			continue;
		}
	return null;
}

async function endServer(dataDir: string): Promise<void> {
	const note = join(dataDir, 'postgres/postmaster.pid');
	if (!existsSync(note)) return;
	const pid = Number.parseInt(await readFile(note, 'utf8'), 10);
	if (serverOf(dataDir) === null) return;
	process.kill(pid, 'SIGQUIT');
	while (serverOf(dataDir) !== null) await pause(20);
}

function isAlive(child: ChildProcess): boolean {
	return child.exitCode === null && child.signalCode === null;
}
