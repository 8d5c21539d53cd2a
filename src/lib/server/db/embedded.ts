import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Secrets, createCluster, readSecrets } from './cluster.ts';
import { findPlace, hasCluster, prepareDataDir, recordInitialised } from './cluster-place.ts';
import { clearRemains, launch, shutDown } from './postmaster.ts';
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

function urls(port: number, { owner, login }: Secrets): EmbeddedUrls {
	const at = `127.0.0.1:${port}/widyapraja`;
	return {
		ownerUrl: `postgres://widyapraja_owner:${owner}@${at}`,
		appUrl: `postgres://widyapraja_login:${login}@${at}`
	};
}
