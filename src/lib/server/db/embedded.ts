import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
	chmodSync,
	chownSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
	type Place,
	findPlace,
	hasCluster,
	prepareDataDir,
	recordInitialised
} from './cluster-place.ts';
import { serves } from './server-process.ts';
import { ask, claim } from './sole.mjs';
import { Trouble, fileTrouble } from './trouble.ts';

/** The two connections to the embedded database: the owner's for migrations, the application's own. */
export type EmbeddedUrls = { ownerUrl: string; appUrl: string };

export type Embedded = EmbeddedUrls & {
	/** Where the cluster's files are. */
	home: string;
	/** What an earlier run left behind and what was done about it, as a sentence; null after a clean stop. */
	found: string | null;
	/** Settles when the server ends although nobody stopped it. */
	lost: Promise<void>;
	/** Stops the server in order; at most 4 seconds. */
	stop(): Promise<void>;
};

type Secrets = { owner: string; login: string };

/** Small on purpose: the trial shares a modest machine with everything else. */
const SETTINGS: Record<string, string> = {
	autovacuum_naptime: '5min',
	dynamic_shared_memory_type: 'posix',
	io_method: 'sync',
	jit: 'off',
	lc_messages: 'C',
	listen_addresses: '127.0.0.1',
	log_checkpoints: 'off',
	// DETAIL and statements carry what was entered, numbers of people among it; the application tells what failed.
	log_error_verbosity: 'terse',
	log_min_error_statement: 'panic',
	log_timezone: 'UTC',
	max_connections: '60',
	max_wal_senders: '0',
	max_wal_size: '256MB',
	shared_buffers: '48MB',
	timezone: 'UTC',
	unix_socket_directories: '',
	wal_level: 'minimal'
};

const LOG_LIMIT = 5_000_000;

/**
 * Starts the PostgreSQL that comes with the packages on the cluster of `dataDir`, making it on the first start.
 * `settings` override server settings (tests turn `fsync` off).
 * @throws Trouble when the directory is unusable, in use by a living instance, or the server does not start
 */
export async function startEmbedded({
	dataDir,
	log = () => {},
	settings = {}
}: {
	dataDir: string;
	log?: (line: string) => void;
	settings?: Record<string, string>;
}): Promise<Embedded> {
	const directory = prepareDataDir(dataDir);
	let port = 0;
	const release = await claimDirectory(directory, () => JSON.stringify({ pid: process.pid, port }));
	try {
		const place = findPlace(directory);
		const found = await clearRemains(place);
		if (!hasCluster(place.cluster)) {
			log('Menyiapkan basis data untuk pertama kali …');
			createCluster(directory, place, settings.fsync !== 'off');
		}
		recordInitialised(directory, place.cluster);
		const secrets = readSecrets(directory);
		const server = await launch(directory, place, { ...SETTINGS, ...settings });
		port = server.port;
		let stopping: Promise<void> | undefined;
		const lost = once(server.child, 'exit').then(async () => {
			if (stopping) await new Promise(() => {});
		});
		const lastResort = () => server.child.kill('SIGINT');
		process.once('exit', lastResort);
		return {
			...urls(port, secrets),
			home: place.cluster,
			found,
			lost,
			stop: () =>
				(stopping ??= shutDown(server.child).finally(() => {
					process.off('exit', lastResort);
					release();
				}))
		};
	} catch (error) {
		release();
		throw fileTrouble(error, directory);
	}
}

/** The connections of the instance that is running on this data directory right now, or null. */
export async function findRunning(
	dataDir: string
): Promise<(EmbeddedUrls & { pid: number }) | null> {
	if (!existsSync(dataDir)) return null;
	const directory = prepareDataDir(dataDir);
	const said = await ask('database', directory);
	if (said === null) return null;
	const { pid, port } = JSON.parse(said) as { pid: number; port: number };
	if (port === 0)
		throw new Trouble(`Instans lain (proses ${pid}) sedang dimulai. Coba lagi sebentar lagi.`);
	return { ...urls(port, readSecrets(directory)), pid };
}

/** A predecessor that is just stopping is given a moment before it counts as another instance. */
async function claimDirectory(directory: string, describe: () => string): Promise<() => void> {
	const deadline = Date.now() + 2500;
	for (;;) {
		const release = await claim('database', directory, describe);
		if (release) return release;
		if (Date.now() > deadline) {
			const holder = JSON.parse((await ask('database', directory)) || '{}') as { pid?: number };
			throw new Trouble(
				`Direktori data ${directory} sedang dipakai instans lain (proses ${holder.pid ?? 'tidak dikenal'}). Hentikan instans itu dahulu, atau setel DATA_DIR ke direktori lain.`
			);
		}
		await pause(100);
	}
}

/** Deals with what a killed run left: a server without its application, or only its note of itself. */
async function clearRemains({ cluster }: Place): Promise<string | null> {
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

/**
 * Makes the cluster beside its final name, so that one interrupted half-way is simply made again. Its superuser
 * has no password and no line in pg_hba.conf: nobody can connect as it.
 */
function createCluster(
	directory: string,
	{ cluster, binaries, user }: Place,
	durable: boolean
): void {
	const partial = `${cluster}.baru`;
	rmSync(partial, { recursive: true, force: true });
	mkdirSync(partial, { mode: 0o700 });
	if (user) chownSync(partial, user.uid, user.gid);
	const environment = { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' };
	const as = user ? { uid: user.uid, gid: user.gid } : {};
	const options = { ...as, cwd: partial, env: environment, encoding: 'utf8' } as const;
	const initdb = spawnSync(
		join(binaries, 'bin/initdb'),
		[
			...['-D', partial, '-U', 'widyapraja_root', '-A', 'trust', '-E', 'UTF8'],
			...['--locale-provider=builtin', '--locale=C.UTF-8'],
			...['--lc-messages=C', '--no-instructions', ...(durable ? [] : ['--no-sync'])]
		],
		options
	);
	if (initdb.status !== 0) throw serverTrouble(initdb.stderr || String(initdb.error), directory);
	writeFileSync(
		join(partial, 'pg_hba.conf'),
		`host all widyapraja_owner,widyapraja_login 127.0.0.1/32 scram-sha-256\n`
	);
	const secrets: Secrets = { owner: password(), login: password() };
	const single = spawnSync(
		join(binaries, 'bin/postgres'),
		['--single', '-D', partial, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'template1'],
		{
			...options,
			input: [
				`create role widyapraja_owner login createdb createrole password '${secrets.owner}'`,
				'create role widyapraja_app nologin',
				'grant widyapraja_app to widyapraja_owner with admin true, inherit false, set false',
				`create role widyapraja_login login password '${secrets.login}'`,
				'grant widyapraja_app to widyapraja_login',
				'create database widyapraja owner widyapraja_owner',
				''
			].join('\n')
		}
	);
	if (single.status !== 0) throw serverTrouble(single.stderr, directory);
	writeFileSync(secretsFile(directory), `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
	chmodSync(secretsFile(directory), 0o600);
	renameSync(partial, cluster);
}

/** Starts the server in a session of its own: a Ctrl-C in the terminal is for the application, which stops it. */
async function launch(
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
async function shutDown(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGINT');
	const inTime = await Promise.race([ended.then(() => true), pause(3000, false, { ref: false })]);
	if (inTime) return;
	child.kill('SIGQUIT');
	await Promise.race([ended, pause(1000, undefined, { ref: false })]);
}

function serverTrouble(said: string, directory: string): Trouble {
	if (/No space left on device|Disk quota exceeded/.test(said))
		return new Trouble(`Ruang disk untuk ${directory} habis. Kosongkan sebagian, lalu ulangi.`);
	if (/database files are incompatible/.test(said))
		return new Trouble(
			`Basis data di ${directory} dibuat oleh versi PostgreSQL lain. Pulihkan dari cadangan: npm run admin -- restore FILE.`
		);
	const last =
		said
			.trim()
			.split('\n')
			.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? said.trim().split('\n').at(-1);
	return new Trouble(
		`PostgreSQL tidak dapat dimulai: ${last?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? ''} (catatan: ${join(directory, 'postgres.log')})`
	);
}

function urls(port: number, { owner, login }: Secrets): EmbeddedUrls {
	const at = `127.0.0.1:${port}/widyapraja`;
	return {
		ownerUrl: `postgres://widyapraja_owner:${owner}@${at}`,
		appUrl: `postgres://widyapraja_login:${login}@${at}`
	};
}

function secretsFile(directory: string): string {
	return join(directory, 'database.json');
}

function readSecrets(directory: string): Secrets {
	const file = secretsFile(directory);
	if (!existsSync(file))
		throw new Trouble(
			`${file} hilang; tanpa kata sandi di dalamnya basis data tidak dapat dibuka. Kembalikan berkas itu dari cadangan.`
		);
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
	} catch (error) {
		if (error instanceof SyntaxError)
			throw new Trouble(`${file} rusak. Kembalikan berkas itu dari cadangan.`);
		throw fileTrouble(error, file);
	}
}

function password(): string {
	return randomBytes(24).toString('base64url');
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
