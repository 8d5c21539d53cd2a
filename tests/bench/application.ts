import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunning } from '#lib/server/db/embedded.ts';

/** The application as `npm start` starts it, on a data directory of its own. */
export interface Application {
	origin: string;
	databaseUrl: string;
	/** The connection that owns the tables. */
	ownerUrl: string;
	/** Process id of the server itself. */
	pid: number;
	/** Milliseconds from the command to the ready message. */
	startedIn: number;
	stop(): Promise<void>;
}

/** Starts the application on a free port and waits until it says that it is ready. */
export async function startApplication(): Promise<Application> {
	const dataDir = await mkdtemp(join(tmpdir(), 'widyapraja-bench-'));
	const began = performance.now();
	const command = spawn(process.execPath, ['src/cli/start.mjs'], {
		env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = once(command, 'exit');
	const origin = await new Promise<string>((resolve, reject) => {
		let said = '';
		command.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
			if (address) resolve(address);
		});
		ended.then(() => reject(new Error(`the application ended while starting:\n${said}`)), reject);
	});
	const running = await findRunning(dataDir);
	if (!running) throw new Error('the application runs without its database');
	return {
		origin,
		databaseUrl: running.appUrl,
		ownerUrl: running.ownerUrl,
		pid: running.pid,
		startedIn: performance.now() - began,
		async stop() {
			command.kill('SIGTERM');
			await ended;
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}
